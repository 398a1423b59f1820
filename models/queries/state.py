"""One plan on one day: everything that tasks, lists and papers are made of, read in one go.

Two days matter. `day` is the day of the state: later ticks, statuses, entries and extensions
are not counted. `known` is the day of the paper: what was reported after it did not exist yet.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from models.queries.moment import Moment, Which
from models.queries.plans import find_plan_row
from models.reading import day, named_rows, rows, words
from models.rows import (
    AssignmentRow,
    EntryRow,
    ExtensionRow,
    MeasureRow,
    PlanRow,
    StatusRow,
)
from models.rules import Adoption, Status

_TASK_KINDS = {
    "lead_units": words,
    "responsible_units": words,
    "supporting_units": words,
    "carries_out": words,
    "deadline_on": day,
    "withdrawn_on": day,
    "tracked": bool,
}


class MeasureMark(NamedTuple):
    """What lists need to know of a visible measure; its place among them makes its number."""

    id: int
    adopted: bool
    ticked: bool


class EntryMark(NamedTuple):
    """What lists need to know of an entry; its texts stay in the ledger."""

    task_id: int
    measure_id: int | None
    period: str
    percent: float | None


@dataclass(eq=False, repr=False)
class PlanState:
    """The rows of a plan by task (or measure) id, already cut to the moment.

    A brief one is for lists and counts: marks only, no `entries` and no `measures`.
    """

    plan: PlanRow
    moment: Moment
    tasks: list[Any] = field(default_factory=list)
    measures: dict[int, list[MeasureRow]] = field(default_factory=dict)
    measure_marks: dict[int, list[MeasureMark]] = field(default_factory=dict)
    statuses: dict[int, list[StatusRow]] = field(default_factory=dict)
    entries: dict[int, list[EntryRow]] = field(default_factory=dict)
    marks: dict[int, list[EntryMark]] = field(default_factory=dict)
    extensions: dict[int, list[ExtensionRow]] = field(default_factory=dict)
    assignments: dict[tuple[int, int | None], AssignmentRow] = field(default_factory=dict)
    note_counts: dict[int, int] = field(default_factory=dict)
    evidence_counts: dict[int, int] = field(default_factory=dict)

    @property
    def started_on(self) -> dt.date:
        """The day from which pace is counted."""
        return self.plan.issued_on or dt.date(self.plan.year, 1, 1)

    def mark(self) -> None:
        """Take the marks from the rows."""
        for task_id, entries in self.entries.items():
            self.marks[task_id] = [
                EntryMark(task_id, each.measure_id, each.period, each.percent) for each in entries
            ]
        for task_id, measures in self.measures.items():
            self.measure_marks[task_id] = [
                MeasureMark(each.id, each.role.adopted, each.ticked) for each in measures
            ]


def load_state(
    plan_id: int, moment: Moment, task_ids: Sequence[int] | None = None, *, brief: bool = False
) -> PlanState:
    """Read a plan (or only some of its tasks) as it stands at a moment."""
    which = Which.plan(plan_id) if task_ids is None else Which.tasks(task_ids)
    found = named_rows(
        f"SELECT * FROM task WHERE plan_id = ? AND id IN {which.sql}",
        plan_id,
        *which.values,
        kinds=_TASK_KINDS,
    )
    # Issued tasks in the plan's order, then 增1, 增2 …
    tasks = sorted(found, key=lambda row: (bool(row.local_number), row.position, row.id))
    state = PlanState(find_plan_row(plan_id), moment, tasks)
    state.statuses = _statuses(which, moment)
    if brief:
        state.marks = _marks(which, moment)
        state.measure_marks = _measure_marks(tasks, which, moment)
    else:
        # Late: records, which the tree of the window does without.
        from models.queries.entries import entries
        from models.queries.plan_measures import measure_rows

        state.entries = entries(which, moment)
        state.measures = measure_rows(tasks, which.scope(), moment)
        state.mark()
    state.extensions = _extensions(which, moment)
    state.assignments = assignments(which, moment)
    state.note_counts = _counts("note", "dated_on", which, moment)
    state.evidence_counts = _counts("evidence", "attached_on", which, moment)
    return state


def _statuses(which: Which, moment: Moment) -> dict[int, list[StatusRow]]:
    found: dict[int, list[StatusRow]] = defaultdict(list)
    said = rows(
        "SELECT id, task_id, status, as_of, reason, proof, checker FROM status_change"
        f" WHERE task_id IN {which.sql} AND as_of <= ? AND said_on <= ? ORDER BY as_of, id",
        *which.values,
        str(moment.day),
        str(moment.known),
    )
    for row_id, task_id, status, as_of, *words_said in said:
        row = StatusRow(row_id, task_id, Status(status), day(as_of), *words_said)
        found[task_id].append(row)
    return found


def _marks(which: Which, moment: Moment) -> dict[int, list[EntryMark]]:
    found: dict[int, list[EntryMark]] = defaultdict(list)
    known = rows(
        "SELECT task_id, measure_id, period, percent FROM progress_entry"
        f" WHERE task_id IN {which.sql} AND as_of <= ? AND reported_on <= ?"
        " ORDER BY as_of, reported_on, id",
        *which.values,
        str(moment.day),
        str(moment.known),
    )
    for row in known:
        found[row[0]].append(EntryMark(*row))
    return found


def _measure_marks(tasks: list[Any], which: Which, moment: Moment) -> dict[int, list[MeasureMark]]:
    roles = {task.id: task.role for task in tasks}
    said = rows(
        "SELECT measure_id, ticked FROM tick WHERE ticked_on <= ?"
        f" AND measure_id IN (SELECT id FROM measure WHERE task_id IN {which.sql})"
        " ORDER BY ticked_on, id",
        str(moment.day),
        *which.values,
    )
    # The newest saying comes last, and is the one that stays.
    ticked: dict[int, int] = dict(said)
    visible = rows(
        f"SELECT id, task_id, role FROM measure WHERE task_id IN {which.sql}"
        " AND merged_into_id IS NULL ORDER BY task_id, position, id",
        *which.values,
    )
    found: dict[int, list[MeasureMark]] = defaultdict(list)
    for measure_id, task_id, role in visible:
        adopted = Adoption(role or roles[task_id]).adopted
        mark = MeasureMark(measure_id, adopted, bool(ticked.get(measure_id)))
        found[task_id].append(mark)
    return found


def _counts(table: str, column: str, which: Which, moment: Moment) -> dict[int, int]:
    counted = rows(
        f"SELECT task_id, COUNT(id) FROM {table} WHERE task_id IN {which.sql}"
        f" AND {column} <= ? GROUP BY task_id",
        *which.values,
        str(moment.known),
    )
    return dict(counted)


def _extensions(which: Which, moment: Moment) -> dict[int, list[ExtensionRow]]:
    found: dict[int, list[ExtensionRow]] = defaultdict(list)
    agreed = rows(
        "SELECT id, task_id, old_due, new_due, reason, progress, agreed_by, agreed_on"
        f" FROM extension WHERE task_id IN {which.sql} AND agreed_on <= ? ORDER BY agreed_on, id",
        *which.values,
        str(moment.day),
    )
    for row_id, task_id, old_due, new_due, reason, progress, agreed_by, agreed_on in agreed:
        days = (day(old_due), day(new_due))
        said = (reason, progress, agreed_by)
        found[task_id].append(ExtensionRow(row_id, task_id, *days, *said, day(agreed_on)))
    return found


def assignments(which: Which, moment: Moment) -> dict[tuple[int, int | None], AssignmentRow]:
    """The newest assignment effective by then; of a task, the first of all where none was yet.

    An office hands out work before the paper that says so: without the fallback, a report dated
    before the paper would show no section at all. Only who answers is taken from it: a deadline
    or a measure's own assignment that was not set yet judges and counts nothing.
    """
    found: dict[tuple[int, int | None], AssignmentRow] = {}
    given = rows(
        f"SELECT {_ASSIGNMENT} FROM assignment WHERE task_id IN {which.sql}"
        " ORDER BY effective_on, id",
        *which.values,
    )
    for line in given:
        row = _assignment_row(line)
        key = (row.task_id, row.measure_id)
        if row.effective_on <= moment.known:
            found[key] = row
        elif row.measure_id is None and key not in found:
            found[key] = replace(row, due_on=None)
    return found


_ASSIGNMENT = (
    "id, task_id, measure_id, leader, section_id, section_name, person, handler, phone,"
    " supporting_sections, supporting_units, due_on, effective_on, basis"
)


def _assignment_row(line: tuple[Any, ...]) -> AssignmentRow:
    *whom, sections, units, due_on, effective_on, basis = line
    helping = (tuple(words(sections)), tuple(words(units)))
    values = (*whom, *helping, day(due_on), day(effective_on), basis)
    return AssignmentRow(*values)
