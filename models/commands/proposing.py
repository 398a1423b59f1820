"""What the year before proposes, as far as a person accepts it: 承接, 分工, 本市任务内容."""

from __future__ import annotations

from collections.abc import Sequence

from models.commands.adoption import adopt, localise_task
from models.commands.assignments import newest_assignments
from models.commands.carrying import copy_assignment
from models.commands.lookup import get, task_label
from models.dataclass import dataclass
from models.errors import KnownError
from models.history import Work
from models.rules import Adoption
from models.schema import Plan, Task
from models.shorttitle import was_proposed


@dataclass(frozen=True)
class Accepted:
    """One accepted proposal: what of the earlier task the new one takes."""

    task_id: int
    earlier_id: int
    role: bool = True
    assignment: bool = True
    wording: bool = True


def accept_proposals(work: Work, plan_id: int, accepted: Sequence[Accepted]) -> None:
    """Take over what was accepted, all at once; what a task has of its own already is kept."""
    plan = get(Plan, plan_id)
    if not accepted:
        raise KnownError("没有选中建议，没有改动；请先勾选。")
    for each in accepted:
        _accept(work, plan, each)
    work.new_id = None
    what = task_label(get(Task, accepted[0].task_id)) if len(accepted) == 1 else ""
    work.label = f"采纳上年建议 {what or f'{len(accepted)}项任务'}"


def _accept(work: Work, plan: Plan, accepted: Accepted) -> None:
    task, earlier = get(Task, accepted.task_id), get(Task, accepted.earlier_id)
    if task.plan_id != plan.id or earlier.plan_id == plan.id:
        raise KnownError(f"{task_label(task)}的建议对不上，没有改动；请刷新后再试。")
    role = Adoption(earlier.role)
    undecided = Adoption(task.role) is Adoption.UNDECIDED
    if accepted.role and undecided and role is not Adoption.UNDECIDED:
        adopt(work, [task.id], role, earlier.reason)
    if accepted.assignment and not _given(task.id):
        copy_assignment(work, earlier.id, task.id)
    if accepted.wording:
        wording = "" if task.local_text else earlier.local_text
        title = proposed_title(earlier)
        if wording or title:
            localise_task(work, task.id, wording or None, title or None)
    work.about(task.id)


def _given(task_id: int) -> bool:
    newest, _ = newest_assignments(task_id, None)
    return newest is not None and bool(newest.section_id or newest.leader or newest.person)


def proposed_title(earlier: Task) -> str:
    """任务简称 that a person gave; "" where it is the one that loading proposed."""
    given: str = earlier.short_title
    return "" if was_proposed(given, earlier.text) else given
