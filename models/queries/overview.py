"""总览: counts, a bar a part, a square a task, the next deadlines and the latest changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from models.overviewrows import DueRow, Overview, PartBar
from models.periods import Period
from models.queries.changes import history
from models.queries.moment import Moment
from models.queries.plan_tree import part_rows, task_rows, totals
from models.queries.state import PlanState, load_state
from models.rows import PartRow, TaskRow
from models.rules import Standing

NEAR_DAYS = 30
_LATEST = 20


def overview(plan_id: int, day: dt.date, period: Period | None = None) -> Overview:
    """A plan on a day; `period` is the one whose 填报 is counted."""
    state = load_state(plan_id, Moment(day, day), brief=True)
    tasks = task_rows(state, period)
    return Overview(
        plan=state.plan,
        day=day,
        period=period,
        totals=totals(state, tasks),
        bars=_bars(part_rows(plan_id), tasks),
        tasks=tasks,
        due=tuple(sorted(_due(state, tasks), key=lambda row: (row.due_on, row.task_id))),
        latest=history(limit=_LATEST, plan_id=plan_id),
    )


def _bars(parts: tuple[PartRow, ...], tasks: tuple[TaskRow, ...]) -> tuple[PartBar, ...]:
    """A bar for every part with adopted tasks; the bureau's own tasks are counted by no part."""
    issued = [task for task in tasks if not task.local and task.tracked]
    known = [(part.id, part.number, part.title) for part in parts]
    bars = []
    for part_id, number, title in [*known, (None, "", "")]:
        mine = [task.standing for task in issued if task.part_id == part_id]
        counts = (mine.count(each) for each in (Standing.DONE, Standing.ON_PACE, Standing.LATE))
        bars.append(PartBar(part_id, number, title, *counts))
    return tuple(bar for bar in bars if bar.adopted)


def _due(state: PlanState, tasks: tuple[TaskRow, ...]) -> Iterator[DueRow]:
    """What must be finished within 30 days and is not."""
    last = state.moment.day + dt.timedelta(days=NEAR_DAYS)
    for task in tasks:
        if not (task.role.adopted and task.tracked) or task.status.done:
            continue
        due = task.last_day
        if state.moment.day <= due <= last:
            yield _row(state, task, None, task.label, due, task.section)
        for place, mark in enumerate(state.measure_marks.get(task.id, ()), 1):
            own = state.assignments.get((task.id, mark.id))
            if own is None or own.due_on is None or own.due_on == due:
                continue
            if mark.adopted and not mark.ticked and state.moment.day <= own.due_on <= last:
                label = f"{task.label}.{place}"
                yield _row(state, task, mark.id, label, own.due_on, own.section)


def _row(
    state: PlanState, task: TaskRow, measure_id: int | None, label: str, due: dt.date, section: str
) -> DueRow:
    title = task.short_title or task.text
    days = (due - state.moment.day).days
    return DueRow(task.id, measure_id, label, title, due, days, task.light, section)
