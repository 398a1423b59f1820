"""One plan on one day: everything that tasks, lists and papers are made of, read in one go.

Two days matter. `day` is the day of the state: later ticks, statuses, entries and extensions
are not counted. `known` is the day of the paper: what was reported after it did not exist yet.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import peewee as pw

from models.queries.measures import MeasureMark, measure_marks, measure_rows
from models.queries.moment import Moment, Scope, count_by
from models.rows import (
    AssignmentRow,
    EntryRow,
    ExtensionRow,
    MeasureRow,
    StatusRow,
)
from models.rules import Status
from models.schema import (
    Assignment,
    Evidence,
    Extension,
    Note,
    Plan,
    ProgressEntry,
    StatusChange,
    Task,
)


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

    plan: Any
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
        day: dt.date = self.plan.issued_on or dt.date(self.plan.year, 1, 1)
        return day

    def mark(self) -> None:
        """Take the marks from the rows."""
        for task_id, entries in self.entries.items():
            self.marks[task_id] = [
                EntryMark(task_id, each.measure_id, each.period, each.percent) for each in entries
            ]
        for task_id, rows in self.measures.items():
            self.measure_marks[task_id] = [
                MeasureMark(each.id, each.role.adopted, each.ticked) for each in rows
            ]


def load_state(
    plan_id: int, moment: Moment, task_ids: Sequence[int] | None = None, *, brief: bool = False
) -> PlanState:
    """Read a plan (or only some of its tasks) as it stands at a moment."""
    query = Task.select().where(Task.plan == plan_id)
    # A question in the question: SQLite takes no more than 999 numbers before version 3.32.
    # As text: each of the questions below would put it together anew, a fifth of the whole time.
    scope: Scope = pw.SQL("(SELECT id FROM task WHERE plan_id = ?)", (plan_id,))
    if task_ids is not None:
        scope = list(task_ids)
        query = query.where(Task.id.in_(scope))
    # Issued tasks in the plan's order, then 增1, 增2 …
    tasks = sorted(query, key=lambda row: (bool(row.local_number), row.position, row.id))
    state = PlanState(Plan.get_by_id(plan_id), moment, tasks)
    state.statuses = _statuses(scope, moment)
    if brief:
        state.marks = _marks(scope, moment)
        state.measure_marks = measure_marks(tasks, scope, moment)
    else:
        state.entries = _entries(scope, moment)
        state.measures = measure_rows(tasks, scope, moment)
        state.mark()
    state.extensions = _extensions(scope, moment)
    state.assignments = assignments(scope, moment)
    state.note_counts = count_by(Note.task, scope, Note.dated_on <= moment.known)
    state.evidence_counts = count_by(Evidence.task, scope, Evidence.attached_on <= moment.known)
    return state


def _statuses(scope: Scope, moment: Moment) -> dict[int, list[StatusRow]]:
    found: dict[int, list[StatusRow]] = defaultdict(list)
    query = StatusChange.select().where(
        StatusChange.task.in_(scope),
        StatusChange.as_of <= moment.day,
        StatusChange.said_on <= moment.known,
    )
    for row in query.order_by(StatusChange.as_of, StatusChange.id).namedtuples():
        found[row.task].append(
            StatusRow(
                row.id,
                row.task,
                Status(row.status),
                row.as_of,
                row.reason,
                row.proof,
                row.checker,
            )
        )
    return found


def _entries(scope: Scope, moment: Moment) -> dict[int, list[EntryRow]]:
    found: dict[int, list[EntryRow]] = defaultdict(list)
    for row in _known(ProgressEntry.select(), scope, moment).namedtuples():
        found[row.task].append(entry_row(row))
    return found


def _marks(scope: Scope, moment: Moment) -> dict[int, list[EntryMark]]:
    found: dict[int, list[EntryMark]] = defaultdict(list)
    columns = (
        ProgressEntry.task,
        ProgressEntry.measure,
        ProgressEntry.period,
        ProgressEntry.percent,
    )
    for row in _known(ProgressEntry.select(*columns), scope, moment).tuples():
        found[row[0]].append(EntryMark(*row))
    return found


def _known(query: pw.ModelSelect, scope: Scope, moment: Moment) -> pw.ModelSelect:
    """The entries that hold on the day and had come in, the oldest first."""
    condition = (
        ProgressEntry.task.in_(scope),
        ProgressEntry.as_of <= moment.day,
        ProgressEntry.reported_on <= moment.known,
    )
    order = (ProgressEntry.as_of, ProgressEntry.reported_on, ProgressEntry.id)
    return query.where(*condition).order_by(*order)


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


def _extensions(scope: Scope, moment: Moment) -> dict[int, list[ExtensionRow]]:
    found: dict[int, list[ExtensionRow]] = defaultdict(list)
    query = Extension.select().where(Extension.task.in_(scope), Extension.agreed_on <= moment.day)
    for row in query.order_by(Extension.agreed_on, Extension.id):
        found[row.task_id].append(
            ExtensionRow(
                row.id,
                row.task_id,
                row.old_due,
                row.new_due,
                row.reason,
                row.progress,
                row.agreed_by,
                row.agreed_on,
            )
        )
    return found


def assignments(scope: Scope, moment: Moment) -> dict[tuple[int, int | None], AssignmentRow]:
    """The newest assignment effective by then; of a task, the first of all where none was yet.

    An office hands out work before the paper that says so: without the fallback, a report dated
    before the paper would show no section at all. Only who answers is taken from it: a deadline
    or a measure's own assignment that was not set yet judges and counts nothing.
    """
    found: dict[tuple[int, int | None], AssignmentRow] = {}
    query = Assignment.select().where(Assignment.task.in_(scope))
    for row in query.order_by(Assignment.effective_on, Assignment.id).namedtuples():
        key = (row.task, row.measure)
        if row.effective_on <= moment.known:
            found[key] = _assignment_row(row)
        elif row.measure is None and key not in found:
            found[key] = replace(_assignment_row(row), due_on=None)
    return found


def _assignment_row(row: Any) -> AssignmentRow:  # noqa: ANN401 (a record)
    return AssignmentRow(
        row.id,
        row.task,
        row.measure,
        row.leader,
        row.section,
        row.section_name,
        row.person,
        row.handler,
        row.phone,
        tuple(row.supporting_sections),
        tuple(row.supporting_units),
        row.due_on,
        row.effective_on,
        row.basis,
    )
