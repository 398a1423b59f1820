"""What 填报 needs of a whole plan in a period, in a handful of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from models.filling.beside import repeated
from models.filling.lines import Office, Sheet, fill_sheet
from models.filling.matching import fill_targets
from models.filling.pasting import standing_entries
from models.filling.placing import PasteGround
from models.periods import Period
from models.queries.entries import entry_row
from models.queries.moment import Moment, Which
from models.queries.plan_measures import MeasureWords, measure_words
from models.queries.state import assignments
from models.rows import EntryRow, TaskRow
from models.schema import ProgressEntry, Task


def fill_lines(
    tasks: Sequence[TaskRow], plan_id: int, day: dt.date, period: Period, by_measure: bool = False
) -> Sheet:
    """The 填报 table of a plan; `tasks` are those of its tree, which has been read already."""
    every = _entries(plan_id, period, period.previous())
    entries = tuple(entry for entry in every if entry.period == period.code)
    rows: dict[int, list[MeasureWords]] = {}
    if by_measure or any(entry.measure_id is not None for entry in entries):
        rows = measure_words(plan_id)
    return fill_sheet(
        tasks,
        rows,
        _offices(plan_id, day),
        entries,
        period,
        by_measure=by_measure,
        repeats=[entry.id for entry in repeated(every, period)],
    )


def paste_ground(
    tasks: Sequence[TaskRow],
    plan_id: int,
    period: Period,
    section_id: int | None = None,
) -> PasteGround:
    """What a pasted block is matched to; section_id: whose reports would be overwritten."""
    rows = measure_words(plan_id)
    titles: dict[tuple[int, int | None], str] = {}
    for task in tasks:
        titles[(task.id, None)] = task.short_title or task.local_text or task.text
        titles |= {(task.id, each.id): each.wording for each in rows.get(task.id, ())}
    standing = standing_entries(_entries(plan_id, period), period, section_id)
    percents = {task.id: task.percent for task in tasks if not task.percent_proposed}
    return PasteGround(fill_targets(tasks, rows), titles, standing, percents)


def _entries(plan_id: int, *periods: Period) -> tuple[EntryRow, ...]:
    scope = Task.select(Task.id).where(Task.plan == plan_id)
    codes = [period.code for period in periods]
    query = ProgressEntry.select().where(
        ProgressEntry.task.in_(scope), ProgressEntry.period.in_(codes)
    )
    order = (ProgressEntry.as_of, ProgressEntry.reported_on, ProgressEntry.id)
    return tuple(entry_row(row) for row in query.order_by(*order).namedtuples())


def _offices(plan_id: int, day: dt.date) -> dict[int, Office]:
    """The sections of the measures that have one of their own."""
    return {
        measure_id: (row.section_id, row.section)
        for (_, measure_id), row in assignments(Which.plan(plan_id), Moment(day, day)).items()
        if measure_id is not None and row.section_id
    }
