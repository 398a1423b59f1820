"""The tasks of a plan as issued, as comparing with another document needs them."""

from __future__ import annotations

from collections import defaultdict

from models.intake.comparing import IssuedTask
from models.schema import (
    Evidence,
    Measure,
    Note,
    ProgressEntry,
    StatusChange,
    Task,
    Tick,
)


def issued_tasks(plan_id: int) -> tuple[IssuedTask, ...]:
    """The issued tasks of a plan in order, those taken out by a revision included."""
    mine = Task.select(Task.id).where(Task.plan == plan_id)
    texts: dict[int, list[str]] = defaultdict(list)
    measures = Measure.select(Measure.task, Measure.text).where(
        Measure.task.in_(mine), Measure.issued
    )
    for task_id, text in measures.order_by(Measure.task, Measure.id).tuples():
        texts[task_id].append(text)
    busy = _progressed(plan_id)
    rows = Task.select().where(Task.plan == plan_id, Task.local_number == "")
    return tuple(
        IssuedTask(
            row.id,
            str(row.position),
            row.text,
            (tuple(row.lead_units), tuple(row.responsible_units), tuple(row.supporting_units)),
            row.deadline_text,
            tuple(texts[row.id]),
            row.tracked,
            row.withdrawn_on is not None,
            row.id in busy,
        )
        for row in rows.order_by(Task.position)
    )


def _progressed(plan_id: int) -> set[int]:
    """The tasks on which something has been done or kept."""
    mine = Task.select(Task.id).where(Task.plan == plan_id)
    found: set[int] = set()
    for model in (ProgressEntry, StatusChange, Note, Evidence):
        query = model.select(model.task).where(model.task.in_(mine)).distinct()
        found.update(task_id for (task_id,) in query.tuples())
    ticked = Tick.select(Measure.task).join(Measure).where(Measure.task.in_(mine)).distinct()
    found.update(task_id for (task_id,) in ticked.tuples())
    return found
