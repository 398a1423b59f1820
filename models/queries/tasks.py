"""Tasks as lists and the detail show them, judged by the rules on a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from models.errors import KnownError
from models.lights import Lights
from models.periods import Period
from models.queries.evidence import evidence_rows
from models.queries.measures import plan_measures
from models.queries.moment import Moment
from models.queries.offices import lights, thresholds
from models.queries.plans import plan_row
from models.queries.state import EntryMark, PlanState, entry_row, load_state
from models.rows import (
    ItemRow,
    MeasureRow,
    NoteRow,
    PartRow,
    PlanTree,
    StatusRow,
    TaskDetail,
    TaskRow,
)
from models.rules import (
    Adoption,
    Standing,
    Status,
    TaskState,
    Thresholds,
    Totals,
    count_standings,
    default_due,
    expected_pace,
    light,
    proposed_percent,
    standing,
)
from models.schema import Item, Note, Part, ProgressEntry, Task


def tree(plan_id: int, day: dt.date, period: Period | None = None) -> PlanTree:
    """A whole plan on a day: parts, items, tasks in order, local tasks last, and the counts."""
    state = load_state(plan_id, Moment(day, day), brief=True)
    tasks = task_rows(state, period)
    return PlanTree(
        plan_row(state.plan),
        part_rows(plan_id),
        item_rows(plan_id),
        tasks,
        totals(state, tasks),
    )


def part_rows(plan_id: int) -> tuple[PartRow, ...]:
    """The parts of a plan in order."""
    rows = Part.select().where(Part.plan == plan_id).order_by(Part.position)
    return tuple(PartRow(row.id, row.position, row.number, row.title, row.text) for row in rows)


def item_rows(plan_id: int) -> tuple[ItemRow, ...]:
    """The items of a plan in order."""
    rows = Item.select().where(Item.plan == plan_id).order_by(Item.part, Item.position)
    return tuple(
        ItemRow(row.id, row.part_id, row.position, row.number, row.title, row.text) for row in rows
    )


def task_rows(state: PlanState, period: Period | None) -> tuple[TaskRow, ...]:
    """Every task of a loaded state as a row."""
    judging = (thresholds(), lights())
    return tuple(task_row(state, task, period, *judging) for task in state.tasks)


def task_row(
    state: PlanState,
    task: Any,  # noqa: ANN401 (a record)
    period: Period | None,
    limits: Thresholds,
    looks: Lights,
) -> TaskRow:
    """One task judged by the rules."""
    role = Adoption(task.role)
    adopted = [each for each in state.measure_marks.get(task.id, []) if each.adopted]
    ticked = sum(each.ticked for each in adopted)
    said = _newest_percent(state.marks.get(task.id, []))
    percent = proposed_percent(ticked, len(adopted)) if said is None else said
    status = _status(state.statuses.get(task.id, []))
    assignment = state.assignments.get((task.id, None))
    due, default = _due(state, task)
    judged = TaskState(
        status.status if status else Status.NOT_STARTED,
        percent,
        state.plan.year,
        state.started_on,
        due,
        bool(state.marks.get(task.id)),
    )
    day, lit = state.moment.day, role.adopted and task.tracked
    return TaskRow(
        id=task.id,
        plan_id=task.plan_id,
        part_id=task.part_id,
        item_id=task.item_id,
        position=task.position,
        label=task.local_number or str(task.position),
        number=task.number,
        text=task.text,
        short_title=task.short_title,
        local_text=task.local_text,
        lead_units=tuple(task.lead_units),
        responsible_units=tuple(task.responsible_units),
        supporting_units=tuple(task.supporting_units),
        deadline_text=task.deadline_text,
        deadline_on=task.deadline_on,
        tracked=task.tracked,
        local=bool(task.local_number),
        role=role,
        reason=task.reason,
        status=judged.status,
        status_on=status.said_on if status else None,
        status_reason=status.reason if status else "",
        percent=percent,
        percent_proposed=said is None,
        pace=expected_pace(judged.started_on, due, day),
        due_on=due,
        due_default=default,
        light=light(judged, day, limits) if lit else None,
        standing=standing(judged, day, limits) if lit else None,
        section_id=assignment.section_id if assignment else None,
        section=assignment.section if assignment else "",
        leader=assignment.leader if assignment else "",
        person=assignment.person if assignment else "",
        adopted_measures=len(adopted),
        ticked_measures=ticked,
        filled=_filled(state.marks.get(task.id, []), period),
        notes=state.note_counts.get(task.id, 0),
        evidence=state.evidence_counts.get(task.id, 0),
        carries_out=tuple(int(task_id) for task_id in task.carries_out),
        origin=task.origin or "",
        withdrawn=task.withdrawn_on is not None,
        lights=looks,
    )


def _newest_percent(entries: Iterable[EntryMark]) -> float | None:
    """完成进度 said last on the whole task; on single measures only where nobody said more."""
    whole: float | None = None
    single: float | None = None
    for entry in entries:
        if entry.percent is None:
            continue
        if entry.measure_id is None:
            whole = entry.percent
        else:
            single = entry.percent
    return single if whole is None else whole


def _status(statuses: list[StatusRow]) -> StatusRow | None:
    return statuses[-1] if statuses else None


def _due(state: PlanState, task: Any) -> tuple[dt.date, bool]:  # noqa: ANN401 (a record)
    """完成时限 in force, and whether it is only the default of 31 December."""
    extensions = state.extensions.get(task.id)
    if extensions:
        return extensions[-1].new_due, False
    assignment = state.assignments.get((task.id, None))
    if assignment is not None and assignment.due_on is not None:
        return assignment.due_on, False
    if task.deadline_on is not None:
        return task.deadline_on, False
    return default_due(state.plan.year), True


def _filled(entries: Iterable[EntryMark], period: Period | None) -> bool:
    code = period.code if period is not None else None
    return any(entry.period == code for entry in entries)


def totals(state: PlanState, tasks: Iterable[TaskRow]) -> Totals:
    """The counts of 总体情况; local tasks stand beside the plan and are not counted."""
    issued = [task for task in tasks if not task.local and task.tracked]
    mine = [task for task in issued if task.role.adopted]
    standings = count_standings(task.standing for task in mine if task.standing is not None)
    lights = Counter(task.light for task in mine if task.light is not None)
    return Totals(
        tasks=len(issued),
        own=sum(task.role is Adoption.OWN for task in issued),
        assist=sum(task.role is Adoption.ASSIST for task in issued),
        none=sum(task.role is Adoption.NONE for task in issued),
        undecided=sum(task.role is Adoption.UNDECIDED for task in issued),
        measures=sum(task.adopted_measures for task in mine),
        sections=_section_count(state, {task.id for task in mine}),
        done=standings[Standing.DONE],
        on_pace=standings[Standing.ON_PACE],
        late=standings[Standing.LATE],
        filled=sum(task.filled for task in mine),
        lights=dict(lights),
    )


def _section_count(state: PlanState, task_ids: set[int]) -> int:
    shown = {each.id: each for rows in state.measure_marks.values() for each in rows}
    found = set()
    for (task_id, measure_id), assignment in state.assignments.items():
        known = assignment.effective_on <= state.moment.known
        if task_id not in task_ids or not assignment.section_id or not known:
            continue
        measure = shown.get(measure_id) if measure_id is not None else None
        if measure_id is None or (measure is not None and measure.adopted):
            found.add(assignment.section_id)
    return len(found)


def measures(plan_id: int, day: dt.date) -> dict[int, tuple[MeasureRow, ...]]:
    """All visible measures of a plan by task id."""
    found = plan_measures(plan_id, Moment(day, day))
    return {task_id: tuple(rows) for task_id, rows in found.items()}


def task_detail(task_id: int, day: dt.date, period: Period | None = None) -> TaskDetail:
    """Everything the detail of one task shows on a day, every entry of it included."""
    task = Task.get_or_none(Task.id == task_id)
    if task is None:
        raise KnownError("这项任务已经不在台账里；请刷新后再试。")
    state = load_state(task.plan_id, Moment(day, day), [task_id])
    own = [row for (_, measure_id), row in state.assignments.items() if measure_id is not None]
    entries = ProgressEntry.select().where(ProgressEntry.task == task_id)
    order = (ProgressEntry.as_of, ProgressEntry.reported_on, ProgressEntry.id)
    return TaskDetail(
        task=task_row(state, state.tasks[0], period, thresholds(), lights()),
        measures=tuple(state.measures.get(task_id, ())),
        assignment=state.assignments.get((task_id, None)),
        measure_assignments=tuple(own),
        entries=tuple(entry_row(row) for row in entries.order_by(*order).namedtuples()),
        notes=_notes(task_id),
        evidence=tuple(evidence_rows([task_id])[task_id]),
        statuses=tuple(state.statuses.get(task_id, ())),
        extensions=tuple(state.extensions.get(task_id, ())),
        carried_out_by=_carried_out_by(task),
    )


def _notes(task_id: int) -> tuple[NoteRow, ...]:
    rows = Note.select().where(Note.task == task_id).order_by(Note.dated_on.desc(), Note.id.desc())
    return tuple(
        NoteRow(
            row.id,
            row.plan_id,
            row.task_id,
            row.measure_id,
            row.kind,
            row.dated_on,
            row.author,
            row.text,
        )
        for row in rows
    )


def _carried_out_by(task: Any) -> tuple[str, ...]:  # noqa: ANN401 (a record)
    """增1、增2… that name this task as one they carry out."""
    rows = Task.select().where(Task.plan == task.plan_id, Task.local_number != "")
    return tuple(
        row.local_number for row in rows.order_by(Task.position) if task.id in row.carries_out
    )


def find_task(plan_id: int, label: str) -> int:
    """The id of the task called 4 or 增1; `KnownError` when there is none."""
    query = Task.select(Task.id, Task.local_number, Task.position).where(Task.plan == plan_id)
    for row_id, local, position in query.tuples():
        if (local or str(position)) == label.strip():
            return int(row_id)
    raise KnownError(f"没有第{label}项任务，没有改动任何内容；请写任务的序号，如 4 或 增1。")


def find_measure(plan_id: int, number: str, day: dt.date) -> MeasureRow:
    """The measure called 4.2; `KnownError` when there is none."""
    label, dot, _ = number.strip().rpartition(".")
    if not dot:
        raise KnownError(f"“{number}”不是举措的序号，没有改动任何内容；请写成 4.2 这样。")
    task_id = find_task(plan_id, label)
    state = load_state(plan_id, Moment(day, day), [task_id])
    for row in state.measures.get(task_id, ()):
        if row.number == number.strip():
            return row
    raise KnownError(f"没有{number}这条举措，没有改动任何内容；请先查看第{label}项任务的举措。")
