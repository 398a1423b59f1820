"""The tree with its keys: Space ticks, 1/2/3/0 say 主责/配合/不涉及/待定, Enter goes into the task."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui.icons import paint_icon
from gui.pages.tasks.delegate import LinePainter, TaskDelegate
from gui.preferences import Preferences
from gui.tablemodels.plan_nodes import Node
from gui.tablemodels.task_columns import COLUMNS, NAME
from gui.tablemodels.task_filter import TaskFilterModel
from gui.tablemodels.task_tree import ROW_ROLE, TaskTreeModel
from gui.theme import Theme
from gui.widgets.attached import brings_files, files_in, pastes_attachment
from gui.widgets.columns import Columns
from gui.widgets.drop import dropped_plan
from gui.widgets.ground import fill
from models.rows import TaskRow
from models.rules import Adoption

ROLE_KEYS = {
    Qt.Key.Key_1: Adoption.OWN,
    Qt.Key.Key_2: Adoption.ASSIST,
    Qt.Key.Key_3: Adoption.NONE,
    Qt.Key.Key_0: Adoption.UNDECIDED,
}
Index = QModelIndex | QPersistentModelIndex
# Six characters after the box, so that all usual columns fit at 1200 pixels; then it scrolls sideways.
_NARROWEST_NAME = 188


class TaskTreeView(QTreeView):
    """Tells what a person wants of the selected tasks; changes nothing itself.

    adopt_wanted(Adoption), enter_wanted(), files_dropped(TaskRow, paths), paste_wanted(),
    menu_wanted(QPoint); told(str): a sentence to read;
    painted() once, when the tree has been on the screen for the first time.
    """

    adopt_wanted = Signal(object)
    enter_wanted = Signal()
    plan_dropped = Signal(Path)
    files_dropped = Signal(object, list)
    paste_wanted = Signal()
    menu_wanted = Signal(QPoint)
    told = Signal(str)
    painted = Signal()

    def __init__(self, tasks: TaskTreeModel, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._painted = False
        self._under: object = None
        self._at: object = None
        self._lay_ground()
        self.setAccessibleName("任务")
        self._theme = theme
        self._tasks = tasks
        self.filter = TaskFilterModel(self)
        self.filter.setSourceModel(tasks)
        self.setModel(self.filter)
        self._lines = LinePainter(theme, tasks)
        self._spans: list[tuple[int, int, int]] = []
        self._first = NAME
        self._clicks = TaskDelegate()
        self.setItemDelegate(self._clicks)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(True)
        self.setAcceptDrops(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        tasks.modelReset.connect(self.expandAll)
        self._lay_out_columns()
        hidden = [number for number, column in enumerate(COLUMNS) if not column.shown]
        self.columns = Columns(self.header(), "任务", preferences, hidden)

    def _lay_ground(self) -> None:
        """A viewport of our own: to ask Qt for its own makes every kind of widget (9 ms)."""
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is not the tree itself waits for the first of these."""
        # Once for all lines: to find a line costs as much as to draw it.
        under = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        self._under, self._at = under.data(ROW_ROLE), self.currentIndex().data(ROW_ROLE)
        self._lines.begin(self.font())
        self._measure()
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def _lay_out_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda number, *_: number != NAME and self._fit_name())
        for number, column in enumerate(COLUMNS):
            if number != NAME:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, column.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name takes what the other columns leave, but never less than it needs."""
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        header = self.header()
        others = sum(header.sectionSize(n) for n in range(header.count()) if n != NAME)
        header.resizeSection(NAME, max(_NARROWEST_NAME, self.viewport().width() - others))

    def current_task(self) -> TaskRow | None:
        """The task under the cursor."""
        return self._task(self.currentIndex())

    def selected_tasks(self) -> list[TaskRow]:
        """All selected tasks, in order; a selected heading means nothing."""
        rows = self.selectionModel().selectedRows(NAME)
        found = [task for index in rows if (task := self._task(index)) is not None]
        return sorted(found, key=lambda task: (task.local, task.position))

    def heading(self) -> Node | None:
        """The part or item that the cursor is on."""
        node = self.currentIndex().data(ROW_ROLE)
        return node if isinstance(node, Node) and not isinstance(node.row, TaskRow) else None

    def tasks_below(self) -> list[TaskRow]:
        """The shown tasks under the heading that the cursor is on; none on a task."""
        node = self.heading()
        if node is None:
            return []
        shown = {task.id for task in self.filter.tasks()}
        return [task for task in node.tasks() if task.id in shown]

    def select_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Select these, the cursor on the first."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for task in tasks:
            index = self.filter.mapFromSource(self._tasks.task_index(task.id))
            if index.isValid():
                chosen.select(index, index)
        if tasks and self.show_task(tasks[0].id):
            self.selectionModel().select(chosen, flags.Select | flags.Rows)

    def show_task(self, task_id: int) -> bool:
        """Put the cursor on a task; False when the filter hides it."""
        index = self.filter.mapFromSource(self._tasks.task_index(task_id))
        if not index.isValid():
            return False
        # Not `setCurrentIndex`: with Ctrl still held (Ctrl+F, Ctrl+Z) that would add to the selection.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def first_task(self) -> TaskRow | None:
        """The first task shown."""
        index = self.model().index(0, 0)
        while index.isValid():
            task = self._task(index)
            if task is not None:
                return task
            index = self.indexBelow(index)
        return None

    def _task(self, index: QModelIndex) -> TaskRow | None:
        node = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(node, Node) and isinstance(node.row, TaskRow):
            return node.row
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the day."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and key in ROLE_KEYS and self.selected_tasks():
            self.adopt_wanted.emit(ROLE_KEYS[key])
        elif plain and key in ROLE_KEYS and self.heading() is not None:
            self._choose_below(ROLE_KEYS[key])
        elif plain and key is Qt.Key.Key_Space:
            self._tick_current()
        elif pastes_attachment(event) and self.current_task() is not None:
            self.paste_wanted.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _choose_below(self, role: Adoption) -> None:
        """A key for 承接 on a heading: its tasks are shown selected first, a second stroke decides."""
        below = self.tasks_below()
        self.select_tasks(below)
        if below:
            self.told.emit(f"已选中这里的 {len(below)} 项任务，再按一次就都定为{role.word}。")

    def _tick_current(self) -> None:
        index = self.currentIndex().siblingAtColumn(NAME)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.model().setData(index, True, Qt.ItemDataRole.CheckStateRole)

    def _measure(self) -> None:
        """Where each column that can be seen begins, and how wide it is."""
        header, width = self.header(), self.viewport().width()
        self._first = header.logicalIndex(0)
        self._spans = []
        for column in range(header.count()):
            if not header.isSectionHidden(column):
                x, wide = header.sectionViewportPosition(column), header.sectionSize(column)
                if x < width and x + wide > 0:
                    self._spans.append((column, x, wide))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A whole line at once; its ground goes over the whole width."""
        node = index.data(ROW_ROLE)
        if not isinstance(node, Node):
            return
        box = option.rect
        chosen, hover = self.selectionModel().isSelected(index), node is self._under
        self._lines.paint_ground(painter, box, node, chosen=chosen, hover=hover)
        cells = {column: QRect(x, box.y(), wide, box.height()) for column, x, wide in self._spans}
        first = cells.get(self._first)
        if first is not None:
            room = self.indentation() * node.depth
            self._draw_fold(painter, QRect(first.x(), box.y(), room, box.height()), node, index)
            first.setLeft(first.x() + room)
        self._lines.paint_line(painter, node, cells)
        if node is self._at and self.hasFocus():
            mark = QRect(0, box.y(), 3, box.height() - 1)
            fill(painter, mark, self._theme.colours.accent)

    def _draw_fold(self, painter: QPainter, rect: QRect, node: Node, index: Index) -> None:
        """A small arrow before lines that can be folded."""
        if node.children:
            name = "down" if self.isExpanded(index) else "right"
            box = QRectF(rect.right() - 13, rect.center().y() - 6, 13, 13)
            paint_icon(painter, name, self._theme.colours.muted, box)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped on a task."""
        if brings_files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A task takes files; beside the tasks one file may be a plan to be read."""
        task = self._task(self.indexAt(event.position().toPoint()))
        if task is not None or dropped_plan(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files dropped on a task become its evidence."""
        task = self._task(self.indexAt(event.position().toPoint()))
        paths = files_in(event.mimeData())
        if task is not None and paths:
            event.acceptProposedAction()
            self.files_dropped.emit(task, paths)
        elif task is None and (plan := dropped_plan(event)) is not None:
            event.acceptProposedAction()
            self.plan_dropped.emit(plan)
