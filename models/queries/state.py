"""One plan on one day: everything that tasks, lists and papers are made of, read in one go.

Two days matter. `day` is the day of the state: later ticks, statuses, entries and extensions
are not counted. `known` is the day of the paper: what was reported after it did not exist yet.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

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


@dataclass(frozen=True)
class Moment:
    """day: the state's day; known: the day up to which reports had come in."""

    day: dt.date
    known: dt.date


@dataclass
class PlanState:
    """The rows of a plan by task (or measure) id, already cut to the moment."""

    plan: Any
    moment: Moment
    tasks: list[Any] = field(default_factory=list)
    measures: dict[int, list[MeasureRow]] = field(default_factory=dict)
    statuses: dict[int, list[StatusRow]] = field(default_factory=dict)
    entries: dict[int, list[EntryRow]] = field(default_factory=dict)
    extensions: dict[int, list[ExtensionRow]] = field(default_factory=dict)
    assignments: dict[tuple[int, int | None], AssignmentRow] = field(default_factory=dict)
    note_counts: dict[int, int] = field(default_factory=dict)
    evidence_counts: dict[int, int] = field(default_factory=dict)


def load_state(plan_id: int, moment: Moment, task_ids: Sequence[int] | None = None) -> PlanState:
    """Read a plan (or only some of its tasks) as it stands at a moment."""
    query = Task.select().where(Task.plan == plan_id)
    if task_ids is not None:
        query = query.where(Task.id.in_(list(task_ids)))
    # Issued tasks in the plan's order, then 增1, 增2 …
    tasks = sorted(query, key=lambda row: (bool(row.local_number), row.position, row.id))
    ids = [row.id for row in tasks]
    state = PlanState(Plan.get_by_id(plan_id), moment, tasks)
    state.statuses = _statuses(ids, moment)
    state.entries = _entries(ids, moment)
    state.extensions = _extensions(ids, moment)
    state.assignments = _assignments(ids, moment)
    state.note_counts = _count(Note.task, ids, Note.dated_on <= moment.known)
    state.evidence_counts = _count(Evidence.task, ids, Evidence.attached_on <= moment.known)
    state.measures = _measures(tasks, moment)
    return state


def _statuses(ids: list[int], moment: Moment) -> dict[int, list[StatusRow]]:
    found: dict[int, list[StatusRow]] = defaultdict(list)
    query = StatusChange.select().where(
        StatusChange.task.in_(ids),
        StatusChange.as_of <= moment.day,
        StatusChange.said_on <= moment.known,
    )
    for row in query.order_by(StatusChange.as_of, StatusChange.id):
        found[row.task_id].append(
            StatusRow(
                row.id,
                row.task_id,
                Status(row.status),
                row.as_of,
                row.reason,
                row.proof,
                row.checker,
            )
        )
    return found


def _entries(ids: list[int], moment: Moment) -> dict[int, list[EntryRow]]:
    found: dict[int, list[EntryRow]] = defaultdict(list)
    query = ProgressEntry.select().where(
        ProgressEntry.task.in_(ids),
        ProgressEntry.as_of <= moment.day,
        ProgressEntry.reported_on <= moment.known,
    )
    order = (ProgressEntry.as_of, ProgressEntry.reported_on, ProgressEntry.id)
    for row in query.order_by(*order):
        found[row.task_id].append(entry_row(row))
    return found


def entry_row(row: Any) -> EntryRow:  # noqa: ANN401 (a record)
    """One record of 进展情况 as a row."""
    return EntryRow(
        row.id,
        row.task_id,
        row.measure_id,
        row.period,
        row.section_id,
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


def _extensions(ids: list[int], moment: Moment) -> dict[int, list[ExtensionRow]]:
    found: dict[int, list[ExtensionRow]] = defaultdict(list)
    query = Extension.select().where(Extension.task.in_(ids), Extension.agreed_on <= moment.day)
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


def _assignments(ids: list[int], moment: Moment) -> dict[tuple[int, int | None], AssignmentRow]:
    """The newest assignment effective by then; of a task, the first of all where none was yet.

    An office hands out work before the paper that says so: without the fallback, a report dated
    before the paper would show no section at all. Only who answers is taken from it: a deadline
    or a measure's own assignment that was not set yet judges and counts nothing.
    """
    found: dict[tuple[int, int | None], AssignmentRow] = {}
    query = Assignment.select().where(Assignment.task.in_(ids))
    for row in query.order_by(Assignment.effective_on, Assignment.id):
        key = (row.task_id, row.measure_id)
        if row.effective_on <= moment.known:
            found[key] = _assignment_row(row)
        elif row.measure_id is None and key not in found:
            found[key] = replace(_assignment_row(row), due_on=None)
    return found


def _assignment_row(row: Any) -> AssignmentRow:  # noqa: ANN401 (a record)
    return AssignmentRow(
        row.id,
        row.task_id,
        row.measure_id,
        row.leader,
        row.section_id,
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


def _count(column: Any, ids: Iterable[int], condition: Any) -> dict[int, int]:  # noqa: ANN401 (peewee)
    """How many rows point at each id."""
    counts: dict[int, int] = defaultdict(int)
    query = column.model.select(column).where(column.in_(list(ids)), condition)
    for (row_id,) in query.tuples():
        counts[row_id] += 1
    return counts


def _measures(tasks: list[Any], moment: Moment) -> dict[int, list[MeasureRow]]:
    ids = [task.id for task in tasks]
    query = Measure.select().where(Measure.task.in_(ids))
    every = list(query.order_by(Measure.task, Measure.position, Measure.id))
    shown = _shown_for({row.id: row.merged_into_id for row in every})
    rows = [row for row in every if row.merged_into_id is None]
    ticks = _ticks([row.id for row in rows], moment)
    deliverables = _deliverables(shown)
    targets = _targets(shown, moment)
    evidence: dict[int, int] = defaultdict(int)
    held = _count(Evidence.measure, shown, Evidence.attached_on <= moment.known)
    for measure_id, number in held.items():
        evidence[shown[measure_id]] += number
    by_task = {task.id: task for task in tasks}
    found: dict[int, list[MeasureRow]] = defaultdict(list)
    for row in rows:
        task = by_task[row.task_id]
        place = len(found[row.task_id]) + 1
        tick = ticks.get(row.id)
        found[row.task_id].append(
            MeasureRow(
                id=row.id,
                task_id=row.task_id,
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


def _ticks(measure_ids: list[int], moment: Moment) -> dict[int, Any]:
    """Of each measure the tick that holds: the newest saying up to the day, if it says so."""
    newest: dict[int, Any] = {}
    query = Tick.select().where(Tick.measure.in_(measure_ids), Tick.ticked_on <= moment.day)
    for row in query.order_by(Tick.ticked_on, Tick.id):
        newest[row.measure_id] = row
    return {measure_id: row for measure_id, row in newest.items() if row.ticked}


def _deliverables(shown: dict[int, int]) -> dict[int, list[DeliverableRow]]:
    """成果 by visible measure, those of what was merged into it included."""
    found: dict[int, list[DeliverableRow]] = defaultdict(list)
    query = Deliverable.select().where(Deliverable.measure.in_(list(shown)))
    for row in query.order_by(Deliverable.id):
        measure_id = shown[row.measure_id]
        found[measure_id].append(DeliverableRow(row.id, measure_id, row.kind, row.name))
    return found


def _target_values(shown: dict[int, int], moment: Moment) -> dict[int, dict[str, float | None]]:
    """Of each target what was said last of each period, as known at the moment."""
    values: dict[int, dict[str, float | None]] = defaultdict(dict)
    said = TargetValue.select().join(Target).where(Target.measure.in_(list(shown)))
    order = (TargetValue.period, TargetValue.said_on, TargetValue.id)
    for row in said.where(TargetValue.said_on <= moment.known).order_by(*order):
        values[row.target_id][row.period] = row.value
    return values


def _targets(shown: dict[int, int], moment: Moment) -> dict[int, list[TargetRow]]:
    values = _target_values(shown, moment)
    found: dict[int, list[TargetRow]] = defaultdict(list)
    for row in Target.select().where(Target.measure.in_(list(shown))).order_by(Target.id):
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


def evidence_rows(task_ids: Sequence[int]) -> dict[int, list[EvidenceRow]]:
    """佐证材料 by task, in the order of their making; without the bytes."""
    sizes = dict(Blob.select(Blob.sha256, Blob.size).tuples())
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    query = Evidence.select().where(Evidence.task.in_(list(task_ids)))
    for row in query.order_by(Evidence.formed_on, Evidence.id):
        found[row.task_id].append(
            EvidenceRow(
                row.id,
                row.task_id,
                row.measure_id,
                row.note_id,
                row.name,
                row.document_number,
                row.formed_on,
                row.source,
                row.pages,
                row.place,
                row.file_name,
                row.blob_id or "",
                sizes.get(row.blob_id, 0),
                row.attached_on,
            )
        )
    return found
