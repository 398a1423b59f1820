"""What verbs share: finding the row that is meant, naming it, and the doors for texts and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

from models.errors import KnownError
from models.history import Work
from models.schema import Measure, Record, Task
from models.text import clean
from models.words import long_day

R = TypeVar("R", bound=Record)
NAME_LIMIT = 300


def get(model: type[R], row_id: int) -> R:
    """The record with this id, or a `KnownError` that says it is gone."""
    found: R | None = model.get_or_none(model.id == row_id)
    if found is None:
        raise KnownError("这一条已经不在台账里，没有改动任何内容；请刷新后再试。")
    return found


def line(text: str, what: str = "", *, limit: int = NAME_LIMIT) -> str:
    """A cleaned one-line text; with `what`, an empty one is refused."""
    cleaned = clean(text, limit, lines=False).strip()
    if what and not cleaned:
        raise KnownError(f"{what}不能为空，没有保存；请填写后再试。")
    return cleaned


def prose(text: str, what: str = "") -> str:
    """A cleaned text of any lines; with `what`, an empty one is refused."""
    cleaned = clean(text).strip()
    if what and not cleaned:
        raise KnownError(f"{what}不能为空，没有保存；请填写后再试。")
    return cleaned


def lines(texts: Iterable[str]) -> list[str]:
    """Cleaned one-line texts without the empty ones."""
    return [text for text in (line(each) for each in texts) if text]


def json_value(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    """Every text inside a JSON value passes the same door as any other."""
    if isinstance(value, str):
        return prose(value)
    if isinstance(value, (list, tuple)):
        return [json_value(each) for each in value]
    if isinstance(value, dict):
        return {line(str(name)): json_value(each) for name, each in value.items()}
    return value


def past(work: Work, day: dt.date | None) -> dt.date:
    """The day on which something was done, today when none is said; one to come is refused."""
    if day is not None and day > work.today:
        raise KnownError(f"{long_day(day)}还没有到，没有保存；请改正日期。")
    return day or work.today


def task_label(task: Task) -> str:
    """How a task is called on screens and in the history: 4 or 增1."""
    return task.local_number or str(task.position)


def visible_measures(task_id: int) -> list[Measure]:
    """The task's measures in order, without those merged into others."""
    query = Measure.select().where(Measure.task == task_id, Measure.merged_into.is_null())
    return list(query.order_by(Measure.position, Measure.id))


def measure_label(measure: Measure) -> str:
    """How a measure is called: 4.2, by its place among the visible ones."""
    while measure.merged_into_id is not None:
        measure = measure.merged_into
    ids = [each.id for each in visible_measures(measure.task_id)]
    place = ids.index(measure.id) + 1 if measure.id in ids else 0
    return f"{task_label(measure.task)}.{place}"


def issued_task(task_id: int) -> Task:
    """A task of any kind; kept apart so that verbs read as sentences."""
    return get(Task, task_id)


def shown_measure(measure_id: int) -> Measure:
    """A measure that is not merged away."""
    measure = get(Measure, measure_id)
    if measure.merged_into_id is not None:
        raise KnownError("这条举措已并入另一条，没有改动；请在合并后的举措上操作。")
    return measure
