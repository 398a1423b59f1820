"""The plan as a tree: parts, items and tasks in order, local tasks at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.widgets.fields import day_words
from models import text
from models.rows import ItemRow, PartRow, PlanTree, SectionRow, TaskRow

Index = QModelIndex | QPersistentModelIndex
NAME, ADOPTION, SECTION, DUE, PERCENT = range(5)
HEADINGS = ("任务", "承接", "责任科室", "完成时限", "完成进度")
ROW_ROLE = Qt.ItemDataRole.UserRole
LOCAL_HEADING = "本地任务"


@dataclass
class Node:
    """One line of the tree; `row` is the part, item or task, or None for 本地任务."""

    row: PartRow | ItemRow | TaskRow | None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    place: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What stays the same when the tree is read again."""
        return (type(self.row).__name__, 0 if self.row is None else self.row.id)

    def add(self, row: PartRow | ItemRow | TaskRow | None) -> Node:
        """Hang a line below this one."""
        child = Node(row, self, place=len(self.children))
        self.children.append(child)
        return child

    def tasks(self) -> Iterator[TaskRow]:
        """All tasks at or below this line."""
        if isinstance(self.row, TaskRow):
            yield self.row
        for child in self.children:
            yield from child.tasks()


def build(tree: PlanTree | None) -> Node:
    """Hang items under their parts, tasks under their items; what has neither hangs on top."""
    root = Node(None)
    if tree is None:
        return root
    parts = {part.id: root.add(part) for part in tree.parts}
    items: dict[int, Node] = {}
    for item in tree.items:
        above = root if item.part_id is None else parts[item.part_id]
        items[item.id] = above.add(item)
    for task in tree.tasks:
        if task.local:
            continue
        if task.item_id is not None:
            items[task.item_id].add(task)
        elif task.part_id is not None:
            parts[task.part_id].add(task)
        else:
            root.add(task)
    own = [task for task in tree.tasks if task.local]
    if own:
        heading = root.add(None)
        for task in own:
            heading.add(task)
    return root


class TaskTreeModel(QAbstractItemModel):
    """`tick_wanted(TaskRow, bool)` when a person ticks a task; the model itself never changes rows."""

    tick_wanted = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(None)
        self._nodes: dict[tuple[str, int], Node] = {}
        self._year: int | None = None
        self._short: dict[int, str] = {}

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
        pairs = list(zip(_walk(self._root), _walk(root), strict=False))
        if self._nodes and _shape(root) == _shape(self._root):
            for old, new in pairs:
                if old.row != new.row:
                    old.row = new.row
                    self._tell(old)
            return
        self._root = root
        self._nodes = {node.key: node for node in _walk(root)}

    def _tell(self, node: Node) -> None:
        # Lines above show sums of the tasks below.
        line: Node | None = node
        while line is not None and line is not self._root:
            self.dataChanged.emit(
                self.createIndex(line.place, 0, line), self.createIndex(line.place, PERCENT, line)
            )
            line = line.parent

    def task_index(self, task_id: int) -> QModelIndex:
        """Where a task stands; invalid when it is not in the tree."""
        node = self._nodes.get(("TaskRow", task_id))
        return QModelIndex() if node is None else self.createIndex(node.place, 0, node)

    def node(self, index: Index) -> Node:
        """The line at an index; the root for an invalid one."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's signature)
        """The index of a line."""
        above = self.node(parent)
        if parent.isValid() and parent.column() != 0:
            return QModelIndex()
        if not (0 <= row < len(above.children) and 0 <= column < len(HEADINGS)):
            return QModelIndex()
        return self.createIndex(row, column, above.children[row])

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
        return len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only an adopted task with measures can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.node(index).row
        if isinstance(row, TaskRow) and index.column() == NAME and tickable(row):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (Qt's variant)
        """The words over the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, tick state, and the row itself for the delegate."""
        node = self.node(index)
        if node is self._root:
            return None
        if role == ROW_ROLE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        if isinstance(node.row, TaskRow) and index.column() == NAME:
            if role == Qt.ItemDataRole.CheckStateRole and tickable(node.row):
                return tick_state(node.row)
            if role == Qt.ItemDataRole.ToolTipRole:
                return text.proper(node.row.text)
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

    def _words(self, node: Node, column: int) -> str:
        row = node.row
        if isinstance(row, TaskRow):
            return self._task_words(row, column)
        if column == NAME:
            return heading(node)
        if column == PERCENT and node.parent is self._root:
            adopted = [task for task in node.tasks() if task.role.adopted]
            done = sum(task.status.done for task in adopted)
            return f"已完成 {done}/{len(adopted)}" if adopted else ""
        return ""

    def _task_words(self, task: TaskRow, column: int) -> str:
        if column == NAME:
            return f"{task.label}. {task_name(task)}"
        if column == ADOPTION:
            return task.role.word
        if not task.role.adopted:
            return ""
        if column == SECTION:
            return self._short.get(task.section_id or 0, task.section)
        if column == DUE:
            return day_words(task.due_on, self._year)
        return f"{task.percent:.0f}%"

    def _spoken(self, node: Node) -> str:
        row = node.row
        if not isinstance(row, TaskRow):
            return heading(node)
        words = [self._task_words(row, column) for column in range(len(HEADINGS))]
        if row.light is not None:
            words.append(row.light.word)
        return "，".join(word for word in words if word)


def heading(node: Node) -> str:
    """The words of a part, an item or 本地任务."""
    row = node.row
    if row is None or isinstance(row, TaskRow):
        return LOCAL_HEADING
    joint = "、" if isinstance(row, PartRow) and row.number else ""
    return text.proper(f"{row.number}{joint}{row.title}")


def task_name(task: TaskRow) -> str:
    """任务简称, else the beginning of the text."""
    return text.proper(task.short_title or task.local_text or task.text)


def tickable(task: TaskRow) -> bool:
    """Whether a task has a box: it is the bureau's and has something to tick."""
    return task.role.adopted and task.adopted_measures > 0


def tick_state(task: TaskRow) -> Qt.CheckState:
    """Full when everything is ticked, half when something is."""
    if task.ticked_measures >= task.adopted_measures:
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if task.ticked_measures else Qt.CheckState.Unchecked


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _walk(child)


def _shape(root: Node) -> list[tuple[str, int]]:
    return [node.key for node in _walk(root)]
