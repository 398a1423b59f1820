"""The tree of a plan: its tasks as lists show them, judged by the rules on a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from models.lights import Lights
from models.periods import Period
from models.queries.moment import Moment
from models.queries.office import lights, thresholds
from models.queries.state import EntryMark, PlanState, load_state
from models.reading import rows
from models.rows import ItemRow, PartRow, PlanTree, StatusRow, TaskRow
from models.rules import (
    Adoption,
    Standing,
    TaskState,
    Thresholds,
    Totals,
    assumed_status,
    count_standings,
    deadline,
    default_due,
    expected_pace,
    light,
    proposed_percent,
    standing,
)


def tree(plan_id: int, day: dt.date, period: Period | None = None) -> PlanTree:
    """A whole plan on a day: parts, items, tasks in order, local tasks last, and the counts."""
    state = load_state(plan_id, Moment(day, day), brief=True)
    tasks = task_rows(state, period)
    return PlanTree(
        state.plan,
        part_rows(plan_id),
        item_rows(plan_id),
        tasks,
        totals(state, tasks),
    )


def part_rows(plan_id: int) -> tuple[PartRow, ...]:
    """The parts of a plan in order."""
    columns = "id, position, number, title, text"
    found = rows(f"SELECT {columns} FROM part WHERE plan_id = ? ORDER BY position", plan_id)
    return tuple(PartRow(*row) for row in found)


def item_rows(plan_id: int) -> tuple[ItemRow, ...]:
    """The items of a plan in order."""
    columns = "id, part_id, position, number, title, text"
    order = "ORDER BY part_id, position"
    found = rows(f"SELECT {columns} FROM item WHERE plan_id = ? {order}", plan_id)
    return tuple(ItemRow(*row) for row in found)


def task_rows(state: PlanState, period: Period | None) -> tuple[TaskRow, ...]:
    """Every task of a loaded state as a row."""
    judging = (thresholds(), lights())
    return tuple(task_row(state, task, period, *judging) for task in state.tasks)


def task_row(
    state: PlanState,
    task: Any,  # noqa: ANN401 (of the state)
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
        status.status if status else assumed_status(ticked),
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
        late_after=deadline(judged),
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


def _due(state: PlanState, task: Any) -> tuple[dt.date, bool]:  # noqa: ANN401 (of the state)
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
