"""总览 as rows: the bars, the next deadlines, all of it for a day."""

from __future__ import annotations

import datetime as dt

from models.dataclass import dataclass
from models.periods import Period
from models.rows import HistoryRow, PlanRow, TaskRow
from models.rules import Light, Totals


@dataclass(frozen=True)
class PartBar:
    """One bar of 总览: a part's adopted tasks by standing; part_id None: outside every part."""

    part_id: int | None
    number: str
    title: str
    done: int
    on_pace: int
    late: int

    @property
    def adopted(self) -> int:
        """The bar's whole length."""
        return self.done + self.on_pace + self.late


@dataclass(frozen=True)
class DueRow:
    """A deadline of the next days, of a task or of a measure that has its own; `label` 4 or 4.2."""

    task_id: int
    measure_id: int | None
    label: str
    title: str
    due_on: dt.date
    days: int
    light: Light | None
    section: str


@dataclass(frozen=True)
class Overview:
    """总览: the numbers of a plan on a day; tasks are the squares, in the plan's order."""

    plan: PlanRow
    day: dt.date
    period: Period | None
    totals: Totals
    bars: tuple[PartBar, ...]
    tasks: tuple[TaskRow, ...]
    due: tuple[DueRow, ...]
    latest: tuple[HistoryRow, ...]
