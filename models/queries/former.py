"""How a task was issued before the revisions of its plan; apart, for a detail asks it at once."""

from __future__ import annotations

from models.planrows import FormerRow
from models.schema import FormerTask, Revision


def former_tasks(task_id: int) -> tuple[FormerRow, ...]:
    """How a task was issued before each revision that touched it, the newest first."""
    query = FormerTask.select(FormerTask, Revision).join(Revision)
    rows = query.where(FormerTask.task == task_id).order_by(FormerTask.id.desc())
    return tuple(
        FormerRow(
            row.id,
            row.task_id,
            row.course,
            row.revision.dated_on,
            row.revision.document_number,
            row.text,
            tuple(row.lead_units),
            tuple(row.responsible_units),
            tuple(row.supporting_units),
            row.deadline_text,
            tuple(row.measures),
        )
        for row in rows
    )
