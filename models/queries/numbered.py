"""A task or a measure asked for by its number: 38, 任务38, 第38项, 38.5, 增1."""

from __future__ import annotations

import re

from models.hits import SearchHit
from models.reading import rows

_NUMBER = re.compile(
    r"\s*(?:第|任务|举措)?\s*(?P<task>增?[0-9０-９]{1,4})(?:[.．](?P<measure>[0-9０-９]{1,3}))?\s*[项条]?\s*"
)


def numbered(plan_id: int, text: str) -> tuple[SearchHit, ...]:
    """The task or the measure of a plan that bears this number; nothing for other words."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return ()
    label, place = found["task"], found["measure"]
    local = f"增{int(label[1:])}" if label.startswith("增") else ""
    position = 0 if local else int(label)
    tasks = rows(
        "SELECT id, text FROM task WHERE plan_id = ?"
        + (" AND local_number = ?" if local else " AND local_number = '' AND position = ?"),
        plan_id,
        local or position,
    )
    if not tasks:
        return ()
    task_id, words = tasks[0]
    name = local or str(position)
    if place is None:
        return (SearchHit("task", task_id, None, name, words, row_id=task_id),)
    return _measure(task_id, name, int(place))


def _measure(task_id: int, name: str, place: int) -> tuple[SearchHit, ...]:
    measures = rows(
        "SELECT id, text, local_text FROM measure WHERE task_id = ? AND merged_into_id IS NULL"
        " ORDER BY position, id LIMIT 1 OFFSET ?",
        task_id,
        max(0, place - 1),
    )
    return tuple(
        SearchHit("measure", task_id, row_id, f"{name}.{place}", local or text, row_id=row_id)
        for row_id, text, local in measures
        if place
    )
