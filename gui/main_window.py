"""The window: frame, menus and pages put together. Wiring only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.address import Address
from gui.context import Context
from gui.frame.enter_key import EnterGround
from gui.frame.header import Header
from gui.frame.leaving import Leaving
from gui.frame.menus import Menus
from gui.frame.navigation import PAGES, Navigation
from gui.frame.notices import Notices
from gui.frame.page_stack import PageStack
from gui.frame.states import States
from gui.frame.status_line import StatusLine
from gui.frame.undoing import Undoing
from gui.remembered import Remembered
from gui.session import plan_key
from gui.start import Start
from gui.widgets.drop import LEDGER, dropped_file
from models import text
from models.ledger import Ledger
from models.rows import Change, PlanTree

if TYPE_CHECKING:
    from gui.frame.search_list import SearchList
    from gui.manual.window import ManualWindow
    from gui.pages.intake.page import IntakePage
    from gui.pages.tasks.page import TasksPage

# A title bar's height, and the width of screens on which nothing should be given away.
_FRAME = 40
_SMALL = 1440
Following = tuple[Path, Callable[[Path], Ledger]]


class MainWindow(QMainWindow):
    """`following`: the ledger to open when this window has closed, if another was chosen.

    choosing: whether a person is to be asked for the next one.
    """

    def __init__(self, context: Context, start: Start) -> None:
        super().__init__()
        self.following: Following | None = None
        self.choosing = False
        self._closing = False
        self._context = context
        self._start = start
        context.theme.show_lights(context.session.lights)
        self._build()
        self._connect()
        self._leaving = Leaving(self)
        self._restore()
        self._show_all()

    # -- putting together

    def _build(self) -> None:
        context = self._context
        self.header = Header(context.session)
        self.navigation = Navigation(context.theme)
        self.stack = PageStack(context)
        self.notices = Notices(self.stack)
        self.states = States(context, self.notices)
        self.status = StatusLine()
        self.steps = Undoing(context.desk, self.stack)
        self.menus = Menus(self)
        self._hits: SearchList | None = None
        self._manual: ManualWindow | None = None
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(right, 1)
        whole = EnterGround()
        whole.undo_wanted.connect(self.steps.undo)
        whole.redo_wanted.connect(self.steps.redo)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(1000, 600)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        context, bus, session = self._context, self._context.bus, self._context.session
        self.navigation.wanted.connect(self.show_page)
        bus.refused.connect(self.notices.say_bad)
        bus.told.connect(self.notices.say)
        bus.done.connect(self.notices.say)
        bus.unsaved.connect(self.notices.offer_text)
        bus.place_wanted.connect(self.go_to)
        bus.page_wanted.connect(self.show_address)
        self.stack.shown.connect(self._page_shown)
        bus.saved.connect(self._saved)
        session.tree_loaded.connect(self._tree)
        session.bureau_changed.connect(self.status.show_bureau)
        session.lights_changed.connect(context.theme.show_lights)
        session.period_changed.connect(self._remember)
        # Not by changeEvent: to be handed any event at all makes every kind of event (3 ms).
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.applicationStateChanged.connect(self._came_back)
        desk = context.desk
        desk.operator_wanted.connect(self.ask_operator)
        desk.operator_changed.connect(self._operator)
        self.steps.labels.connect(self._labels)
        self.status.operator.clicked.connect(self.ask_operator)
        self.header.intake_wanted.connect(lambda: self.show_page("intake"))
        self.header.search.textEdited.connect(lambda words: self.hits.ask(words))

    def _show_all(self) -> None:
        session, desk = self._context.session, self._context.desk
        self._tree(session.tree)
        self.status.show_bureau(session.bureau)
        self._operator(desk.operator)
        self._labels("", "")
        self.status.show_saved(None, desk.writable)
        self.states.show_all()

    @property
    def hits(self) -> SearchList:
        """The list under the search field; made at the first search."""
        if self._hits is None:
            from gui.frame.hit_place import lead_to
            from gui.frame.search_list import SearchList

            self._hits = SearchList(self._context, self.header.search, self)
            self._hits.chosen.connect(lambda hit: lead_to(hit, self._context, self.tasks))
        return self._hits

    # -- pages

    @property
    def tasks(self) -> TasksPage:
        """The page that the window begins with."""
        page = self.stack.page("tasks")
        return cast("TasksPage", page)

    @property
    def intake(self) -> IntakePage:
        """The page where plans are read, brought to the front."""
        self.show_page("intake")
        return cast("IntakePage", self.stack.page("intake"))

    def show_page(self, name: str) -> None:
        """Show a page; what was being typed on the other one is saved."""
        self.leave_field()
        self.stack.show_page(name)

    def show_address(self, line: str) -> None:
        """Show a place of a page: settings/字体, tasks?light=red."""
        self.leave_field()
        self.stack.show_address(Address.parse(line))

    def _page_shown(self, name: str) -> None:
        self.navigation.show_page(name)
        self.states.page_shown(name)

    def page_at(self, place: int) -> None:
        """The page at a place of the navigation."""
        self.show_page(PAGES[place][0])

    def go_to(self, task_id: int, tab: str = "") -> None:
        """Lead to a task, and to a tab of its detail."""
        self.show_page("tasks")
        self.tasks.show_task(task_id, tab)

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.header.search.setFocus()
        self.header.search.selectAll()

    # -- who sits here

    def ask_operator(self) -> None:
        """Ask for the 当前操作人; the waiting change goes on, or its field keeps what was typed."""
        # After the event that asked: a dialog must not open inside a focus change.
        QTimer.singleShot(0, self, self._ask_operator)

    def _ask_operator(self) -> None:
        from gui.dialogs.operator import ask_operator

        ask_operator(self._context, self, self._operator_answered)

    def _operator_answered(self, named: bool) -> None:
        closing, self._closing = self._closing, False
        if closing and named:
            self.close()
        elif closing:
            self._stay()

    # -- what is told

    def _saved(self, change: Change) -> None:
        self.status.show_saved(self._context.desk.saved_at, self._context.desk.writable)

    def _tree(self, tree: PlanTree | None) -> None:
        self.status.show_counts(tree)
        title = text.proper(tree.plan.title) if tree else self._start.path.stem
        self.setWindowTitle(f"{title}（{self._start.path.name}）")

    def _operator(self, name: str) -> None:
        self.status.show_operator(name)
        if name and not self._start.operator and not self._start.demo:
            self._context.preferences.keep("operator", name)

    def _labels(self, undo: str, redo: str) -> None:
        self.status.show_undo(undo, redo)
        self.menus.show_labels(undo, redo)

    def _remember(self) -> None:
        """Keep where one is for the next start; the demo begins anew each time."""
        if self._start.demo:
            return
        session, page = self._context.session, self.stack.current
        left = Remembered(self._context.preferences, self._start.path)
        left.keep(left.PERIOD, session.period.code)
        if session.tree is not None:
            left.keep(left.PLAN, plan_key(session.tree.plan))
        if page is not None:
            left.keep(left.PLACE, str(page.address()))

    # -- closing, and other ledgers

    def leave_field(self) -> None:
        """Save what is being typed, as leaving the field would."""
        field = QApplication.focusWidget()
        if isinstance(field, (QLineEdit, QPlainTextEdit)):
            field.clearFocus()

    def follow_with(self, path: Path, make: Callable[[Path], Ledger]) -> None:
        """Close this ledger and go on with another."""
        self.following = (path, make)
        self.close()

    def open_ledger(self, path: Path) -> None:
        """Go on with another ledger; the one that is shown stays."""
        if path.absolute() != self._start.path.absolute():
            self.follow_with(path, self._start.open_at)

    def close_ledger(self) -> None:
        """Close this ledger and ask with which to go on."""
        self.choosing = True
        self.close()

    def _stay(self) -> None:
        """The window does not close after all: nothing comes after it."""
        self.following = None
        self.choosing = False

    def show_manual(self) -> None:
        """使用手册, at the chapter of the page that is shown."""
        from gui.manual.window import open_manual

        if self._manual is None:
            self._manual = open_manual(self._context, self)
        if self._manual is not None:
            page = self.stack.current
            where = Address("") if page is None else page.address()
            self._manual.show_page(where.page, where.part)

    @property
    def start(self) -> Start:
        """How the window began."""
        return self._start

    @property
    def context(self) -> Context:
        """What the pages were given."""
        return self._context

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, remember the window, go."""
        self.leave_field()
        if self._context.desk.waiting:
            # What was just left can only be saved once somebody is named.
            self._closing = True
            event.ignore()
            return
        if not self._leaving.ready():
            event.ignore()
            if not self._leaving.again:
                self._stay()
            return
        self._context.bus.closing.emit()
        keep = self._context.preferences.keep
        keep("window", bytes(self.saveGeometry().toBase64().data()).decode())
        self._remember()
        self.stack.leave()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A ledger or a plan may be dropped anywhere."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Go on with the ledger that was dropped; any other file is read as a plan."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            way = self.open_ledger if path.suffix == LEDGER else self.intake.read_file
            # After the drop is over: the window that it came from still waits for the answer.
            QTimer.singleShot(0, self, lambda: way(path))

    def _came_back(self, state: Qt.ApplicationState) -> None:
        """A new day may have begun while the person was elsewhere."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._context.session.new_day()

    def _restore(self) -> None:
        kept = self._context.preferences.text("window")
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            room = self.screen().availableGeometry()
            self.resize(min(1366, room.width()), min(740, room.height() - _FRAME))
            if room.width() <= _SMALL:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        left = Remembered(self._context.preferences, self._start.path)
        self.stack.show_page("tasks")
        if not self._start.demo and left.text(left.PLACE):
            self.stack.show_address(Address.parse(left.text(left.PLACE)))
