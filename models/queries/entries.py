"""进展情况, whole: the entries of tasks with all their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from models.queries.moment import Moment, Which
from models.reading import day, rows
from models.rows import EntryRow
from models.rules import Status

# As `EntryRow` has them, the dates and what follows from them in the middle.
_WHOSE = "id, task_id, measure_id, period, section_id, section_name, reporter, reviewer"
_SAID = "reported_on, as_of, manner, status, percent, nothing_new"
_TEXTS = (
    "original_text, original_problems, original_next,"
    " reviewed_text, reviewed_problems, reviewed_next"
)


def entries(which: Which, moment: Moment) -> dict[int, list[EntryRow]]:
    """The entries of each task that hold on the day and had come in, the oldest first."""
    found: dict[int, list[EntryRow]] = defaultdict(list)
    # Without records: a paper of 200 tasks is made of thousands of entries.
    known = rows(
        f"SELECT {_WHOSE}, {_SAID}, {_TEXTS} FROM progress_entry"
        f" WHERE task_id IN {which.sql} AND as_of <= ? AND reported_on <= ?"
        " ORDER BY as_of, reported_on, id",
        *which.values,
        str(moment.day),
        str(moment.known),
    )
    for line in known:
        whose, texts = line[:8], line[14:]
        reported_on, as_of, manner, status, percent, nothing_new = line[8:14]
        said = Status(status) if status else None
        facts = (day(reported_on), day(as_of), manner, said, percent, bool(nothing_new))
        values: tuple[Any, ...] = (*whose, *facts, *texts)
        found[line[1]].append(EntryRow(*values))
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
