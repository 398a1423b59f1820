"""One plan on one day: everything that tasks, lists and papers are made of, read in one go.

Two days matter. `day` is the day of the state: later ticks, statuses, entries and extensions
are not counted. `known` is the day of the paper: what was reported after it did not exist yet.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import peewee as pw

from models.rows import (
    AssignmentRow,
    DeliverableRow,
    EntryRow,
    EvidenceRow,
    ExtensionRow,
    MeasureRow,
    StatusRow,
    TargetRow,
)
from models.rules import Adoption, Status
from models.schema import (
    Assignment,
    Blob,
    Deliverable,
    Evidence,
    Extension,
    Measure,
    Note,
    Plan,
    ProgressEntry,
    StatusChange,
    Target,
    TargetValue,
    Task,
    Tick,
)

# Some ids, or the question for them; peewee's own types are not to be named.
Scope: TypeAlias = Any


@dataclass(frozen=True)
class Moment:
    """day: the state's day; known: the day up to which reports had come in."""

    day: dt.date
    known: dt.date


class EntryMark(NamedTuple):
    """What lists need to know of an entry; its texts stay in the ledger."""

    task_id: int
    measure_id: int | None
    period: str
    percent: float | None


class MeasureMark(NamedTuple):
    """What lists need to know of a visible measure."""

    id: int
    adopted: bool
    ticked: bool


@dataclass
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


def load_state(
    plan_id: int, moment: Moment, task_ids: Sequence[int] | None = None, *, brief: bool = False
) -> PlanState:
    """Read a plan (or only some of its tasks) as it stands at a moment."""
    query = Task.select().where(Task.plan == plan_id)
    # A question in the question: SQLite takes no more than 999 numbers before version 3.32.
    scope: Scope = Task.select(Task.id).where(Task.plan == plan_id)
    if task_ids is not None:
        scope = list(task_ids)
        query = query.where(Task.id.in_(scope))
    # Issued tasks in the plan's order, then 增1, 增2 …
    tasks = sorted(query, key=lambda row: (bool(row.local_number), row.position, row.id))
    state = PlanState(Plan.get_by_id(plan_id), moment, tasks)
    state.statuses = _statuses(scope, moment)
    state.marks = _marks(scope, moment)
    state.measure_marks = _measure_marks(tasks, scope, moment)
    if not brief:
        state.entries = _entries(scope, moment)
        state.measures = _measures(tasks, scope, moment)
    state.extensions = _extensions(scope, moment)
    state.assignments = _assignments(scope, moment)
    state.note_counts = _count(Note.task, scope, Note.dated_on <= moment.known)
    state.evidence_counts = _count(Evidence.task, scope, Evidence.attached_on <= moment.known)
    return state


def plan_measures(plan_id: int, moment: Moment) -> dict[int, list[MeasureRow]]:
    """All visible measures of a plan by task, every task among the keys."""
    query = Task.select(Task.id, Task.role, Task.local_number, Task.position)
    tasks = list(query.where(Task.plan == plan_id))
    scope = Task.select(Task.id).where(Task.plan == plan_id)
    found = _measures(tasks, scope, moment)
    order = sorted(tasks, key=lambda row: (bool(row.local_number), row.position, row.id))
    return {task.id: found.get(task.id, []) for task in order}


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


def _assignments(scope: Scope, moment: Moment) -> dict[tuple[int, int | None], AssignmentRow]:
    """The newest assignment effective by then; the first of all where none was yet.

    An office hands out work before the paper that says so: without the fallback, a report dated
    before the paper would show no section at all.
    """
    found: dict[tuple[int, int | None], AssignmentRow] = {}
    query = Assignment.select().where(Assignment.task.in_(scope))
    for row in query.order_by(Assignment.effective_on, Assignment.id).namedtuples():
        key = (row.task, row.measure)
        if key not in found or row.effective_on <= moment.known:
            found[key] = _assignment_row(row)
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


def _count(column: Any, scope: Scope, condition: Any) -> dict[int, int]:  # noqa: ANN401 (peewee)
    """How many rows point at each id."""
    query = column.model.select(column, pw.fn.COUNT(column.model.id))
    return dict(query.where(column.in_(scope), condition).group_by(column).tuples())


def _measure_marks(
    tasks: list[Any],
    scope: Scope,
    moment: Moment,
) -> dict[int, list[MeasureMark]]:
    roles = {task.id: task.role for task in tasks}
    inside = Measure.select(Measure.id).where(Measure.task.in_(scope))
    said = Tick.select(Tick.measure, Tick.ticked).where(
        Tick.measure.in_(inside), Tick.ticked_on <= moment.day
    )
    # The newest saying comes last, and is the one that stays.
    ticked = dict(said.order_by(Tick.ticked_on, Tick.id).tuples())
    query = Measure.select(Measure.id, Measure.task, Measure.role).where(
        Measure.task.in_(scope), Measure.merged_into.is_null()
    )
    found: dict[int, list[MeasureMark]] = defaultdict(list)
    for measure_id, task_id, role in query.tuples():
        adopted = Adoption(role or roles[task_id]).adopted
        found[task_id].append(MeasureMark(measure_id, adopted, ticked.get(measure_id, False)))
    return found


def _measures(
    tasks: list[Any],
    scope: Scope,
    moment: Moment,
) -> dict[int, list[MeasureRow]]:
    query = Measure.select().where(Measure.task.in_(scope))
    every = list(query.order_by(Measure.task, Measure.position, Measure.id).namedtuples())
    shown = _shown_for({row.id: row.merged_into for row in every})
    rows = [row for row in every if row.merged_into is None]
    inside = Measure.select(Measure.id).where(Measure.task.in_(scope))
    ticks = _ticks(inside, moment)
    deliverables = _deliverables(inside, shown)
    targets = _targets(inside, shown, moment)
    evidence: dict[int, int] = defaultdict(int)
    held = _count(Evidence.measure, inside, Evidence.attached_on <= moment.known)
    for measure_id, number in held.items():
        evidence[shown[measure_id]] += number
    by_task = {task.id: task for task in tasks}
    found: dict[int, list[MeasureRow]] = defaultdict(list)
    for row in rows:
        task = by_task[row.task]
        place = len(found[row.task]) + 1
        tick = ticks.get(row.id)
        found[row.task].append(
            MeasureRow(
                id=row.id,
                task_id=row.task,
                position=place,
                number=f"{task.local_number or task.position}.{place}",
                text=row.text,
                local_text=row.local_text,
                role=Adoption(row.role or task.role),
                own_role=Adoption(row.role) if row.role else None,
                reason=row.reason,
                ticked=tick is not None,
                ticked_on=tick.ticked_on if tick else None,
                ticked_by=tick.ticked_by if tick else "",
                issued=row.issued,
                lead_units=tuple(row.lead_units),
                responsible_units=tuple(row.responsible_units),
                supporting_units=tuple(row.supporting_units),
                references=tuple(row.references),
                deliverables=tuple(deliverables[row.id]),
                targets=tuple(targets[row.id]),
                evidence_count=evidence[row.id],
            )
        )
    return found


def _shown_for(merged: dict[int, int | None]) -> dict[int, int]:
    """Of each measure the visible one: itself, or the one that it was merged into at last."""
    found = {}
    for start in merged:
        end = start
        while (into := merged.get(end)) is not None:
            end = into
        found[start] = end
    return found


def _ticks(measures: Scope, moment: Moment) -> dict[int, Any]:
    """Of each measure the tick that holds: the newest saying up to the day, if it says so."""
    newest: dict[int, Any] = {}
    query = Tick.select().where(Tick.measure.in_(measures), Tick.ticked_on <= moment.day)
    for row in query.order_by(Tick.ticked_on, Tick.id).namedtuples():
        newest[row.measure] = row
    return {measure_id: row for measure_id, row in newest.items() if row.ticked}


def _deliverables(measures: Scope, shown: dict[int, int]) -> dict[int, list[DeliverableRow]]:
    """成果 by visible measure, those of what was merged into it included."""
    found: dict[int, list[DeliverableRow]] = defaultdict(list)
    query = Deliverable.select().where(Deliverable.measure.in_(measures))
    for row in query.order_by(Deliverable.id):
        measure_id = shown[row.measure_id]
        found[measure_id].append(DeliverableRow(row.id, measure_id, row.kind, row.name))
    return found


def _target_values(measures: Scope, moment: Moment) -> dict[int, dict[str, float | None]]:
    """Of each target what was said last of each period, as known at the moment."""
    values: dict[int, dict[str, float | None]] = defaultdict(dict)
    said = TargetValue.select().join(Target).where(Target.measure.in_(measures))
    order = (TargetValue.period, TargetValue.said_on, TargetValue.id)
    for row in said.where(TargetValue.said_on <= moment.known).order_by(*order):
        values[row.target_id][row.period] = row.value
    return values


def _targets(measures: Scope, shown: dict[int, int], moment: Moment) -> dict[int, list[TargetRow]]:
    values = _target_values(measures, moment)
    found: dict[int, list[TargetRow]] = defaultdict(list)
    for row in Target.select().where(Target.measure.in_(measures)).order_by(Target.id):
        measure_id = shown[row.measure_id]
        found[measure_id].append(
            TargetRow(
                row.id,
                measure_id,
                row.text,
                row.label,
                row.operator,
                row.low,
                row.high,
                row.unit,
                row.local_target,
                tuple((code, value) for code, value in values[row.id].items() if value is not None),
            )
        )
    return found


def evidence_rows(
    task_ids: Sequence[int] | None = None, plan_id: int | None = None
) -> dict[int, list[EvidenceRow]]:
    """佐证材料 of some tasks or of a plan, by task, in the order of their making; not the bytes."""
    scope: Scope = list(task_ids or ())
    if plan_id is not None:
        scope = Task.select(Task.id).where(Task.plan == plan_id)
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    query = Evidence.select(Evidence, Blob.size.alias("bytes")).left_outer_join(Blob)
    query = query.where(Evidence.task.in_(scope)).order_by(Evidence.formed_on, Evidence.id)
    for row in query.namedtuples():
        found[row.task].append(
            EvidenceRow(
                row.id,
                row.task,
                row.measure,
                row.note,
                row.name,
                row.document_number,
                row.formed_on,
                row.source,
                row.pages,
                row.place,
                row.file_name,
                row.blob or "",
                row.bytes or 0,
                row.attached_on,
            )
        )
    return found
