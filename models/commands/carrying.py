"""结转: unfinished tasks of an earlier plan go on in a later one, with their notes and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.commands.adoption import add_local_task, adopt
from models.commands.assignments import AssignmentDraft, assign, newest_assignments
from models.commands.lookup import get, task_label, visible_measures
from models.commands.measures import add_measure
from models.commands.ticks import newest_tick
from models.dataclass import dataclass
from models.errors import KnownError
from models.history import Work
from models.intake.revision import carried_over_from
from models.rules import Adoption
from models.schema import Evidence, Note, Plan, Task


@dataclass(frozen=True)
class Carried:
    """One task carried over: ``into`` a task of the later plan, or (None) as a new 本地任务."""

    task_id: int
    into: int | None = None


def carry_over(work: Work, plan_id: int, tasks: Sequence[Carried]) -> None:
    """Carry tasks over into a plan; what they were stays where it is, files are kept once."""
    plan = get(Plan, plan_id)
    if not tasks:
        raise KnownError("没有选中要结转的任务，没有改动；请先选择。")
    for each in tasks:
        _carry(work, plan, each)
    work.new_id = None
    what = task_label(get(Task, tasks[0].task_id)) if len(tasks) == 1 else f"{len(tasks)}项任务"
    work.label = f"结转 {what}到{plan.year}年"


def _carry(work: Work, plan: Plan, carried: Carried) -> None:
    task = get(Task, carried.task_id)
    label = task_label(task)
    if task.plan_id == plan.id:
        raise KnownError(f"{label}就在这份工作要点里，没有结转。")
    if Task.select().where(Task.plan == plan.id, Task.carried_from == task.id).exists():
        raise KnownError(f"{task.plan.year}年第{label}项已经结转过，没有改动。")
    target = _linked(work, plan, carried.into) if carried.into else _new_local(work, plan, task)
    origin = carried_over_from(task.plan.year, label)
    work.update(Task, target, origin=origin, carried_from=task.id)
    measures = {} if carried.into else _unfinished_measures(work, task, target)
    notes = _copy(work, Note, task.id, target, measures, {"plan": None})
    for old, new in _copy(work, Evidence, task.id, target, measures, {}).items():
        note = Evidence.get_by_id(old).note_id
        work.update(Evidence, new, note=notes.get(note))
    work.about(task.id)
    work.about(target)


def _linked(work: Work, plan: Plan, task_id: int) -> int:
    """A task of the later plan that goes on with it; it is the bureau's then."""
    target = get(Task, task_id)
    if target.plan_id != plan.id:
        raise KnownError(f"{task_label(target)}不在要结转到的工作要点里，没有改动。")
    if target.carried_from_id is not None:
        raise KnownError(f"第{task_label(target)}项已经接续了另一项，没有改动；请另选一项。")
    if not Adoption(target.role).adopted:
        adopt(work, [task_id], Adoption.OWN)
    return task_id


def _new_local(work: Work, plan: Plan, task: Task) -> int:
    """A local task of the same words, for the same section and people; without the old deadline."""
    add_local_task(work, plan.id, task.local_text or task.text, task.short_title)
    target = work.new_id or 0
    if Adoption(task.role) is Adoption.ASSIST:
        adopt(work, [target], Adoption.ASSIST)
    copy_assignment(work, task.id, target)
    return target


def copy_assignment(work: Work, earlier_id: int, task_id: int) -> bool:
    """Give a task to whom an earlier one was given; answers whether it was given to anybody."""
    newest, _ = newest_assignments(earlier_id, None)
    if newest is None:
        return False
    said = AssignmentDraft(
        leader=newest.leader,
        section_id=newest.section_id or 0,
        person=newest.person,
        handler=newest.handler,
        phone=newest.phone,
        supporting_sections=tuple(newest.supporting_sections),
        supporting_units=tuple(newest.supporting_units),
    )
    assign(work, [task_id], said)
    return True


def _unfinished_measures(work: Work, task: Task, target: int) -> dict[int, int]:
    """The measures that are still to be done, as the new task's own; old id to new."""
    made: dict[int, int] = {}
    for measure in visible_measures(task.id):
        newest = newest_tick(measure.id)
        done = newest is not None and newest.ticked
        if done or not Adoption(measure.role or task.role).adopted:
            continue
        add_measure(work, target, measure.local_text or measure.text)
        made[measure.id] = work.new_id or 0
    return made


def _copy(
    work: Work,
    model: type[Note | Evidence],
    source: int,
    target: int,
    measures: dict[int, int],
    values: dict[str, Any],
) -> dict[int, int]:
    """Copy what hangs on a task; what hung on a measure that is not there hangs on the task."""
    made: dict[int, int] = {}
    for row in list(model.select().where(model.task == source).order_by(model.id)):
        kept = {name: value for name, value in row.__data__.items() if name != "id"}
        kept |= {**values, "task": target, "measure": measures.get(row.measure_id)}
        made[row.id] = work.insert(model, **kept)
    return made
