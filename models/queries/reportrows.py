"""Everything that a paper is made of, frozen, as it stood on the paper's day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from models.filling.beside import repeated
from models.periods import Period
from models.queries.entries import first_reports, newest_reports
from models.queries.evidence import evidence_rows
from models.queries.moment import Moment
from models.queries.office import bureau, paper_settings, sections
from models.queries.offices import period_row
from models.queries.plan_tree import item_rows, part_rows, task_rows, totals
from models.queries.state import PlanState, load_state
from models.rows import AssignmentRow, EvidenceRow, ReportRows, SectionRow, TaskDossier, TaskRow
from models.rules import Status
from models.schema import ProgressEntry, Task


def report_rows(
    plan_id: int, period: Period, date: dt.date, section_id: int | None = None
) -> ReportRows:
    """The state of min(date, 数据截止日); all tracked tasks, or where one section has a part."""
    days = period_row(period)
    moment = Moment(min(date, days.cutoff_on), date)
    state = load_state(plan_id, moment)
    tasks = task_rows(state, period)
    office = sections()
    section = next((row for row in office if row.id == section_id), None)
    evidence = evidence_rows(plan_id=plan_id)
    given = _measure_assignments(state)
    dossiers = [
        _dossier(state, task, period, evidence.get(task.id, []), given[task.id])
        for task in tasks
        if task.tracked
    ]
    if section is not None:
        dossiers = [each for each in dossiers if _concerns(state, each, section)]
    return ReportRows(
        plan=state.plan,
        bureau=bureau(),
        period=days,
        day=moment.day,
        parts=part_rows(plan_id),
        items=item_rows(plan_id),
        dossiers=tuple(each for each in dossiers if not each.task.local),
        local_dossiers=tuple(each for each in dossiers if each.task.local),
        totals=totals(state, [each.task for each in dossiers]),
        sections=office,
        section=section,
        late_reports=_late_reports(plan_id, period, date),
        repeated=tuple(
            task_id for task_id, entries in state.entries.items() if repeated(entries, period)
        ),
        papers=paper_settings(),
    )


def _measure_assignments(state: PlanState) -> dict[int, list[AssignmentRow]]:
    """What single measures were handed out to, by task."""
    found: dict[int, list[AssignmentRow]] = defaultdict(list)
    for (task_id, measure_id), row in state.assignments.items():
        if measure_id is not None:
            found[task_id].append(row)
    return found


def _dossier(
    state: PlanState,
    task: TaskRow,
    period: Period,
    evidence: list[EvidenceRow],
    given: list[AssignmentRow],
) -> TaskDossier:
    entries = state.entries.get(task.id, [])
    own = [entry for entry in entries if entry.period == period.code]
    statuses = state.statuses.get(task.id, [])
    done = next((row.said_on for row in reversed(statuses) if row.status is Status.COMPLETED), None)
    return TaskDossier(
        task=task,
        measures=tuple(state.measures.get(task.id, ())),
        assignment=state.assignments.get((task.id, None)),
        entries=newest_reports(own),
        latest=entries[-1] if entries else None,
        evidence=tuple(row for row in evidence if row.attached_on <= state.moment.known),
        extensions=tuple(state.extensions.get(task.id, ())),
        done_on=done if task.status.done else None,
        measure_assignments=tuple(given),
        first_entries=first_reports(own),
    )


def _concerns(state: PlanState, dossier: TaskDossier, section: SectionRow) -> bool:
    """Whether a section answers for the task, supports it, or has one of its measures."""
    for (task_id, _), assignment in state.assignments.items():
        if task_id == dossier.task.id and (
            assignment.section_id == section.id
            or section.name in assignment.supporting_sections
            or (section.short_name and section.short_name in assignment.supporting_sections)
        ):
            return True
    return False


def _late_reports(plan_id: int, period: Period, date: dt.date) -> tuple[str, ...]:
    """The tasks whose report on the period came in only after the paper's day."""
    query = (
        ProgressEntry.select(Task.position, Task.local_number)
        .join(Task)
        .where(
            Task.plan == plan_id,
            ProgressEntry.period == period.code,
            ProgressEntry.reported_on > date,
        )
        .order_by(Task.position)
    )
    labels = [local or str(position) for position, local in query.tuples()]
    return tuple(dict.fromkeys(labels))
