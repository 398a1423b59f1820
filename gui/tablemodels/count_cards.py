"""The cards of 总览 as plain values: a word, a number, smaller numbers, and where each leads."""

from __future__ import annotations

from dataclasses import dataclass

from gui.tablemodels.link import Link, tasks
from gui.tablemodels.task_filter import Taken
from models.overviewrows import Overview
from models.rows import PeriodRow, TaskRow
from models.rules import Adoption, Light, Standing, Status

# The plan's own tasks are counted; the bureau's stand beside them.
_ISSUED, _LOCAL = "issued", "local"


@dataclass(frozen=True)
class Small:
    """A smaller number of a card; without a link it is only said."""

    words: str
    link: Link | None = None


@dataclass(frozen=True)
class Card:
    """`light` gives shape and colour, when the number is above nought."""

    word: str
    number: int
    link: Link
    beside: Small | None = None
    below: tuple[Small, ...] = ()
    light: Light | None = None


def cards(found: Overview, period: PeriodRow | None = None) -> tuple[Card, ...]:
    """承接, 已完成, 达到序时进度, 滞后, 未填报, 待定."""
    totals = found.totals
    local = sum(task.local for task in found.tasks)
    own = (Small(f"本地 {local}", tasks(part=_LOCAL)),) if local else ()
    return (
        Card(
            "承接",
            totals.adopted,
            tasks(role=Taken.ADOPTED.value, part=_ISSUED),
            Small(f"共 {totals.tasks} 项", tasks(part=_ISSUED)),
            (
                Small(f"主责 {totals.own}", tasks(role=Adoption.OWN.value, part=_ISSUED)),
                Small(f"配合 {totals.assist}", tasks(role=Adoption.ASSIST.value, part=_ISSUED)),
                *own,
            ),
        ),
        *_by_standing(found),
        _unfilled(found, period),
        Card(
            "待定",
            totals.undecided,
            tasks(role=Adoption.UNDECIDED.value, part=_ISSUED),
            None,
            (Small(f"不涉及 {totals.none}", tasks(role=Adoption.NONE.value, part=_ISSUED)),),
        ),
    )


def _by_standing(found: Overview) -> tuple[Card, ...]:
    totals = found.totals
    mine = [task for task in found.tasks if task.role.adopted and task.tracked and not task.local]
    return (
        Card(
            "已完成",
            totals.done,
            tasks(standing=Standing.DONE.value, part=_ISSUED),
            _local(found, Standing.DONE),
            (
                _status(mine, Status.COMPLETED),
                _status(mine, Status.CLOSED),
            ),
            Light.BLUE,
        ),
        Card(
            "达到序时进度",
            totals.on_pace,
            tasks(standing=Standing.ON_PACE.value, part=_ISSUED),
            _local(found, Standing.ON_PACE),
            (
                _lit(mine, Standing.ON_PACE, Light.YELLOW, "临期"),
                _lit(mine, Standing.ON_PACE, Light.GREY, "未启动"),
            ),
            Light.GREEN,
        ),
        Card(
            "滞后",
            totals.late,
            tasks(standing=Standing.LATE.value, part=_ISSUED),
            _local(found, Standing.LATE),
            (
                _lit(mine, Standing.LATE, Light.RED, "逾期"),
                _lit(mine, Standing.LATE, Light.YELLOW, "落后序时"),
            ),
            Light.RED,
        ),
    )


def _local(found: Overview, standing: Standing) -> Small | None:
    """The bureau's own tasks stand beside the plan's count."""
    count = sum(task.local and task.standing is standing for task in found.tasks)
    link = tasks(standing=standing.value, part=_LOCAL)
    return Small(f"另有本地 {count}", link) if count else None


def _status(mine: list[TaskRow], status: Status) -> Small:
    count = sum(task.status is status for task in mine)
    return Small(f"{status.word} {count}", tasks(status=status.value, part=_ISSUED))


def _lit(mine: list[TaskRow], standing: Standing, light: Light, word: str) -> Small:
    count = sum(task.standing is standing and task.light is light for task in mine)
    wanted = tasks(standing=standing.value, light=light.value, part=_ISSUED)
    return Small(f"{word} {count}", wanted)


def _unfilled(found: Overview, period: PeriodRow | None) -> Card:
    asked = [task for task in found.tasks if task.role.adopted and task.tracked]
    open_ones = [task for task in asked if task.status is not Status.CLOSED or task.filled]
    missing = sum(not task.filled for task in open_ones)
    due = period.report_on if period else None
    below = [Small(f"已填 {len(open_ones) - missing}/{len(open_ones)}", Link("fill"))]
    if due is not None:
        below.append(Small(f"{due.month}月{due.day}日截止"))
    return Card("未填报", missing, tasks(unfilled=1), None, tuple(below))
