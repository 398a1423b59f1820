"""总览: how the plan stands at a glance; every number and square leads to its tasks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.pages.overview.bars_view import BarsView
from gui.pages.overview.counts_row import CountsRow
from gui.pages.overview.legend import Legend
from gui.pages.overview.line_list import LineList
from gui.pages.overview.panel import Panel
from gui.pages.overview.squares_view import SquaresView
from gui.pages.page import Page
from gui.tablemodels.count_cards import cards
from gui.tablemodels.link import LINK_ROLE, Link, tasks
from gui.tablemodels.overview_lists import change_line, due_line, due_words
from gui.tablemodels.task_filter import Due
from gui.widgets.labels import muted
from models import queries, text
from models.errors import KnownError
from models.overviewrows import Overview
from models.rows import PeriodRow
from reports.files import Written, write_paper

EMPTY = "台账中还没有工作要点。读入一份要点，这里就会显示任务的进度和亮灯。"
READ = "读入工作要点"
NOT_ADOPTED = "还没有承接任务。在任务页定主责、配合或不涉及，各部分的进度会显示在这里。"
ADOPT = "去定承接"
NOTHING_DUE = "今后 30 天没有到期的任务和举措。"
# Below this height, in logical pixels, everything stands closer together.
_LOW = 590
NOTHING_CHANGED = "还没有变更。勾选、填报、分工等每一次改动都会列在这里。"
# What was changed is worth more than who did it, where there is room for one of them.
_CHANGE = 240


class OverviewPage(Page):
    """Asks again when something was saved, when it is looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stale = True
        self.shown: Overview | None = None
        self._period: PeriodRow | None = None
        theme = context.theme
        self.counts = CountsRow(theme)
        self.bars = BarsView(theme)
        self.squares = SquaresView(theme)
        self.legend = Legend(theme)
        self.due = LineList("今后 30 天的时限", theme)
        self.latest = LineList("最近变更", theme, _CHANGE)
        self.save = QPushButton("保存图片…")
        self.save.setProperty("quiet", True)
        self.save.setToolTip("把总览存为图片（PNG 或 SVG）")
        self._build()
        self._connect()

    # -- putting together

    def _build(self) -> None:
        self.bars_panel = Panel("各部分进度", self.bars, self.save)
        self.squares_panel = Panel("任务亮灯", self.squares, self.legend)
        self.due_count = QPushButton()
        self.due_count.setProperty("link", True)
        self.due_count.setToolTip("在任务页看 30 天内到期的任务")
        self.due_panel = Panel("今后 30 天的时限", self.due, self.due_count)
        self.latest_panel = Panel("最近变更", self.latest)
        board = QWidget()
        board.setObjectName("board")
        grid = QGridLayout(board)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(12)
        grid.addWidget(self.counts, 0, 0, 1, 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        self._columns = (left, right)
        for column, upper, lower in (
            (left, self.bars_panel, self.squares_panel),
            (right, self.due_panel, self.latest_panel),
        ):
            column.setSpacing(12)
            column.addWidget(upper)
            column.addWidget(lower, 1)
        grid.addLayout(left, 1, 0)
        grid.addLayout(right, 1, 1)
        grid.setColumnStretch(0, 57)
        grid.setColumnStretch(1, 43)
        grid.setRowStretch(1, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(board)
        self._grid = grid
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty_ground())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _empty_ground(self) -> QWidget:
        self.empty = muted(EMPTY)
        self.read = QPushButton(READ)
        self.read.setProperty("main", True)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return ground

    def _connect(self) -> None:
        session, bus = self._context.session, self._context.bus
        # After every change, and for another plan, 填报期 or day, the tree is read again first.
        session.tree_loaded.connect(self._go_stale)
        self.counts.wanted.connect(self.follow)
        self.legend.wanted.connect(self.follow)
        self.save.clicked.connect(self.save_picture)
        self.read.clicked.connect(lambda: bus.page_wanted.emit("intake"))
        self.bars_panel.way_wanted.connect(lambda: self.follow(tasks(role="undecided")))
        self.due_count.clicked.connect(lambda: self.follow(tasks(due=Due.SOON.value)))
        for view in (self.bars, self.squares, self.due, self.latest):
            view.leading.wanted.connect(self.follow)

    def first_field(self) -> QWidget:
        """The first number; without a plan, the way to one."""
        if self._context.session.plan_id is None:
            return self.read
        return self.counts.cards[0].number

    # -- where it leads

    def follow(self, link: Link) -> None:
        """Go where a number, a square or a line leads."""
        if link.task_id is not None:
            self._context.bus.place_wanted.emit(link.task_id, link.tab)
        else:
            self._context.bus.page_wanted.emit(link.address)

    def fill_menu(self, menu: QMenu) -> None:
        """The page as a picture, and the task under the ring among the squares."""
        index = self.squares.currentIndex()
        link = index.data(LINK_ROLE) if self.squares.hasFocus() and index.isValid() else None
        self._fill(menu, link.task_id if isinstance(link, Link) else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The task of a square, and the whole page as a picture."""
        menu = self.menu(self._task_at(event))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self, task_id: int | None) -> QMenu:
        """What can be done with a square's task, and with the page."""
        menu = QMenu(self)
        self._fill(menu, task_id)
        return menu

    def _fill(self, menu: QMenu, task_id: int | None) -> None:
        if task_id is not None:
            bus = self._context.bus
            menu.addAction("打开任务", lambda: bus.place_wanted.emit(task_id, ""))
            menu.addAction("导出佐证材料…", lambda: bus.evidence_wanted.emit([task_id]))
            menu.addSeparator()
        menu.addAction("保存图片…", self.save_picture)

    def _task_at(self, event: QContextMenuEvent) -> int | None:
        """The task of the square under the mouse, or under the keyboard's ring."""
        index = self.squares.indexAt(self.squares.viewport().mapFromGlobal(event.globalPos()))
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.squares.hasFocus():
            index = self.squares.currentIndex()
        link = index.data(LINK_ROLE)
        return link.task_id if isinstance(link, Link) else None

    def save_picture(self) -> None:
        """Ask where, draw in the papers' lane, say where it is."""
        if self.shown is None:
            return
        from gui.pages.overview import picture

        found, family = self.shown, self.font().family()
        folder = Path(self._context.preferences.text("export folder") or Path.home())
        proposed = str(folder / picture.picture_name(found))
        name, kind = QFileDialog.getSaveFileName(
            self, "保存图片", proposed, ";;".join(picture.KINDS)
        )
        if not name:
            return
        target = picture.chosen_path(name, kind)
        self._context.preferences.keep("export folder", str(target.parent))
        self._context.papers.run(
            lambda: write_paper(
                picture.picture_bytes(found, family, target.suffix.lower()),
                target.name,
                target.parent,
                overwrite=True,
            ),
            self._saved,
            self._failed,
            owner=self,
        )

    def _saved(self, written: Written) -> None:
        folder = QUrl.fromLocalFile(str(written.path.parent))
        ways = (("打开文件夹", lambda: QDesktopServices.openUrl(folder)),)
        self._context.bus.done.emit(f"图片已保存：{written.path}", ways)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))

    # -- what is shown

    def _go_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer together on a small screen."""
        super().resizeEvent(event)
        dense = self.height() < _LOW
        room = 10 if dense else 16
        self._grid.setContentsMargins(16, room, 16, room)
        self._grid.setVerticalSpacing(8 if dense else 12)
        for column in self._columns:
            column.setSpacing(8 if dense else 12)
        self.bars.set_dense(dense)

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back: the ledger may have changed."""
        super().showEvent(event)
        if self._stale:
            self.ask()

    def prepare(self) -> None:
        """Read the numbers beforehand."""
        if self._stale:
            self.ask()

    def ask(self) -> None:
        """Read the numbers again."""
        self._stale = False
        session, desk = self._context.session, self._context.desk
        plan, period = session.plan_id, session.period
        self._stack.setCurrentIndex(1 if plan is None else 0)
        if plan is None:
            return

        def found(overview: Overview) -> None:
            if (plan, period) == (session.plan_id, session.period):
                self._show(overview)

        desk.ask(queries.period_row, period, done=self._take_period, owner=self)
        desk.ask(queries.overview, plan, desk.clock.today(), period, done=found, owner=self)

    def _take_period(self, row: PeriodRow) -> None:
        self._period = row

    def _show(self, found: Overview) -> None:
        self.shown = found
        self.counts.show_cards(cards(found, self._period))
        self.bars.bars.set_bars(found.bars)
        self.bars.refit()
        self.bars_panel.say_instead(*(("",) if found.bars else (NOT_ADOPTED, ADOPT)))
        self.bars_panel.say_aside("斜纹为滞后" if found.bars else "")
        self.squares.squares.set_tasks(found.tasks)
        self.squares.refit()
        # Local tasks have a square too.
        self.legend.show_lights(Counter(task.light for task in found.tasks if task.light))
        self.due.lines.set_rows(found.due, due_line)
        self.due_panel.say_instead("" if found.due else NOTHING_DUE)
        words = due_words(found.due)
        self.due_count.setText(words)
        self.due_count.setAccessibleName(f"30 天内到期的{words}")
        self.due_count.setVisible(bool(found.due))
        titles = {task.id: text.proper(task.short_title) for task in found.tasks}
        self.latest.lines.set_rows(found.latest, change_line(found.day, titles))
        self.latest_panel.say_instead("" if found.latest else NOTHING_CHANGED)
