"""Units of a plan that are the bureau's own sections: they fill 责任科室."""

from __future__ import annotations

from models.commands.adoption import adopt
from models.commands.assignments import AssignmentDraft, assign
from models.history import Work
from models.intake.draft import PlanDraft
from models.own import issued_by_us, own_sections
from models.rules import Adoption
from models.schema import Section, Task

BASIS = "来文"


def fill_sections(work: Work, plan_id: int, draft: PlanDraft) -> None:
    """Give each task to the section that the plan names for it; it is the bureau's then.

    主责 where the section leads or is responsible, 配合 where it only supports. A section counts by
    its bare name only in a plan of the bureau's own.
    """
    bare = issued_by_us(draft)
    filled = 0
    for task in list(Task.select().where(Task.plan == plan_id, Task.tracked)):
        leading = own_sections([*task.lead_units, *task.responsible_units], bare=bare)
        supporting = own_sections(task.supporting_units, bare=bare)
        every = list(dict.fromkeys([*leading, *supporting]))
        if not every:
            continue
        adopt(work, [task.id], Adoption.OWN if leading else Adoption.ASSIST)
        names = [Section.get_by_id(section_id).name for section_id in every[1:]]
        said = AssignmentDraft(section_id=every[0], supporting_sections=tuple(names), basis=BASIS)
        assign(work, [task.id], said)
        filled += 1
    if filled:
        work.notices.append(f"按来文的责任单位填好了{filled}项任务的责任科室和承接。")
