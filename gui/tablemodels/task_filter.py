"""Which tasks of the tree are shown; lines above stay while something below them is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from gui.tablemodels.task_tree import ROW_ROLE, Node
from models.dataclass import dataclass
from models.rows import TaskRow
from models.rules import Adoption, Light, Status


@dataclass(frozen=True)
class TaskFilter:
    """None means all. section: id, or 0 for tasks without one."""

    role: Adoption | None = None
    section: int | None = None
    status: Status | None = None
    light: Light | None = None
    unfilled: bool = False

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return self == TaskFilter()

    def takes(self, task: TaskRow) -> bool:
        """Whether a task is shown."""
        if self.role is not None and task.role is not self.role:
            return False
        if self.section is not None and (task.section_id or 0) != self.section:
            return False
        lit = task.role.adopted
        if self.status is not None and not (lit and task.status is self.status):
            return False
        if self.light is not None and not (lit and task.light is self.light):
            return False
        # A checked-off task is not asked for any more.
        asked = lit and not task.filled and task.status is not Status.CLOSED
        return asked or not self.unfilled


class TaskFilterModel(QSortFilterProxyModel):
    """The tree with only the tasks that the filter takes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = TaskFilter()
        self.setRecursiveFilteringEnabled(False)

    def set_filter(self, wanted: TaskFilter) -> None:
        """Show other tasks."""
        if wanted != self._filter:
            self._filter = wanted
            self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """A line is shown when one of its tasks is, or when nothing is filtered."""
        if self._filter.empty:
            return True
        node = self.sourceModel().index(row, 0, parent).data(ROW_ROLE)
        return isinstance(node, Node) and any(self._filter.takes(task) for task in node.tasks())

    def tasks(self) -> list[TaskRow]:
        """The tasks that are shown."""
        return list(self._tasks_below(QModelIndex()))

    def _tasks_below(self, parent: QModelIndex) -> Iterator[TaskRow]:
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            node = index.data(ROW_ROLE)
            if isinstance(node, Node) and isinstance(node.row, TaskRow):
                yield node.row
            yield from self._tasks_below(index)
