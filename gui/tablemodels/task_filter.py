"""Which tasks of the tree are shown; lines above stay while something below them is."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from gui.tablemodels.plan_nodes import Node
from gui.tablemodels.task_tree import ROW_ROLE, TaskTreeModel
from models.dataclass import dataclass
from models.rows import TaskRow
from models.rules import Adoption, Light, Standing, Status

_SOON = 30


class Taken(enum.Enum):
    """承接 as one asks for it: one of the four, or 主责 and 配合 together."""

    ADOPTED = "adopted"
    OWN = "own"
    ASSIST = "assist"
    NONE = "none"
    UNDECIDED = "undecided"

    @property
    def word(self) -> str:
        """The office's word."""
        return "主责和配合" if self is Taken.ADOPTED else Adoption(self.value).word

    def takes(self, role: Adoption) -> bool:
        """Whether a task of this 承接 is meant."""
        return role.adopted if self is Taken.ADOPTED else role.value == self.value


class Due(enum.Enum):
    """When a deadline lies, seen from a day. Finished tasks are neither 逾期 nor 即将到期."""

    OVERDUE = "overdue"
    SOON = "30"
    MONTH = "month"
    QUARTER = "quarter"
    NONE = "none"

    @property
    def word(self) -> str:
        """As it is offered."""
        return _DUE_WORDS[self]

    def takes(self, task: TaskRow, day: dt.date) -> bool:
        """Whether the deadline of an adopted task lies there."""
        due = task.due_on
        if self is Due.NONE:
            return task.due_default
        if self is Due.MONTH:
            return (due.year, due.month) == (day.year, day.month)
        if self is Due.QUARTER:
            return (due.year, (due.month - 1) // 3) == (day.year, (day.month - 1) // 3)
        if task.status.done:
            return False
        # As the lights see it: 持续推进 has until the year's end.
        if self is Due.OVERDUE:
            return task.last_day < day
        return day <= task.last_day <= day + dt.timedelta(days=_SOON)


_DUE_WORDS = {
    Due.OVERDUE: "逾期",
    Due.SOON: f"{_SOON}天内到期",
    Due.MONTH: "本月到期",
    Due.QUARTER: "本季度到期",
    Due.NONE: "无期限（默认年底）",
}


# Beside the ids of parts.
NO_PART, ISSUED, LOCAL = 0, -1, -2


@dataclass(frozen=True)
class TaskFilter:
    """None means all. section: an id, or 0 for tasks without one.

    part: an id; NO_PART, of the plan but in none; ISSUED, all that are counted as the plan's; LOCAL,
    the bureau's own.
    """

    role: Taken | None = None
    section: int | None = None
    status: Status | None = None
    light: Light | None = None
    standing: Standing | None = None
    part: int | None = None
    due: Due | None = None
    unfilled: bool = False

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return self == TaskFilter()

    def takes(self, task: TaskRow, day: dt.date) -> bool:
        """Whether a task is shown on a day."""
        lit = task.role.adopted and task.tracked
        # A checked-off task is not asked for any more.
        asked = lit and not task.filled and task.status is not Status.CLOSED
        return (
            (self.role is None or (task.tracked and self.role.takes(task.role)))
            and self.section in (None, task.section_id or 0)
            and (self.part is None or self._in_part(task))
            and (self.status is None or (lit and task.status is self.status))
            and (self.light is None or (lit and task.light is self.light))
            and (self.standing is None or (lit and task.standing is self.standing))
            and (self.due is None or (lit and self.due.takes(task, day)))
            and (asked or not self.unfilled)
        )

    def _in_part(self, task: TaskRow) -> bool:
        if self.part == ISSUED:
            return task.tracked and not task.local
        return self.part == (LOCAL if task.local else task.part_id or NO_PART)


class TaskFilterModel(QSortFilterProxyModel):
    """The tree with only the tasks that the filter takes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = TaskFilter()
        self._everything = True
        self._day = dt.date.min
        self.setRecursiveFilteringEnabled(False)

    def set_filter(self, wanted: TaskFilter, day: dt.date) -> None:
        """Show other tasks; `day` is today, for the deadlines."""
        if (wanted, day) != (self._filter, self._day):
            self._filter, self._day, self._everything = wanted, day, wanted.empty
            self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """A line is shown when one of its tasks is, or when nothing is filtered."""
        if self._everything:
            return True
        node = self.sourceModel().index(row, 0, parent).data(ROW_ROLE)
        return isinstance(node, Node) and any(
            self._filter.takes(task, self._day) for task in node.tasks()
        )

    def tasks(self) -> list[TaskRow]:
        """The tasks that are shown."""
        source = self.sourceModel()
        if self._everything and isinstance(source, TaskTreeModel):
            return list(source.node(QModelIndex()).tasks())
        return list(self._tasks_below(QModelIndex()))

    def _tasks_below(self, parent: QModelIndex) -> Iterator[TaskRow]:
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            node = index.data(ROW_ROLE)
            if isinstance(node, Node) and isinstance(node.row, TaskRow):
                yield node.row
            yield from self._tasks_below(index)
