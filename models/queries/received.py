"""A plan as it was received, put together again from the ledger."""

from __future__ import annotations

from collections import defaultdict

from models.intake.draft import (
    DeadlineDraft,
    DeliverableDraft,
    Finding,
    ItemDraft,
    MeasureDraft,
    PartDraft,
    PlanDraft,
    TargetDraft,
    TaskDraft,
)
from models.schema import Deliverable, Item, Measure, Part, Plan, Target, Task


def draft_of(plan_id: int) -> PlanDraft:
    """A plan as it was received: the issued measures only, without what the bureau made of it."""
    plan = Plan.get_by_id(plan_id)
    tasks = _tasks(plan_id)
    items: dict[int | None, list[ItemDraft]] = defaultdict(list)
    for item in Item.select().where(Item.plan == plan_id).order_by(Item.position):
        own = tuple(tasks[(item.part_id, item.id)])
        items[item.part_id].append(ItemDraft(item.number, item.title, item.text, own))
    parts = Part.select().where(Part.plan == plan_id).order_by(Part.position)
    return PlanDraft(
        title=plan.title,
        document_number=plan.document_number,
        issuers=tuple(plan.issuers),
        addressees=tuple(plan.addressees),
        issued_on=plan.issued_on,
        preamble=plan.preamble,
        tasks=tuple(tasks[(None, None)]),
        parts=tuple(
            PartDraft(
                part.number,
                part.title,
                part.text,
                tuple(tasks[(part.id, None)]),
                tuple(items[part.id]),
            )
            for part in parts
        ),
        findings=tuple(Finding(*finding) for finding in plan.findings),
        notice_title=plan.notice_title,
        source_text=plan.source_text,
    )


def _tasks(plan_id: int) -> dict[tuple[int | None, int | None], list[TaskDraft]]:
    measures = _measures(plan_id)
    found: dict[tuple[int | None, int | None], list[TaskDraft]] = defaultdict(list)
    issued = (Task.plan == plan_id, Task.local_number == "", Task.withdrawn_on.is_null())
    query = Task.select().where(*issued)
    for row in query.order_by(Task.position):
        deadline = DeadlineDraft(row.deadline_text, row.deadline_on) if row.deadline_text else None
        found[(row.part_id, row.item_id)].append(
            TaskDraft(
                number=row.number,
                position=row.position,
                text=row.text,
                lead_units=tuple(row.lead_units),
                responsible_units=tuple(row.responsible_units),
                supporting_units=tuple(row.supporting_units),
                deadline=deadline,
                tracked=row.tracked,
                measures=tuple(measures[row.id]),
            )
        )
    return found


def _measures(plan_id: int) -> dict[int, list[MeasureDraft]]:
    deliverables: dict[int, list[DeliverableDraft]] = defaultdict(list)
    targets: dict[int, list[TargetDraft]] = defaultdict(list)
    mine = Measure.select(Measure.id).join(Task).where(Task.plan == plan_id)
    for row in Deliverable.select().where(Deliverable.measure.in_(mine)).order_by(Deliverable.id):
        deliverables[row.measure_id].append(DeliverableDraft(row.kind, row.name))
    for row in Target.select().where(Target.measure.in_(mine)).order_by(Target.id):
        targets[row.measure_id].append(
            TargetDraft(row.text, row.label, row.operator, row.low, row.high, row.unit)
        )
    found: dict[int, list[MeasureDraft]] = defaultdict(list)
    # Issued measures in the order of their making: moving them is the bureau's affair.
    query = Measure.select(Measure, Task.position.alias("task_position")).join(Task)
    for row in query.where(Task.plan == plan_id, Measure.issued).order_by(Measure.id).objects():
        number = f"{row.task_position}.{len(found[row.task_id]) + 1}"
        found[row.task_id].append(
            MeasureDraft(
                number,
                row.text,
                tuple(row.lead_units),
                tuple(row.responsible_units),
                tuple(row.supporting_units),
                tuple(deliverables[row.id]),
                tuple(row.references),
                tuple(targets[row.id]),
            )
        )
    return found
