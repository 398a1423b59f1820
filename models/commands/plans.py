"""Saving a plan draft: the text exactly as received, everything 待定."""

from __future__ import annotations

import datetime as dt
import re

from models.commands.lookup import line, lines
from models.errors import KnownError
from models.history import Work
from models.intake.draft import ItemDraft, MeasureDraft, PartDraft, PlanDraft, TaskDraft
from models.schema import Deliverable, Item, Measure, Part, Plan, Target, Task
from models.shorttitle import propose
from models.text import clean

_LONGEST_SOURCE = 5_000_000
_LONGEST_CLAUSE = 20_000


def add_plan(
    work: Work,
    draft: PlanDraft,
    received_on: dt.date | None = None,
    received_number: str = "",
) -> None:
    """Save a plan; one that has the same number is refused."""
    number = clean(draft.document_number, lines=False)
    if number and Plan.select().where(Plan.document_number == number).exists():
        raise KnownError(f"{number}已经在台账里，没有重复存入；请在上方选择它。")
    if not draft.all_tasks():
        raise KnownError("这份文件里没有读出任务，没有存入；请检查是否选对了文件。")
    work.label = f"载入《{line(draft.title)}》"
    plan_id = work.insert(
        Plan,
        title=clean(draft.title, lines=False),
        notice_title=clean(draft.notice_title, lines=False),
        document_number=number,
        issuers=lines(draft.issuers),
        addressees=lines(draft.addressees),
        issued_on=draft.issued_on,
        received_on=received_on,
        received_number=clean(received_number, lines=False),
        preamble=clean(draft.preamble),
        year=plan_year(draft, work.today),
        source_text=clean(draft.source_text, _LONGEST_SOURCE),
        findings=[[each.line, clean(each.text), clean(each.reason)] for each in draft.findings],
    )
    work.new_id = plan_id
    _add_tasks(work, plan_id, None, None, draft.tasks)
    for place, part in enumerate(draft.parts, 1):
        _add_part(work, plan_id, place, part)


def plan_year(draft: PlanDraft, today: dt.date) -> int:
    """The year that a plan is for: that of its title, else of its date, else today's."""
    found = re.search(r"(?<!\d)(19|20)\d{2}(?=年)", draft.title)
    if found:
        return int(found.group())
    return (draft.issued_on or today).year


def _add_part(work: Work, plan_id: int, place: int, part: PartDraft) -> None:
    part_id = work.insert(
        Part,
        plan=plan_id,
        position=place,
        number=line(part.number),
        title=clean(part.title, lines=False),
        text=clean(part.text),
    )
    _add_tasks(work, plan_id, part_id, None, part.tasks)
    for item_place, item in enumerate(part.items, 1):
        _add_item(work, plan_id, part_id, item_place, item)


def _add_item(work: Work, plan_id: int, part_id: int, place: int, item: ItemDraft) -> None:
    item_id = work.insert(
        Item,
        plan=plan_id,
        part=part_id,
        position=place,
        number=line(item.number),
        title=clean(item.title, lines=False),
        text=clean(item.text),
    )
    _add_tasks(work, plan_id, part_id, item_id, item.tasks)


def _add_tasks(
    work: Work,
    plan_id: int,
    part_id: int | None,
    item_id: int | None,
    tasks: tuple[TaskDraft, ...],
) -> None:
    for task in tasks:
        task_id = work.insert(
            Task,
            plan=plan_id,
            part=part_id,
            item=item_id,
            position=task.position,
            number=line(task.number),
            text=clean(task.text),
            short_title=line(propose(clean(task.text)), limit=_LONGEST_CLAUSE),
            lead_units=lines(task.lead_units),
            responsible_units=lines(task.responsible_units),
            supporting_units=lines(task.supporting_units),
            deadline_text=line(task.deadline.text) if task.deadline else "",
            deadline_on=task.deadline.date if task.deadline else None,
            tracked=task.tracked,
        )
        for place, measure in enumerate(task.measures, 1):
            _add_measure(work, task_id, place, measure)


def _add_measure(work: Work, task_id: int, place: int, measure: MeasureDraft) -> None:
    measure_id = work.insert(
        Measure,
        task=task_id,
        position=place,
        text=clean(measure.text),
        lead_units=lines(measure.lead_units),
        responsible_units=lines(measure.responsible_units),
        supporting_units=lines(measure.supporting_units),
        references=lines(measure.references),
    )
    for deliverable in measure.deliverables:
        work.insert(
            Deliverable, measure=measure_id, kind=deliverable.kind, name=clean(deliverable.name)
        )
    for target in measure.targets:
        work.insert(
            Target,
            measure=measure_id,
            text=clean(target.text),
            label=clean(target.label),
            operator=target.operator,
            low=target.low,
            high=target.high,
            unit=line(target.unit),
        )
