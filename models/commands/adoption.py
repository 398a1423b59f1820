"""承接: what of the plan is the bureau's, in which local words, and its own local tasks."""

from __future__ import annotations

from collections.abc import Sequence

from models.commands.lookup import (
    get,
    issued_task,
    line,
    measure_label,
    prose,
    shown_measure,
    task_label,
)
from models.errors import KnownError
from models.history import Work
from models.rules import Adoption
from models.schema import (
    Assignment,
    Deliverable,
    Evidence,
    Extension,
    Measure,
    Note,
    Paper,
    Plan,
    ProgressEntry,
    StatusChange,
    Target,
    TargetValue,
    Task,
    Tick,
)
from models.shorttitle import propose


def adopt(work: Work, task_ids: Sequence[int], role: Adoption, reason: str = "") -> None:
    """Say of one or many tasks what they are to the bureau; 不涉及 wants a reason."""
    if not task_ids:
        raise KnownError("没有选中任务，没有改动；请先选择任务。")
    why = _reason(role, reason)
    tasks = [issued_task(task_id) for task_id in dict.fromkeys(task_ids)]
    for task in tasks:
        if task.local_number and not role.adopted:
            raise KnownError(f"{task.local_number}是本地任务，不能设为{role.word}，没有改动。")
        work.update(Task, task.id, role=role.value, reason=why)
        work.about(task.id)
    what = task_label(tasks[0]) if len(tasks) == 1 else f"{len(tasks)}项任务"
    work.label = f"承接 {what}：{role.word}"


def track(work: Work, task_ids: Sequence[int], tracked: bool = True) -> None:
    """跟踪 or 不再跟踪: what is not tracked is kept as text, neither counted, lit nor asked for."""
    if not task_ids:
        raise KnownError("没有选中任务，没有改动；请先选择任务。")
    tasks = [issued_task(task_id) for task_id in dict.fromkeys(task_ids)]
    for task in tasks:
        label = task_label(task)
        if task.local_number and not tracked:
            raise KnownError(f"{label}是本地任务，没有改动；不做的请删除。")
        if task.withdrawn_on is not None and tracked:
            raise KnownError(f"第{label}项已在修订中删除，没有改动；仍要做的请增加为本地任务。")
        work.update(Task, task.id, tracked=tracked)
        work.about(task.id)
    what = task_label(tasks[0]) if len(tasks) == 1 else f"{len(tasks)}项任务"
    work.label = f"{'跟踪' if tracked else '不再跟踪'} {what}"


def adopt_measures(
    work: Work, measure_ids: Sequence[int], role: Adoption | None, reason: str = ""
) -> None:
    """Say it of measures; None lets a measure follow its task again."""
    if not measure_ids:
        raise KnownError("没有选中举措，没有改动；请先选择举措。")
    why = _reason(role, reason) if role else ""
    measures = [shown_measure(measure_id) for measure_id in dict.fromkeys(measure_ids)]
    for measure in measures:
        work.update(Measure, measure.id, role=role.value if role else "", reason=why)
        work.about(measure.task_id)
    what = measure_label(measures[0]) if len(measures) == 1 else f"{len(measures)}条举措"
    work.label = f"承接 {what}：{role.word if role else '随任务'}"


def _reason(role: Adoption, reason: str) -> str:
    return line(reason, "不涉及的理由" if role is Adoption.NONE else "")


def localise_task(
    work: Work, task_id: int, local_text: str | None = None, short_title: str | None = None
) -> None:
    """Write 本市任务内容 or 任务简称; the issued text stays as it is."""
    task = issued_task(task_id)
    values: dict[str, str] = {}
    if local_text is not None:
        values["local_text"] = prose(local_text)
    if short_title is not None:
        values["short_title"] = line(short_title) or propose(task.text)
    if not values:
        raise KnownError("没有要改的内容，没有改动。")
    work.update(Task, task_id, **values)
    work.about(task_id)
    work.label = f"改写 {task_label(task)}"


def localise_measure(work: Work, measure_id: int, local_text: str) -> None:
    """Write 本市举措 beside the issued measure; a measure of our own cannot be emptied."""
    measure = shown_measure(measure_id)
    wording = prose(local_text, "" if measure.text else "举措内容")
    work.update(Measure, measure_id, local_text=wording)
    work.about(measure.task_id)
    work.label = f"改写 {measure_label(measure)}"


def add_local_task(
    work: Work,
    plan_id: int,
    text: str,
    short_title: str = "",
    carries_out: Sequence[int] = (),
) -> None:
    """Add a task of the bureau's own (增1, 增2…), with the plan tasks that it carries out."""
    plan = get(Plan, plan_id)
    wording = prose(text, "任务内容")
    existing = list(Task.select().where(Task.plan == plan.id, Task.local_number != ""))
    number = max((int(task.local_number[1:]) for task in existing), default=0) + 1
    task_id = work.insert(
        Task,
        plan=plan.id,
        position=number,
        local_number=f"增{number}",
        text=wording,
        local_text="",
        short_title=line(short_title) or propose(wording),
        role=Adoption.OWN.value,
        carries_out=_plan_tasks(plan.id, carries_out),
    )
    work.new_id = task_id
    work.about(task_id)
    work.label = f"增加本地任务 增{number}"


def edit_local_task(
    work: Work, task_id: int, text: str | None = None, carries_out: Sequence[int] | None = None
) -> None:
    """Reword a local task, or change which plan tasks it carries out."""
    task = _local(task_id)
    values: dict[str, object] = {}
    if text is not None:
        values["text"] = prose(text, "任务内容")
    if carries_out is not None:
        values["carries_out"] = _plan_tasks(task.plan_id, carries_out)
    if not values:
        raise KnownError("没有要改的内容，没有改动。")
    work.update(Task, task_id, **values)
    work.about(task_id)
    work.label = f"改写 {task.local_number}"


def remove_local_task(work: Work, task_id: int) -> None:
    """Remove a local task with everything under it; undo brings all of it back."""
    task = _local(task_id)
    measures = [row.id for row in Measure.select().where(Measure.task == task_id)]
    for measure_id in measures:
        # Pieces point at what they were cut from: no row may go while another points at it.
        work.update(Measure, measure_id, split_from=None, merged_into=None)
    targets = [row.id for row in Target.select().where(Target.measure.in_(measures))]
    dependants = (
        (TargetValue, TargetValue.target.in_(targets)),
        (Target, Target.measure.in_(measures)),
        (Deliverable, Deliverable.measure.in_(measures)),
        (Tick, Tick.measure.in_(measures)),
        (Evidence, (Evidence.task == task_id) | Evidence.measure.in_(measures)),
        (Note, (Note.task == task_id) | Note.measure.in_(measures)),
        (StatusChange, StatusChange.task == task_id),
        (ProgressEntry, ProgressEntry.task == task_id),
        (Assignment, Assignment.task == task_id),
        (Extension, Extension.task == task_id),
        (Measure, Measure.task == task_id),
    )
    for model, condition in dependants:
        for row in list(model.select(model.id).where(condition)):
            work.delete(model, row.id)
    for paper in list(Paper.select(Paper.id).where(Paper.task == task_id)):
        # A slip that went out stays in the register.
        work.update(Paper, paper.id, task=None)
    for later in list(Task.select(Task.id).where(Task.carried_from == task_id)):
        # Where it was carried over to keeps the words 结转自….
        work.update(Task, later.id, carried_from=None)
    work.delete(Task, task_id)
    work.about(task_id)
    work.label = f"删除本地任务 {task.local_number}"


def _local(task_id: int) -> Task:
    task = issued_task(task_id)
    if not task.local_number:
        raise KnownError("印发的任务不能改写或删除，没有改动；请改写“本市任务内容”。")
    return task


def _plan_tasks(plan_id: int, task_ids: Sequence[int]) -> list[int]:
    chosen = []
    for task_id in dict.fromkeys(task_ids):
        task = issued_task(task_id)
        if task.plan_id != plan_id or task.local_number:
            raise KnownError("本地任务只能落实同一份工作要点的任务，没有改动。")
        chosen.append(task.id)
    return chosen
