"""Search in tasks, measures, notes, progress and evidence names of one plan."""

from __future__ import annotations

from typing import Any

from models.rows import SearchHit
from models.schema import Evidence, Measure, Note, ProgressEntry, Task
from models.text import proper

# What is searched, in the order of the answer: kind, record, its text columns.
_PLACES: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("task", Task, ("short_title", "text", "local_text")),
    ("measure", Measure, ("text", "local_text")),
    ("progress", ProgressEntry, ("reviewed_text", "original_text", "original_problems")),
    ("note", Note, ("text", "author")),
    ("evidence", Evidence, ("name", "document_number")),
)


def search(plan_id: int, text: str, limit: int = 200) -> tuple[SearchHit, ...]:
    """Where the text occurs, as received or in its proper form, tasks first; in any case."""
    wanted = text.strip()
    if not wanted:
        return ()
    tasks = {row.id: row for row in Task.select().where(Task.plan == plan_id)}
    hits: list[SearchHit] = []
    for kind, model, columns in _PLACES:
        condition = _matches(model, columns, wanted)
        column = Task.id if model is Task else model.task
        query = model.select().where(column.in_(list(tasks)), condition)
        for row in query.order_by(column, model.id).limit(limit - len(hits)):
            task = tasks[row.id if model is Task else row.task_id]
            hits.append(_hit(kind, row, columns, wanted, task))
        if len(hits) >= limit:
            break
    return tuple(hits)


def _matches(model: Any, columns: tuple[str, ...], wanted: str) -> Any:  # noqa: ANN401 (peewee)
    condition = None
    for name in columns:
        for form in {wanted, proper(wanted)}:
            each = getattr(model, name).contains(form)
            condition = each if condition is None else condition | each
    return condition


def _hit(kind: str, row: Any, columns: tuple[str, ...], wanted: str, task: Any) -> SearchHit:  # noqa: ANN401 (records)
    texts = [str(getattr(row, name) or "") for name in columns]
    forms = {wanted.lower(), proper(wanted).lower()}
    found = next((t for t in texts if any(form in t.lower() for form in forms)), texts[0])
    measure_id = row.id if kind == "measure" else getattr(row, "measure_id", None)
    return SearchHit(kind, task.id, measure_id, task.local_number or str(task.position), found)
