"""A window over a copy of the demo ledger, without threads: every answer is there at once."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.bus import Bus
from gui.clock import Clock
from gui.constants import hold
from gui.context import Context
from gui.desk import Desk
from gui.fonts import screen_font
from gui.jobs import InlineLane, Lane
from gui.main_window import MainWindow
from gui.opened import OpenedFiles
from gui.preferences import Preferences
from gui.session import Session, read_first
from gui.start import Start
from gui.theme import Theme
from models import queries
from models.ledger import Ledger
from models.rows import MeasureRow, TaskDetail, TaskRow

# Before any Qt call of a test: see gui/constants.py.
hold()

# What Qt's offscreen platform says of every shown window, and what it cannot do.
_PLATFORM = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only Qt's own remarks about the platform may pass; every other Qt warning fails."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(_PLATFORM))


DAY = dt.date(2021, 6, 25)


def open_at(path: Path) -> Ledger:
    """Open a ledger as the program would."""
    return Ledger.open(path, who="张三", now=dt.datetime(2021, 6, 25, 9))


class Told:
    """What the bus has said."""

    def __init__(self, bus: Bus) -> None:
        self.changes: list[str] = []
        self.refused: list[str] = []
        self.told: list[str] = []
        self.unsaved: list[str] = []
        bus.changed.connect(lambda change: self.changes.append(change.label))
        bus.refused.connect(self.refused.append)
        bus.told.connect(self.told.append)
        bus.unsaved.connect(self.unsaved.append)


class Office:
    """A context over an open ledger, and short ways to ask what stands in it."""

    def __init__(
        self,
        ledger: Ledger,
        folder: Path,
        theme: Theme,
        operator: str,
        lane: Callable[[str], Lane] = lambda _: InlineLane(),
    ) -> None:
        self.bus = Bus()
        self.clock = Clock(DAY)
        self.desk = Desk(ledger, lane("ledger"), self.bus, self.clock, operator)
        self.opened = OpenedFiles()
        self.preferences = Preferences(folder / "window.json")
        session = Session(self.desk, self.bus, read_first(ledger, DAY, ""))
        self.context = Context(
            self.desk,
            session,
            self.bus,
            lane("papers"),
            self.preferences,
            theme,
            self.opened,
        )
        self.told = Told(self.bus)

    def task(self, label: str) -> TaskRow:
        """The task called 4 or 增1, as the ledger has it now."""
        tree = self.desk.ledger.ask(queries.tree, 1, DAY, self.context.session.period)
        return next(task for task in tree.tasks if task.label == label)

    def detail(self, label: str) -> TaskDetail:
        """All about a task."""
        period = self.context.session.period
        return self.desk.ledger.ask(queries.task_detail, self.task(label).id, DAY, period)

    def measure(self, number: str) -> MeasureRow:
        """The measure called 4.2."""
        return self.desk.ledger.ask(queries.find_measure, 1, number, DAY)


@pytest.fixture(autouse=True)
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test did not expect fails it, instead of waiting for ever."""

    def execute(dialog: QDialog) -> int:
        raise AssertionError(f"unexpected dialog: {dialog.windowTitle()}")

    monkeypatch.setattr(QDialog, "exec", execute)


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """What a test made in Python and put there would crash Qt when it ends after Python."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The window's look, put on once: its letters too, or what is measured is not what is seen."""
    qapp.setFont(screen_font())
    made = Theme(qapp)
    made.dress(qapp)
    return made


@pytest.fixture
def ledger(demo_made: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the demo ledger, open."""
    path = tmp_path / "示例.luoshi"
    shutil.copy(demo_made, path)
    with open_at(path) as opened:
        yield opened


@pytest.fixture
def office(ledger: Ledger, tmp_path: Path, theme: Theme) -> Office:
    """A context on the demo ledger; 李思远 sits at the keyboard."""
    return Office(ledger, tmp_path / "own", theme, "李思远")


@pytest.fixture
def stranger(ledger: Ledger, tmp_path: Path, theme: Theme) -> Office:
    """As `office`, but nobody has said yet who sits at the keyboard."""
    return Office(ledger, tmp_path / "own", theme, "")


def type_in(field: QWidget, text: str) -> None:
    """Type Chinese into a field, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def show_window(qtbot: QtBot, office: Office) -> MainWindow:
    """A window, shown and active."""
    path = office.desk.ledger.path
    start = Start(path, lambda: open_at(path), path.parent, open_at, open_at, "", DAY)
    window = MainWindow(office.context, start)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.tasks.complete()
    return window


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> MainWindow:
    """The main window over the demo ledger."""
    return show_window(qtbot, office)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[QDialog], None]], None]:
    """Fill in the next dialogs with a function and accept them, instead of waiting for a person."""

    def fill_with(fill: Callable[[QDialog], None]) -> None:
        def execute(dialog: QDialog) -> int:
            fill(dialog)
            dialog.accept()
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", execute)

    return fill_with
