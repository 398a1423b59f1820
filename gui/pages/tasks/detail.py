"""The task under the cursor: head, and the tabs 举措, 进展, 记录与佐证, 变更记录."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.pages.tasks.detail_head import DetailHead
from gui.pages.tasks.history_tab import HistoryTab
from gui.pages.tasks.measure_card import MeasureCard
from gui.pages.tasks.measures_tab import MeasuresTab
from gui.pages.tasks.progress_tab import ProgressTab
from gui.pages.tasks.records_tab import RecordsTab
from gui.pages.tasks.several import SeveralPane
from gui.widgets.attached import brings_files, files_in, pastes_attachment
from gui.widgets.labels import muted
from models import queries
from models.rows import SectionRow, TaskDetail, TaskRow

if TYPE_CHECKING:
    from gui.pages.tasks.heading_pane import HeadingPane
    from gui.tablemodels.plan_nodes import Node

TABS = (
    ("measures", "举措"),
    ("progress", "进展"),
    ("records", "记录与佐证"),
    ("history", "变更记录"),
)
# Room for the scroll bar beside the head.
_BAR = 16


class DetailPane(QWidget):
    """Asks nothing but people; is given a `TaskDetail`. `left()`: Esc goes back to the tree.

    shown(task id): another task, or the same one read again, stands here.
    files_wanted(TaskRow, [Path], measure_id or None): files were dropped on or chosen for the task;
    paste_wanted(TaskRow, measure_id or None): Ctrl+V with a file or a picture; look_wanted(rows, evidence_id).
    task_wanted(id), all_wanted(): from a heading to one of its tasks, or all of them selected.
    """

    left = Signal()
    shown = Signal(int)
    actions_wanted = Signal(str, object)
    files_wanted = Signal(object, list, object)
    paste_wanted = Signal(object, object)
    look_wanted = Signal(list, int)
    task_wanted = Signal(int)
    all_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setMinimumWidth(400)
        self._context = context
        self._detail: TaskDetail | None = None
        self.head = DetailHead(context)
        self.head.actions_wanted.connect(self.actions_wanted)
        self.several = SeveralPane(context)
        self.measures = MeasuresTab(context)
        self.progress = ProgressTab(context)
        self.records = RecordsTab(context)
        self.history = HistoryTab(context)
        self._tabs: dict[str, MeasuresTab | ProgressTab | RecordsTab | HistoryTab] = {
            "measures": self.measures,
            "progress": self.progress,
            "records": self.records,
            "history": self.history,
        }
        self._heading: HeadingPane | None = None
        self._stale: set[str] = set()
        self._bar = QTabBar()
        self._bar.setAccessibleName("任务的内容")
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._stack = QStackedWidget()
        for name, word in TABS:
            self._bar.addTab(word)
            self._stack.addWidget(_scrolled(self._tabs[name]))
        self._bar.currentChanged.connect(self._turn)
        self._empty = muted("选择左边的一项任务，这里显示它的内容。")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self.setAcceptDrops(True)
        self.measures.files_wanted.connect(self._files)
        self.records.files_wanted.connect(self._files)
        self.records.look_wanted.connect(self.look_wanted)
        self.ask_people()
        context.session.bureau_changed.connect(self._again)
        context.theme.changed.connect(self._again)

    def _build(self) -> None:
        self._whole = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._whole)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        # Beside the tabs, in a low window, the head has to be scrolled.
        self._head_area = _scrolled(None)
        self._head_area.hide()
        lower = QWidget()
        inner = QVBoxLayout(lower)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        row = QVBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._bar)
        inner.addLayout(row)
        line = QFrame()
        line.setObjectName("card")
        line.setFixedHeight(1)
        inner.addWidget(line)
        inner.addWidget(self._stack, 1)
        self._halves.addWidget(self._head_area, 2)
        self._halves.addWidget(self.head)
        self._halves.addWidget(lower, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._empty, self._whole, self.several):
            column.addWidget(widget)
        self._kinds: list[QWidget] = [self._empty, self._whole, self.several]
        self._show_only(self._empty)

    def _show_only(self, wanted: QWidget) -> None:
        for widget in self._kinds:
            widget.setVisible(widget is wanted)

    def set_side_by_side(self, beside: bool) -> None:
        """Under the tree the pane is low and wide: head and tabs stand beside each other."""
        if beside == (self._halves.direction() is QBoxLayout.Direction.LeftToRight):
            return
        if beside:
            self._halves.setDirection(QBoxLayout.Direction.LeftToRight)
            self._head_area.setWidget(self.head)
            self._head_area.setMinimumWidth(self.head.minimumSizeHint().width() + _BAR)
        else:
            self._halves.setDirection(QBoxLayout.Direction.TopToBottom)
            self._head_area.takeWidget()
            self._halves.insertWidget(1, self.head)
        self._head_area.setVisible(beside)
        self.head.show()

    def show_detail(self, detail: TaskDetail) -> None:
        """Show a task."""
        other = self._detail is None or self._detail.task.id != detail.task.id
        self._detail = detail
        tree = self._context.session.tree
        self.head.show_detail(detail, tree.plan.year if tree else None)
        self.history.forget(detail.task.id)
        self._stale = set(self._tabs)
        self._show_tab()
        self._name_tabs(detail)
        self._show_only(self._whole)
        self.shown.emit(detail.task.id)
        if other:
            for place in range(self._stack.count()):
                area = self._stack.widget(place)
                if isinstance(area, QScrollArea):
                    area.verticalScrollBar().setValue(0)

    @property
    def task_id(self) -> int | None:
        """Which task is shown."""
        return None if self._detail is None else self._detail.task.id

    def show_several(self, tasks: Sequence[TaskRow]) -> None:
        """Show what several tasks have in common."""
        self.several.show_tasks(tasks)
        self._show_only(self.several)

    @property
    def heading(self) -> HeadingPane:
        """A part or an item; made when one is first under the cursor."""
        if self._heading is None:
            from gui.pages.tasks.heading_pane import HeadingPane

            self._heading = HeadingPane(self._context.theme)
            self._heading.task_wanted.connect(self.task_wanted)
            self._heading.all_wanted.connect(self.all_wanted)
            self._kinds.append(self._heading)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._heading)
        return self._heading

    def show_heading(self, node: Node, shown: Sequence[TaskRow]) -> None:
        """Show a part or an item, and those of its tasks that the filter leaves."""
        tree = self._context.session.tree
        self.heading.show_heading(node, shown, tree.plan.year if tree else None)
        self._show_only(self.heading)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        self.head.show_sections(sections)
        self.several.show_sections(sections)

    def ask_people(self) -> None:
        """Read the people again."""
        self._context.desk.ask(queries.people, True, done=self.head.show_people, owner=self)

    def show_tab(self, name: str) -> None:
        """Turn to a tab."""
        self._bar.setCurrentIndex(_place(name))

    def enter(self) -> None:
        """Put the cursor into the shown tab, or into what several tasks have in common."""
        if self.several.isVisible():
            self.several.section.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if self._heading is not None and self._heading.isVisible():
            self._heading.enter()
            return
        tab = self._tabs[TABS[self._bar.currentIndex()][0]]
        tab.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the tree; a file or a picture is pasted as evidence."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif pastes_attachment(event) and self._detail is not None and self._whole.isVisible():
            self.paste_wanted.emit(self._detail.task, self._measure_of(self.focusWidget()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the task; a ledger is for the window to open."""
        if self._whole.isVisible() and self._context.desk.writable and brings_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files and folders become evidence of the task, or of the measure under them."""
        event.acceptProposedAction()
        self._files(files_in(event.mimeData()), self._measure_at(event.position().toPoint()))

    def _measure_at(self, at: QPoint) -> int | None:
        return self._measure_of(self.childAt(at))

    def _measure_of(self, widget: QWidget | None) -> int | None:
        """The measure whose card a widget belongs to."""
        while widget is not None and widget is not self:
            if isinstance(widget, MeasureCard):
                return widget.row_id()
            widget = widget.parentWidget()
        return None

    def _files(self, paths: list[Path], measure_id: int | None = None) -> None:
        if self._detail is not None and paths:
            self.files_wanted.emit(self._detail.task, paths, measure_id)

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._show_tab()

    def _show_tab(self) -> None:
        """Fill the tab that is looked at; the others wait until they are."""
        name = TABS[self._bar.currentIndex()][0]
        if self._detail is not None and name in self._stale:
            self._stale.discard(name)
            self._tabs[name].show_detail(self._detail)

    def _again(self) -> None:
        if self._detail is not None:
            self.show_detail(self._detail)

    def _name_tabs(self, detail: TaskDetail) -> None:
        mine = [measure for measure in detail.measures if measure.role.adopted]
        ticked = sum(measure.ticked for measure in mine)
        words = {
            "measures": f"举措 {ticked}/{len(mine)}" if mine else f"举措 {len(detail.measures)}",
            "records": f"记录与佐证 {len(detail.notes) + len(detail.evidence)}",
            "progress": "进展" if detail.task.filled or not detail.task.role.adopted else "进展 ○",
        }
        for name, word in words.items():
            self._bar.setTabText(_place(name), word)

    @property
    def empty(self) -> QLabel:
        """What stands here while no task is chosen."""
        return self._empty


def _place(name: str) -> int:
    return next(place for place, (each, _) in enumerate(TABS) if each == name)


def _scrolled(widget: QWidget | None) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if widget is not None:
        area.setWidget(widget)
    return area
