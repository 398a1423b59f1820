"""The window's start: ledger in its own thread, then Qt, fonts, theme, window.

Order: the ledger begins to open in the worker before the widgets are built; the window is shown with
the tree filled. A ledger that does not open leaves a window that says so and offers others.
"""

from __future__ import annotations

import gc
import queue
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from gui.clock import Clock
from gui.constants import hold
from gui.faults import FaultHook, start_log
from gui.jobs import CancelledError, Starter, ThreadLane
from gui.preferences import Preferences
from gui.remembered import Remembered
from gui.session import First, read_first
from gui.start import Start
from models.errors import KnownError
from models.ledger import Ledger
from models.watching import watched_by
from resources import path as resource

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.theme import Theme

Opened = tuple[Ledger, First]
_AFTERWARDS_MS = 200
# How long a ledger may take to open before anything is said of it, in seconds.
_PATIENCE = 2.0
# How long a lane may keep the interpreter while the window waits for it, in seconds. Qt gives it up
# and asks for it again at every call: with Python's usual 5 ms, a page drawn beside a lane at work
# takes several times as long.
_TURN = 0.0001


class Opener:
    """Opens ledgers in a thread of their own, so that the window is built meanwhile."""

    def __init__(self, clock: Clock, preferences: Preferences) -> None:
        self._clock = clock
        self._preferences = preferences
        self._answer: queue.SimpleQueue[Opened | Exception] = queue.SimpleQueue()
        self._stop = threading.Event()
        self.progress = ("", 0, 0)
        self.worker = Starter("ledger")

    def begin(self, start: Start) -> None:
        """Begin to open; a thread that has ended is replaced."""
        if not self.worker.thread.is_alive():
            self.worker = Starter("ledger")
        self._stop.clear()
        self.progress = ("", 0, 0)
        self.worker.inbox.put(lambda: self._answer.put(self._open(start)))

    def _open(self, start: Start) -> Opened | Exception:
        with watched_by(self._step):
            return open_ledger(start, self._clock, self._preferences)

    def _step(self, what: str, done: int, total: int) -> None:
        self.progress = (what, done, total)
        if self._stop.is_set():
            raise CancelledError

    def give_up(self) -> None:
        """Nobody waits any more: the work stops at its next step, and nothing is changed."""
        self._stop.set()

    def look(self, seconds: float = 0) -> Opened | Exception | None:
        """The open ledger, or why it did not open; None where there is no answer in this time."""
        try:
            return self._answer.get(timeout=seconds) if seconds else self._answer.get_nowait()
        except queue.Empty:
            return None


def run(start: Start) -> int:
    """Show the window until it is closed; the exit code."""
    hold()
    gc.disable()
    try:
        return _run(start)
    finally:
        gc.enable()


def _run(start: Start) -> int:
    preferences = Preferences(start.folder / "window.json")
    clock = Clock(start.date)
    opener = Opener(clock, preferences)
    opener.begin(start)
    start_log(start.folder)
    application = _application()
    hook = FaultHook()
    hook.install()
    from gui.fonts import screen_font
    from gui.theme import Look, Theme

    application.setFont(screen_font())
    theme = Theme(application, Look.read(preferences.text("look")))
    following: Start | None = start
    while following is not None:
        start = following
        opened = _wait(opener, start, theme)
        if isinstance(opened, KnownError):
            following = _ask_other(str(opened), start, theme)
            if following is None:
                opener.worker.close()
                return 1
        elif isinstance(opened, Exception):
            raise opened
        else:
            following = _show(start, opened, opener.worker, theme, preferences, clock)
        if following is not None:
            opener.begin(following)
    return 0


def _wait(opener: Opener, start: Start, theme: Theme) -> Opened | Exception:
    """The open ledger, or why it did not open; what takes long is seen, and can be stopped."""
    opened = opener.look(_PATIENCE)
    if opened is None:
        from gui.frame.opening import OpeningDialog

        _finish()
        making = "正在准备示例台账。" if start.demo else f"正在打开台账“{start.path.name}”。"
        dialog = OpeningDialog(making, opener)
        theme.dress(dialog)
        dialog.exec()
        opened = dialog.answer
        assert opened is not None
    if isinstance(opened, CancelledError):
        return KnownError(
            f"“{start.path.name}”没有打开：已经取消，台账里的内容没有改动。"
            "可以重新打开，也可以打开其他台账。"
        )
    return opened


def open_ledger(start: Start, clock: Clock, preferences: Preferences) -> Opened | Exception:
    """Open the ledger and read what is shown first; failures are answers, not ends of a thread."""
    try:
        ledger = start.make()
    except Exception as error:  # handed over to the window's thread, which says or raises it
        return error
    try:
        left = Remembered(preferences, start.path)
        plan = start.plan or left.text(left.PLAN)
        return ledger, read_first(ledger, clock.today(), left.text(left.PERIOD), plan)
    except Exception as error:  # as above
        ledger.close()
        return error


def _application() -> QApplication:
    # The style by its name: to hold one as an object makes all that Qt knows of styles (5 ms).
    words = [*sys.argv[:1], "-style", "Fusion"]
    application = QApplication.instance() or QApplication(words)
    if not isinstance(application, QApplication):
        raise TypeError("a QCoreApplication without windows is running")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    application.setApplicationName("luoshi")
    application.setApplicationDisplayName("落实台账")
    return application


def _finish() -> None:
    """What nobody misses in the first picture: the task bar's own, and Qt's words in Chinese."""
    from PySide6.QtGui import QIcon

    application = QApplication.instance()
    if application is None or not QApplication.windowIcon().isNull():
        return  # done for the ledger before this one
    QApplication.setWindowIcon(QIcon(str(resource("icons/luoshi.svg"))))
    # Qt's own dialogs (files, printing) speak Chinese too, whatever the system speaks.
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The last one installed is asked first: ours holds only what Qt's own lacks.
    for words in (f"{place}/qtbase_zh_CN", str(resource("words/qt_zh_CN"))):
        translator = QTranslator(application)
        if translator.load(words):
            application.installTranslator(translator)


def _show(
    start: Start,
    opened: Opened,
    worker: Starter,
    theme: Theme,
    preferences: Preferences,
    clock: Clock,
) -> Start | None:
    """One window over one ledger; answers with the next ledger, when another was chosen."""
    from gui.bus import Bus
    from gui.context import Context
    from gui.desk import Desk
    from gui.main_window import MainWindow
    from gui.opened import OpenedFiles
    from gui.recent import RecentLedgers
    from gui.session import Session

    ledger, first = opened
    bus = Bus()
    lane = ThreadLane("ledger", worker)
    desk = Desk(ledger, lane, bus, clock, start.operator or preferences.text("operator"))
    papers = ThreadLane("papers")
    copies = OpenedFiles()
    session = Session(desk, bus, first)
    context = Context(desk, session, bus, papers, preferences, theme, copies)
    if not start.demo:
        RecentLedgers(preferences).opened(start.path)
    window = MainWindow(context, start)
    theme.dress(window)
    window.show()
    # After the first picture: nobody types before it, and the task bar may wait for its own.
    QTimer.singleShot(_AFTERWARDS_MS, window, lambda: _keep_typing(window))
    QTimer.singleShot(_AFTERWARDS_MS, window, lambda: _watch_clock(window))
    QTimer.singleShot(_AFTERWARDS_MS, window, lambda: _warm(window))
    QTimer.singleShot(_AFTERWARDS_MS, window, _finish)
    # Collected only from here on: nothing of what was made so far is garbage, but what a window
    # before this one has left.
    if not gc.get_freeze_count():
        gc.freeze()
    gc.enable()
    sys.setswitchinterval(_TURN)
    QApplication.exec()
    papers.close()
    desk.close()
    copies.close()
    following = window.following
    choosing = window.choosing
    window.deleteLater()
    if choosing:
        return _ask_other(f"台账已关闭：{start.path}", start, theme)
    if following is None:
        return None
    path, make = following
    return replace(start, path=path, make=lambda: make(path), plan="", demo=False)


def _keep_typing(window: MainWindow) -> None:
    from gui.frame.typing import TypingKeeper

    TypingKeeper.of(window)


def _watch_clock(window: MainWindow) -> None:
    from gui.frame.clock_watch import ClockWatch

    ClockWatch(window.context, window.notices, window)


def _warm(window: MainWindow) -> None:
    from gui.frame.page_stack import page_modules
    from gui.frame.preparing import Preparing
    from gui.frame.warming import Warming

    warming = Warming(window, page_modules())
    window.context.bus.closing.connect(warming.stop)
    warming.begin()
    preparing = Preparing(window.stack, warming.thread)
    window.context.bus.closing.connect(preparing.stop)
    preparing.begin()


def _ask_other(sentence: str, start: Start, theme: Theme) -> Start | None:
    from gui.dialogs.no_ledger import NoLedgerDialog

    _finish()
    dialog = NoLedgerDialog(sentence, start)
    theme.dress(dialog)
    dialog.exec()
    if dialog.chosen is None:
        return None
    path, make = dialog.chosen
    return replace(start, path=path, make=lambda: make(path), plan="", demo=False)
