"""Search in tasks, measures, notes, progress and evidence of one plan.

Texts stay as received, half-width marks and stray blanks included, while screens show the proper
form. So both sides are folded to one form before they are compared, which SQL cannot do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import peewee as pw

from models.rows import SearchHit
from models.schema import Evidence, Measure, Note, ProgressEntry, Task

_REPORT = tuple(
    f"{side}_{part}" for part in ("text", "problems", "next") for side in ("reviewed", "original")
)
# What is searched, in the order of the answer: kind, record, its text columns.
_PLACES: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("task", Task, ("short_title", "text", "local_text")),
    ("measure", Measure, ("text", "local_text")),
    ("progress", ProgressEntry, _REPORT),
    ("note", Note, ("text", "author")),
    ("evidence", Evidence, ("name", "document_number", "place")),
)
# What compatibility forms (NFKC) leave apart although it is typed either way.
_ALIKE = str.maketrans("“”‘’〈〉—–‐‑\u2212", "\"\"''<>-----")


def search(plan_id: int, text: str, limit: int = 200) -> tuple[SearchHit, ...]:
    """Where the text occurs, tasks first.

    Case, width of marks and blanks make no difference; % and _ mean themselves.
    """
    wanted = _folded(text)
    if not wanted:
        return ()
    labels = {row.id: row.local_number or str(row.position) for row in _tasks(plan_id)}
    hits: list[SearchHit] = []
    for kind, model, columns in _PLACES:
        for row in _rows(model, plan_id):
            texts = [str(getattr(row, name) or "") for name in columns]
            found = next((each for each in texts if wanted in _folded(each)), None)
            if found is not None:
                hits.append(_hit(kind, row, found, labels))
            if len(hits) == limit:
                return tuple(hits)
    return tuple(hits)


def _folded(text: str) -> str:
    """One form for all that looks alike: NFKC, lower case, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text.translate(_ALIKE)).casefold().split())


def _tasks(plan_id: int) -> pw.ModelSelect:
    query = Task.select().where(Task.plan == plan_id)
    return query.order_by(Task.local_number != "", Task.position, Task.id)


def _rows(model: Any, plan_id: int) -> pw.ModelSelect:  # noqa: ANN401 (a record class)
    """The rows of a plan; measures that were merged into others are in these."""
    special: dict[Any, Callable[[], pw.ModelSelect]] = {
        Task: lambda: _tasks(plan_id),
        Measure: lambda: _under_tasks(Measure, plan_id).where(Measure.merged_into.is_null()),
        Note: lambda: (
            _under_tasks(Note, plan_id)
            .orwhere(Note.plan == plan_id, Note.task.is_null())
            .order_by(Note.task, Note.id)
        ),
    }
    return special.get(model, lambda: _under_tasks(model, plan_id))()


def _under_tasks(model: Any, plan_id: int) -> pw.ModelSelect:  # noqa: ANN401 (a record class)
    mine = Task.select(Task.id).where(Task.plan == plan_id)
    return model.select().where(model.task.in_(mine)).order_by(model.task, model.id)


def _hit(kind: str, row: Any, found: str, labels: dict[int, str]) -> SearchHit:  # noqa: ANN401 (a record)
    """A note on the plan itself belongs to no task."""
    task_id = row.id if kind == "task" else row.task_id
    measure_id = row.id if kind == "measure" else getattr(row, "measure_id", None)
    return SearchHit(kind, task_id, measure_id, labels.get(task_id, ""), found)
