"""Single tasks and measures: the detail of one, and how they are found by their numbers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from models.errors import KnownError
from models.periods import Period
from models.queries.entries import entry_row
from models.queries.evidence import evidence_rows
from models.queries.moment import Moment
from models.queries.office import lights, thresholds
from models.queries.plan_measures import plan_measures
from models.queries.plan_tree import task_row
from models.queries.state import load_state
from models.rows import MeasureRow, NoteRow, TaskDetail
from models.schema import Note, ProgressEntry, Task


def measures(plan_id: int, day: dt.date) -> dict[int, tuple[MeasureRow, ...]]:
    """All visible measures of a plan by task id."""
    found = plan_measures(plan_id, Moment(day, day))
    return {task_id: tuple(rows) for task_id, rows in found.items()}


def task_detail(task_id: int, day: dt.date, period: Period | None = None) -> TaskDetail:
    """Everything the detail of one task shows on a day, every entry of it included."""
    task = Task.get_or_none(Task.id == task_id)
    if task is None:
        raise KnownError("这项任务已经不在台账里；请刷新后再试。")
    state = load_state(task.plan_id, Moment(day, day), [task_id])
    own = [row for (_, measure_id), row in state.assignments.items() if measure_id is not None]
    entries = ProgressEntry.select().where(ProgressEntry.task == task_id)
    order = (ProgressEntry.as_of, ProgressEntry.reported_on, ProgressEntry.id)
    return TaskDetail(
        task=task_row(state, state.tasks[0], period, thresholds(), lights()),
        measures=tuple(state.measures.get(task_id, ())),
        assignment=state.assignments.get((task_id, None)),
        measure_assignments=tuple(own),
        entries=tuple(entry_row(row) for row in entries.order_by(*order).namedtuples()),
        notes=_notes(task_id),
        evidence=tuple(evidence_rows([task_id])[task_id]),
        statuses=tuple(state.statuses.get(task_id, ())),
        extensions=tuple(state.extensions.get(task_id, ())),
        carried_out_by=_carried_out_by(task),
    )


def _notes(task_id: int) -> tuple[NoteRow, ...]:
    rows = Note.select().where(Note.task == task_id).order_by(Note.dated_on.desc(), Note.id.desc())
    return tuple(
        NoteRow(
            row.id,
            row.plan_id,
            row.task_id,
            row.measure_id,
            row.kind,
            row.dated_on,
            row.author,
            row.text,
        )
        for row in rows
    )


def _carried_out_by(task: Any) -> tuple[str, ...]:  # noqa: ANN401 (a record)
    """增1、增2… that name this task as one they carry out."""
    rows = Task.select().where(Task.plan == task.plan_id, Task.local_number != "")
    return tuple(
        row.local_number for row in rows.order_by(Task.position) if task.id in row.carries_out
    )


def find_task(plan_id: int, label: str) -> int:
    """The id of the task called 4 or 增1; `KnownError` when there is none."""
    query = Task.select(Task.id, Task.local_number, Task.position).where(Task.plan == plan_id)
    for row_id, local, position in query.tuples():
        if (local or str(position)) == label.strip():
            return int(row_id)
    raise KnownError(f"没有第{label}项任务，没有改动任何内容；请写任务的序号，如 4 或 增1。")


def find_measure(plan_id: int, number: str, day: dt.date) -> MeasureRow:
    """The measure called 4.2; `KnownError` when there is none."""
    label, dot, _ = number.strip().rpartition(".")
    if not dot:
        raise KnownError(f"“{number}”不是举措的序号，没有改动任何内容；请写成 4.2 这样。")
    task_id = find_task(plan_id, label)
    state = load_state(plan_id, Moment(day, day), [task_id])
    for row in state.measures.get(task_id, ()):
        if row.number == number.strip():
            return row
    raise KnownError(f"没有{number}这条举措，没有改动任何内容；请先查看第{label}项任务的举措。")
