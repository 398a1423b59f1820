"""Rows as JSON with stable English keys: the rows' own field names, without the ledger's row ids."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from typing import Any

from models.rows import TaskDetail, TaskRow

_COUNTS = {"notes": "note_count", "evidence": "evidence_count"}


def task_json(task: TaskRow) -> dict[str, Any]:
    """One task of a list; 亮灯 and standing are null unless the task is the bureau's."""
    found = {_COUNTS.get(key, key): value for key, value in plain(task).items()}
    del found["lights"], found["late_after"]
    return found | {"ready": task.ready}


def detail_json(detail: TaskDetail) -> dict[str, Any]:
    """One task with all that belongs to it: the keys of the list, then those of the detail."""
    rest = plain(detail)
    del rest["task"]
    return {**task_json(detail.task), **rest}


def plain(value: Any) -> Any:  # noqa: ANN401 (JSON has no narrower type)
    """A row as dicts, lists, strings and numbers; ids of rows mean nothing outside and go."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [field.name for field in dataclasses.fields(value)]
        return {name: plain(getattr(value, name)) for name in fields if not _row_id(name)}
    return value


def _row_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")
