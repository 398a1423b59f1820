"""Writing a plan's parts, items, tasks and measures as received; what saving and revising share."""

from __future__ import annotations

from typing import Any

from models.commands.lookup import line, lines
from models.history import Work
from models.intake.draft import ItemDraft, MeasureDraft, PartDraft, TargetDraft, TaskDraft
from models.schema import Deliverable, Item, Measure, Part, Target, Task
from models.shorttitle import propose
from models.text import clean

_LONGEST_CLAUSE = 20_000


def add_part(work: Work, plan_id: int, place: int, part: PartDraft) -> int:
    """Write a part, without what stands under it."""
    return work.insert(Part, plan=plan_id, position=place, **heading(part))


def add_item(work: Work, plan_id: int, part_id: int, place: int, item: ItemDraft) -> int:
    """Write an item, without its tasks."""
    return work.insert(Item, plan=plan_id, part=part_id, position=place, **heading(item))


def heading(said: PartDraft | ItemDraft) -> dict[str, str]:
    """The columns of a part or an item."""
    return {
        "number": line(said.number),
        "title": clean(said.title, lines=False),
        "text": clean(said.text),
    }


def add_task(
    work: Work, plan_id: int, part_id: int | None, item_id: int | None, task: TaskDraft
) -> int:
    """Write a task with its measures; everything 待定."""
    task_id = work.insert(
        Task,
        plan=plan_id,
        part=part_id,
        item=item_id,
        position=task.position,
        short_title=short_title(task.text),
        tracked=task.tracked,
        **issued(task),
    )
    for place, measure in enumerate(task.measures, 1):
        add_measure(work, task_id, place, measure)
    return task_id


def short_title(text: str) -> str:
    """任务简称 as proposed for an issued text."""
    return line(propose(clean(text)), limit=_LONGEST_CLAUSE)


def issued(task: TaskDraft) -> dict[str, Any]:
    """The columns of a task that its issuer writes."""
    return {
        "number": line(task.number),
        "text": clean(task.text),
        "lead_units": lines(task.lead_units),
        "responsible_units": lines(task.responsible_units),
        "supporting_units": lines(task.supporting_units),
        "deadline_text": line(task.deadline.text) if task.deadline else "",
        "deadline_on": task.deadline.date if task.deadline else None,
    }


def add_measure(work: Work, task_id: int, place: int, measure: MeasureDraft) -> int:
    """Write a measure with its deliverables and targets."""
    measure_id = work.insert(Measure, task=task_id, position=place, **issued_measure(measure))
    for deliverable in measure.deliverables:
        work.insert(
            Deliverable, measure=measure_id, kind=deliverable.kind, name=clean(deliverable.name)
        )
    for target in measure.targets:
        work.insert(Target, measure=measure_id, **target_columns(target))
    return measure_id


def issued_measure(measure: MeasureDraft) -> dict[str, Any]:
    """The columns of a measure that its issuer writes."""
    return {
        "text": clean(measure.text),
        "lead_units": lines(measure.lead_units),
        "responsible_units": lines(measure.responsible_units),
        "supporting_units": lines(measure.supporting_units),
        "references": lines(measure.references),
    }


def target_columns(target: TargetDraft) -> dict[str, Any]:
    """The columns of a target as read."""
    return {
        "text": clean(target.text),
        "label": clean(target.label),
        "operator": target.operator,
        "low": target.low,
        "high": target.high,
        "unit": line(target.unit),
    }
