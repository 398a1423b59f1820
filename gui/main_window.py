"""The window: frame, menus and pages put together. Wiring only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.frame.header import Header
from gui.frame.menus import Menus
from gui.frame.navigation import PAGES, Navigation
from gui.frame.notices import Notices
from gui.frame.status_line import StatusLine
from gui.pages.page import Page
from gui.pages.tasks.page import TasksPage
from gui.start import Start
from gui.widgets.autosave import SavingLine, SavingText
from models import text
from models.ledger import Ledger
from models.rows import Bureau, Change, PlanTree
from models.rules import Adoption

if TYPE_CHECKING:
    from gui.frame.search_list import SearchList

# A title bar's height, and the width of screens on which nothing should be given away.
_FRAME = 40
_SMALL = 1440
_REFUSALS = 2
Following = tuple[Path, Callable[[Path], Ledger]]


class MainWindow(QMainWindow):
    """`following`: the ledger to open when this window has closed, if another was chosen."""

    def __init__(self, context: Context, start: Start) -> None:
        super().__init__()
        self.following: Following | None = None
        self._closing = False
        self._refusals = 0
        self._context = context
        self._start = start
        self._pages: dict[str, Page] = {}
        self._build()
        self._connect()
        self._restore()
        self.show_page("tasks")
        self._show_all()

    # -- putting together

    def _build(self) -> None:
        context = self._context
        self.header = Header(context.session)
        self.navigation = Navigation(context.theme)
        self.stack = QStackedWidget()
        self.notices = Notices()
        self.status = StatusLine()
        self.menus = Menus(self)
        self.tasks = TasksPage(context)
        self._hits: SearchList | None = None
        self._pages["tasks"] = self.tasks
        self.stack.addWidget(self.tasks)
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
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(1000, 600)

    def _connect(self) -> None:
        context, bus, session = self._context, self._context.bus, self._context.session
        self.navigation.wanted.connect(self.show_page)
        bus.refused.connect(self.notices.say_bad)
        bus.told.connect(self.notices.say)
        bus.unsaved.connect(self.notices.offer_text)
        bus.place_wanted.connect(self.go_to)
        bus.page_wanted.connect(self.show_place)
        bus.saved.connect(self._saved)
        session.tree_loaded.connect(self._tree)
        session.bureau_changed.connect(self._bureau)
        session.period_changed.connect(self._remember_period)
        desk = context.desk
        desk.operator_wanted.connect(self.ask_operator)
        desk.operator_changed.connect(self._operator)
        desk.labels_changed.connect(self._labels)
        self.status.operator.clicked.connect(self.ask_operator)
        self.header.search.textEdited.connect(lambda words: self.hits.ask(words))

    def _show_all(self) -> None:
        session, desk = self._context.session, self._context.desk
        self._tree(session.tree)
        self._bureau(session.bureau)
        self._operator(desk.operator)
        self._labels("", "")
        self.status.show_saved(None, desk.writable)
        if not desk.writable:
            self.notices.stay("read-only", f"这本台账现在只能查看。{desk.ledger.read_only_reason}")
        if session.tree is None:
            self.notices.stay("no-plan", "台账中还没有工作要点。可在“文件”菜单新建带有要点的台账。")

    @property
    def hits(self) -> SearchList:
        """The list under the search field; made at the first search."""
        if self._hits is None:
            from gui.frame.search_list import SearchList

            self._hits = SearchList(self._context, self.header.search, self)
            self._hits.chosen.connect(self.go_to)
        return self._hits

    # -- pages

    def show_page(self, name: str) -> None:
        """Show a page; it is made when it is first wanted."""
        if name not in self._pages:
            page = self._make_page(name)
            self._pages[name] = page
            self.stack.addWidget(page)
        self.leave_field()
        self.stack.setCurrentWidget(self._pages[name])
        self.navigation.show_page(name)
        # Not by a focus proxy: Tab would jump over what stands before it.
        self._pages[name].first_field().setFocus()
        self._say_undecided(self._context.session.tree)

    def _make_page(self, name: str) -> Page:
        # Imported when first shown: reports and settings must not slow the start.
        if name == "report":
            from gui.pages.report.page import ReportPage

            return ReportPage(self._context)
        from gui.pages.settings.page import SettingsPage

        return SettingsPage(self._context)

    def show_place(self, place: str) -> None:
        """Show a page, or one of its panels: settings/字体."""
        name, _, panel = place.partition("/")
        self.show_page(name)
        self._pages[name].show_part(panel)

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

    # -- what is told

    def _saved(self, change: Change) -> None:
        self.status.show_saved(self._context.desk.saved_at, self._context.desk.writable)

    def _tree(self, tree: PlanTree | None) -> None:
        self.status.show_counts(tree)
        self._say_undecided(tree)
        title = text.proper(tree.plan.title) if tree else self._start.path.stem
        self.setWindowTitle(f"{title}（{self._start.path.name}）")

    def _say_undecided(self, tree: PlanTree | None) -> None:
        count = tree.totals.undecided if tree and self._context.desk.writable else 0
        # The keys that it names are those of the tree.
        if not count or self.stack.currentWidget() is not self.tasks:
            self.notices.gone("undecided")
            return
        self.notices.stay(
            "undecided",
            f"还有 {count} 项任务未定是否承接：选中后按 1 主责、2 配合、3 不涉及，可多选一起定。",
            (("只看待定", lambda: self.tasks.filters.choose_role(Adoption.UNDECIDED)),),
        )

    def _bureau(self, bureau: Bureau) -> None:
        self.status.show_bureau(bureau)
        if bureau.name or not self._context.desk.writable:
            self.notices.gone("bureau")
        else:
            self.notices.stay(
                "bureau",
                "请填写本单位名称，报告的版头和落款要用；其他内容可以先做。",
                (("去填写", lambda: self.show_page("settings")),),
            )

    def _operator(self, name: str) -> None:
        self.status.show_operator(name)
        if name and not self._start.operator and not self._start.demo:
            self._context.preferences.keep("operator", name)

    def _labels(self, undo: str, redo: str) -> None:
        self.status.show_undo(undo, redo)
        self.menus.show_labels(undo, redo)

    def _remember_period(self) -> None:
        if self._start.demo:
            return
        from gui.app import period_key

        self._context.preferences.keep(
            period_key(self._start.path), self._context.session.period.code
        )

    # -- closing, and other ledgers

    def leave_field(self) -> None:
        """Save what is being typed, as leaving the field would."""
        field = QApplication.focusWidget()
        if isinstance(field, (QLineEdit, QPlainTextEdit)):
            field.clearFocus()

    def follow_with(self, path: Path, make: Callable[[Path], Ledger]) -> None:
        """Close this ledger and go on with another."""
        self.following = (path, make)
        if not self.close():
            self.following = None

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
        if self._unsaved() and self._refusals < _REFUSALS:
            # First wait for what is on its way; then, once, show what could not be saved.
            self._refusals += 1
            event.ignore()
            if self._refusals == 1:
                self._context.desk.after(self.close)
            return
        self._context.bus.closing.emit()
        keep = self._context.preferences.keep
        keep("window", bytes(self.saveGeometry().toBase64().data()).decode())
        keep("splitter", self.tasks.widths())
        super().closeEvent(event)

    def _unsaved(self) -> bool:
        lines = any(field.unsaved for field in self.findChildren(SavingLine))
        return lines or any(field.unsaved for field in self.findChildren(SavingText))

    def changeEvent(self, event: QEvent) -> None:
        """On coming back, a new day may have begun."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._context.session.new_day()

    def _restore(self) -> None:
        kept = self._context.preferences.text("window")
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode()))):
            room = self.screen().availableGeometry()
            self.resize(min(1366, room.width()), min(740, room.height() - _FRAME))
            if room.width() <= _SMALL:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.tasks.set_widths(self._context.preferences.numbers("splitter"))
