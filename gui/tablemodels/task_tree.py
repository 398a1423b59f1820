"""The plan as a tree: parts, items and tasks in order, local tasks at the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.tablemodels.plan_nodes import Node, build, heading
from gui.tablemodels.task_columns import (
    COLUMNS,
    NAME,
    PERCENT,
    SECTION,
    short_words,
    whole_words,
)
from gui.widgets.copy_role import COPY_ROLE
from models import text
from models.rows import PlanTree, SectionRow, TaskRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ACROSS = Qt.Orientation.Horizontal
_WIDTH = len(COLUMNS)
# By their numbers, put together once: Python's enumerations are slow, and views ask without end.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKABLE = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


class TaskTreeModel(QAbstractItemModel):
    """`tick_wanted(TaskRow, bool)` when a person ticks a task; the model itself never changes rows."""

    tick_wanted = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(None)
        self._nodes: dict[tuple[str, int], Node] = {}
        self._year: int | None = None
        self._short: dict[int, str] = {}
        self._names: dict[int, str] = {}

    def set_sections(self, sections: Iterable[SectionRow]) -> None:
        """Say the sections' short names, where they have one."""
        self._short = {each.id: each.short_name for each in sections if each.short_name}
        for node in self._nodes.values():
            if isinstance(node.row, TaskRow):
                cell = self.createIndex(node.place, SECTION, node)
                self.dataChanged.emit(cell, cell)

    def set_tree(self, tree: PlanTree | None) -> None:
        """Show a tree; where only the rows' content differs, nothing is torn down."""
        root = build(tree)
        self._year = tree.plan.year if tree else None
        if _shape(root) == _shape(self._root):
            self._adopt(root)
            return
        self.beginResetModel()
        self._adopt(root)
        self.endResetModel()

    def _adopt(self, root: Node) -> None:
        pairs = list(zip(self._root.walk(), root.walk(), strict=False))
        if self._nodes and _shape(root) == _shape(self._root):
            for old, new in pairs:
                if old.row != new.row:
                    old.row = new.row
                    self._tell(old)
            return
        self._root = root
        self._nodes = {node.key: node for node in root.walk()}

    def _tell(self, node: Node) -> None:
        # Lines above show sums of the tasks below.
        line: Node | None = node
        while line is not None and line is not self._root:
            self.dataChanged.emit(
                self.createIndex(line.place, 0, line),
                self.createIndex(line.place, _WIDTH - 1, line),
            )
            line = line.parent

    def task_index(self, task_id: int) -> QModelIndex:
        """Where a task stands; invalid when it is not in the tree."""
        node = self._nodes.get(("TaskRow", task_id))
        return QModelIndex() if node is None else self.createIndex(node.place, 0, node)

    def node(self, index: Index) -> Node:
        """The line at an index; the root for an invalid one."""
        found: Node | None = index.internalPointer()
        return self._root if found is None else found

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's signature)
        """The index of a line."""
        # Asked thousands of times before a tree is on the screen: no step too many.
        if not parent.isValid():
            children = self._root.children
        elif parent.column() == 0:
            children = parent.internalPointer().children
        else:
            return QModelIndex()
        if 0 <= row < len(children) and 0 <= column < _WIDTH:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: ANN401, B008 (Qt overloads it)
        """The line above."""
        above = self.node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.place, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many lines hang below."""
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Always the same columns."""
        return _WIDTH

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only an adopted task with measures can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.node(index).row
        box = isinstance(row, TaskRow) and index.column() == NAME and tickable(row)
        return _TICKABLE if box else _PLAIN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (Qt's variant)
        """The words over the columns, and what they mean."""
        if orientation is not _ACROSS or not 0 <= section < _WIDTH:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names.get(section) or COLUMNS[section].heading
        return COLUMNS[section].hint if role == Qt.ItemDataRole.ToolTipRole else None

    def setHeaderData(
        self,
        section: int,
        orientation: Qt.Orientation,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Write other words over a column; nothing gives it its own back."""
        if role != Qt.ItemDataRole.EditRole or orientation is not _ACROSS:
            return False
        self._names[section] = str(value or "")
        self.headerDataChanged.emit(orientation, section, section)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, tick state, and the row itself for the delegate."""
        node = self.node(index)
        if node is self._root:
            return None
        if role == ROW_ROLE:
            return node
        if role == _DISPLAY:
            return self.words(node, index.column())
        if role == COPY_ROLE and isinstance(node.row, TaskRow):
            return whole_words(node.row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        if index.column() == NAME:
            if role == Qt.ItemDataRole.CheckStateRole:
                return box_of(node)
            if role == Qt.ItemDataRole.ToolTipRole:
                return _hint(node)
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """A tick is a wish: the ledger decides, and the tree is read again."""
        row = self.node(index).row
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, TaskRow):
            return False
        self.tick_wanted.emit(row, tick_state(row) is not Qt.CheckState.Checked)
        return False

    def words(self, node: Node, column: int) -> str:
        """What a cell shows; the delegate asks here, since by way of Qt it takes five times as long."""
        row = node.row
        if isinstance(row, TaskRow):
            return self._task_words(row, column)
        if column == NAME:
            return heading(node)
        if column == PERCENT and node.parent is self._root:
            adopted = [task for task in node.tasks() if is_lit(task)]
            done = sum(task.status.done for task in adopted)
            return f"已完成 {done}/{len(adopted)}" if adopted else ""
        return ""

    def _task_words(self, task: TaskRow, column: int) -> str:
        return short_words(task, column, self._year, self._short)

    def _spoken(self, node: Node) -> str:
        row = node.row
        if not isinstance(row, TaskRow):
            return heading(node)
        spoken = (number for number, column in enumerate(COLUMNS) if column.shown)
        return "，".join(word for number in spoken if (word := self._task_words(row, number)))


def tickable(task: TaskRow) -> bool:
    """Whether a task has a box: it is the bureau's and has something to tick."""
    return is_lit(task) and task.adopted_measures > 0


def is_lit(task: TaskRow) -> bool:
    """Whether a task is the bureau's and is tracked: lit, counted and asked for."""
    return task.role.adopted and task.tracked


def tick_state(task: TaskRow) -> Qt.CheckState:
    """Full when everything is ticked, half when something is."""
    return _state(task.ticked_measures, task.adopted_measures)


def box_of(node: Node) -> Qt.CheckState | None:
    """The box of a line: a part or item shows how far the tasks below it are; None without any."""
    tasks = [task for task in node.tasks() if tickable(task)]
    if not tasks:
        return None
    return _state(
        sum(task.ticked_measures for task in tasks), sum(task.adopted_measures for task in tasks)
    )


def _state(ticked: int, whole: int) -> Qt.CheckState:
    if ticked >= whole:
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked


def _hint(node: Node) -> str:
    if isinstance(node.row, TaskRow):
        return text.proper(node.row.text)
    tasks = [task for task in node.tasks() if is_lit(task)]
    ticked = sum(task.ticked_measures for task in tasks)
    whole = sum(task.adopted_measures for task in tasks)
    return f"{heading(node)}\n承接 {len(tasks)} 项任务，举措已勾选 {ticked}/{whole}"


def _shape(root: Node) -> list[tuple[str, int]]:
    return [node.key for node in root.walk()]
