"""修订: a plan that is read again gives its tasks their new words; what was issued before is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from models.commands.headings import Headings
from models.commands.lookup import get, line, task_label
from models.commands.measure_revision import revise_measures
from models.commands.plan_rows import add_item, add_part, add_task, heading, issued, short_title
from models.commands.plans import LONGEST_SOURCE, SourceFile, findings_kept, keep_source
from models.errors import KnownError
from models.history import Work
from models.intake.comparing import steps_to
from models.intake.draft import ItemDraft, PartDraft, PlanDraft
from models.issued import issued_tasks
from models.schema import FormerTask, Item, Measure, Part, Plan, Revision, Task
from models.shorttitle import was_proposed
from models.text import clean

_FORMER = (
    *("text", "lead_units", "responsible_units", "supporting_units"),
    *("deadline_text", "deadline_on"),
)
Place: TypeAlias = "tuple[PartDraft | None, ItemDraft | None]"


def revise_plan(
    work: Work,
    plan_id: int,
    draft: PlanDraft,
    steps: Sequence[tuple[int | None, int | None]] | None = None,
    source: SourceFile | None = None,
) -> None:
    """Apply the chosen steps of a comparison: (task, position in the draft) each.

    Both: the task takes the draft's words; no task: it is added at the end, with the next number;
    no position: it is taken out, 不再跟踪, with everything that hangs on it. None for ``steps``
    applies all that comparing finds. The plan keeps its number, its date and its tasks' numbers.
    """
    plan = get(Plan, plan_id)
    chosen = _all_steps(plan_id, draft) if steps is None else list(dict.fromkeys(steps))
    if not chosen:
        raise KnownError("没有选中要修订的内容，没有改动；请先勾选。")
    revision_id = _keep_former(work, plan, draft)
    Revised(work, plan_id, revision_id, draft).apply(chosen)
    if source is not None:
        keep_source(work, plan_id, draft, source)
    work.new_id = revision_id
    work.label = f"修订《{line(plan.title)}》"


def _all_steps(plan_id: int, draft: PlanDraft) -> list[tuple[int | None, int | None]]:
    found = steps_to(draft, issued_tasks(plan_id))
    return [(step.task_id, step.position) for step in found]


def _keep_former(work: Work, plan: Plan, draft: PlanDraft) -> int:
    """Keep the plan's own words in the revision, and give it those of the draft."""
    revision_id = work.insert(
        Revision,
        plan=plan.id,
        dated_on=work.today,
        document_number=line(draft.document_number),
        issued_on=draft.issued_on,
        title=clean(draft.title, lines=False),
        former_title=plan.title,
        former_preamble=plan.preamble,
        former_source=plan.source_text,
        former_findings=plan.findings,
    )
    work.update(
        Plan,
        plan.id,
        title=clean(draft.title, lines=False) or plan.title,
        preamble=clean(draft.preamble) or plan.preamble,
        source_text=clean(draft.source_text, LONGEST_SOURCE) or plan.source_text,
        findings=findings_kept(draft),
    )
    return revision_id


class Revised:
    """One revision in the making: which tasks and headings of the draft become which rows."""

    def __init__(self, work: Work, plan_id: int, revision_id: int, draft: PlanDraft) -> None:
        self._work = work
        self._plan_id = plan_id
        self._revision_id = revision_id
        self._places: dict[int, Place] = dict(_places(draft))
        self._tasks = {task.position: task for task in draft.all_tasks()}
        self._headings = Headings(plan_id, draft)
        rows = Task.select(Task.position).where(Task.plan == plan_id, Task.local_number == "")
        self._last = max((row.position for row in rows), default=0)

    def apply(self, steps: Sequence[tuple[int | None, int | None]]) -> None:
        """Do all of them: in the draft's order, what is taken out last."""
        self._headings.put_in_order(self._work)
        for task_id, position in sorted(steps, key=lambda step: (step[1] is None, step[1] or 0)):
            if position is None:
                self._take_out(task_id)
            else:
                self._take_in(task_id, position)

    def _take_in(self, task_id: int | None, position: int) -> None:
        new = self._tasks.get(position)
        if new is None:
            raise KnownError("这份文件里没有这一项，没有改动；请重新比对。")
        part_id, item_id = self._place(position)
        if task_id is None:
            self._last += 1
            added = add_task(self._work, self._plan_id, part_id, item_id, new)
            self._work.update(Task, added, position=self._last)
            self._keep(added, "added")
            return
        task = self._task(task_id)
        restored = task.withdrawn_on is not None
        before = self._former(task)
        values = issued(new)
        if was_proposed(task.short_title, task.text):
            values["short_title"] = short_title(new.text)
        if restored:
            values["withdrawn_on"], values["tracked"] = None, True
        changed = self._work.update(Task, task_id, part=part_id, item=item_id, **values)
        changed = revise_measures(self._work, task_id, new.measures) or changed
        if changed:
            self._keep(task_id, "restored" if restored else "changed", before)

    def _take_out(self, task_id: int | None) -> None:
        task = self._task(task_id or 0)
        before = self._former(task)
        self._work.update(Task, task.id, tracked=False, withdrawn_on=self._work.today)
        self._keep(task.id, "removed", before)

    def _task(self, task_id: int) -> Task:
        task = get(Task, task_id)
        if task.plan_id != self._plan_id or task.local_number:
            raise KnownError(f"{task_label(task)}不是这份工作要点印发的任务，没有改动。")
        return task

    def _keep(self, task_id: int, course: str, before: dict[str, object] | None = None) -> None:
        self._work.insert(
            FormerTask, revision=self._revision_id, task=task_id, course=course, **(before or {})
        )
        self._work.about(task_id)

    def _former(self, task: Task) -> dict[str, object]:
        measures = Measure.select(Measure.text).where(Measure.task == task.id, Measure.issued)
        kept: dict[str, object] = {name: getattr(task, name) for name in _FORMER}
        return {**kept, "measures": [row.text for row in measures.order_by(Measure.id)]}

    def _place(self, position: int) -> tuple[int | None, int | None]:
        """The part and item that a task of the draft stands under; made where they are new."""
        part, item = self._places[position]
        if part is None:
            return None, None
        part_id = self._part(part)
        return part_id, None if item is None else self._item(part_id, item)

    def _part(self, part: PartDraft) -> int:
        known = self._headings.row(part)
        if known is not None:
            self._work.update(Part, known, **heading(part))
            return known
        made = add_part(self._work, self._plan_id, self._headings.place(part), part)
        self._headings.made(part, made)
        return made

    def _item(self, part_id: int, item: ItemDraft) -> int:
        known = self._headings.row(item)
        if known is not None:
            self._work.update(Item, known, part=part_id, **heading(item))
            return known
        made = add_item(self._work, self._plan_id, part_id, self._headings.place(item), item)
        self._headings.made(item, made)
        return made


def _places(draft: PlanDraft) -> list[tuple[int, Place]]:
    found: list[tuple[int, Place]] = [(task.position, (None, None)) for task in draft.tasks]
    for part in draft.parts:
        found += [(task.position, (part, None)) for task in part.tasks]
        for item in part.items:
            found += [(task.position, (part, item)) for task in item.tasks]
    return found
