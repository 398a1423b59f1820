"""The window's start: ledger in its own thread, then Qt, fonts, theme, window.

Order: the ledger begins to open in the worker before the widgets are built; the window is shown with
the tree filled. A ledger that does not open leaves a window that says so and offers others.
"""

from __future__ import annotations

import queue
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui.clock import Clock
from gui.faults import FaultHook, start_log
from gui.jobs import Starter, ThreadLane
from gui.preferences import Preferences
from gui.session import First, read_first
from gui.start import Start
from models.errors import KnownError
from models.ledger import Ledger
from resources import path as resource

Opened = tuple[Ledger, First]


def run(start: Start) -> int:
    """Show the window until it is closed; the exit code."""
    preferences = Preferences(start.folder / "window.json")
    clock = Clock(start.date)
    worker = Starter("ledger")
    answer: queue.SimpleQueue[Opened | Exception] = queue.SimpleQueue()
    worker.inbox.put(lambda: answer.put(open_ledger(start, clock, preferences)))
    start_log(start.folder)
    application = _application()
    hook = FaultHook()
    hook.install()
    from gui.fonts import screen_font
    from gui.theme import Theme

    application.setFont(screen_font())
    theme = Theme(application)
    while True:
        opened = answer.get()
        if isinstance(opened, KnownError):
            other = _ask_other(str(opened), start)
            if other is None:
                worker.close()
                return 1
            start = other
            worker.inbox.put(lambda: answer.put(open_ledger(start, clock, preferences)))
            continue
        if isinstance(opened, Exception):
            raise opened
        following = _show(start, opened, worker, theme, preferences, clock, application)
        if following is None:
            return 0
        start = following
        worker = Starter("ledger")
        worker.inbox.put(lambda: answer.put(open_ledger(start, clock, preferences)))


def open_ledger(start: Start, clock: Clock, preferences: Preferences) -> Opened | Exception:
    """Open the ledger and read what is shown first; failures are answers, not ends of a thread."""
    try:
        ledger = start.make()
    except Exception as error:  # handed over to the window's thread, which says or raises it
        return error
    try:
        return ledger, read_first(ledger, clock.today(), preferences.text(period_key(start.path)))
    except Exception as error:  # as above
        ledger.close()
        return error


def period_key(path: Path) -> str:
    """Where the 填报期 of a ledger is remembered."""
    return f"period:{path.absolute()}"


def _application() -> QApplication:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a QCoreApplication without windows is running")
    application.setApplicationName("luoshi")
    application.setApplicationDisplayName("落实台账")
    application.setWindowIcon(QIcon(str(resource("icons/luoshi.svg"))))
    return application


def _show(
    start: Start,
    opened: Opened,
    worker: Starter,
    theme: object,
    preferences: Preferences,
    clock: Clock,
    application: QApplication,
) -> Start | None:
    """One window over one ledger; answers with the next ledger, when another was chosen."""
    from gui.bus import Bus
    from gui.context import Context
    from gui.desk import Desk
    from gui.main_window import MainWindow
    from gui.session import Session

    ledger, first = opened
    bus = Bus()
    lane = ThreadLane("ledger", worker)
    desk = Desk(ledger, lane, bus, clock, start.operator or preferences.text("operator"))
    papers = ThreadLane("papers")
    context = Context(desk, Session(desk, bus, first), bus, papers, preferences, theme)
    window = MainWindow(context, start)
    window.show()
    application.exec()
    papers.close()
    desk.close()
    following = window.following
    window.deleteLater()
    if following is None:
        return None
    path, make = following
    return replace(start, path=path, make=lambda: make(path), demo=False)


def _ask_other(sentence: str, start: Start) -> Start | None:
    from gui.dialogs.no_ledger import NoLedgerDialog

    dialog = NoLedgerDialog(sentence, start)
    dialog.exec()
    if dialog.chosen is None:
        return None
    path, make = dialog.chosen
    return replace(start, path=path, make=lambda: make(path), demo=False)
