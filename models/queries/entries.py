"""进展情况, whole: the entries of tasks with all their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from models.queries.moment import Moment, Scope
from models.rows import EntryRow
from models.rules import Status
from models.schema import ProgressEntry


def entries(scope: Scope, moment: Moment) -> dict[int, list[EntryRow]]:
    """The entries of each task that hold on the day and had come in, the oldest first."""
    found: dict[int, list[EntryRow]] = defaultdict(list)
    query = ProgressEntry.select().where(
        ProgressEntry.task.in_(scope),
        ProgressEntry.as_of <= moment.day,
        ProgressEntry.reported_on <= moment.known,
    )
    order = (ProgressEntry.as_of, ProgressEntry.reported_on, ProgressEntry.id)
    for row in query.order_by(*order).namedtuples():
        found[row.task].append(entry_row(row))
    return found


def entry_row(row: Any) -> EntryRow:  # noqa: ANN401 (a record)
    """One record of 进展情况 as a row."""
    return EntryRow(
        row.id,
        row.task,
        row.measure,
        row.period,
        row.section,
        row.section_name,
        row.reporter,
        row.reviewer,
        row.reported_on,
        row.as_of,
        row.manner,
        Status(row.status) if row.status else None,
        row.percent,
        row.nothing_new,
        row.original_text,
        row.original_problems,
        row.original_next,
        row.reviewed_text,
        row.reviewed_problems,
        row.reviewed_next,
    )


def newest_reports(entries: Iterable[EntryRow]) -> tuple[EntryRow, ...]:
    """Of each section and measure the newest report of each period, in the order given."""
    newest: dict[tuple[str, int | None, int | None], EntryRow] = {}
    for entry in entries:
        newest[(entry.period, entry.measure_id, entry.section_id)] = entry
    return tuple(newest.values())


def first_reports(entries: Iterable[EntryRow]) -> tuple[EntryRow, ...]:
    """Of each section and measure the first report of each period, in the order given."""
    first: dict[tuple[str, int | None, int | None], EntryRow] = {}
    for entry in entries:
        first.setdefault((entry.period, entry.measure_id, entry.section_id), entry)
    return tuple(first.values())
