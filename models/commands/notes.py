"""工作记录: dated notes on a plan, a task or a measure."""

from __future__ import annotations

import datetime as dt
from typing import Any

from models.commands.lookup import get, issued_task, line, measure_label, prose, task_label
from models.errors import KnownError
from models.history import Work
from models.schema import Evidence, Measure, Note, Plan

KINDS = {"note": "记录", "instruction": "领导批示"}


def add_note(
    work: Work,
    text: str,
    plan_id: int | None = None,
    task_id: int | None = None,
    measure_id: int | None = None,
    kind: str = "note",
    dated_on: dt.date | None = None,
    author: str | None = None,
) -> None:
    """Add a note; its author is the operator unless another is named (who gave the 批示)."""
    where = place_of(plan_id, task_id, measure_id)
    work.new_id = work.insert(
        Note,
        plan=plan_id,
        task=where[0],
        measure=measure_id,
        kind=_kind(kind),
        dated_on=dated_on or work.today,
        author=line(work.actor.operator if author is None else author),
        text=prose(text, "记录内容"),
    )
    work.about(where[0])
    work.label = f"增加{KINDS[kind]} {where[1]}"


def edit_note(
    work: Work,
    note_id: int,
    text: str | None = None,
    dated_on: dt.date | None = None,
    author: str | None = None,
    kind: str | None = None,
) -> None:
    """Change a note."""
    note = get(Note, note_id)
    values: dict[str, Any] = {}
    if text is not None:
        values["text"] = prose(text, "记录内容")
    if dated_on is not None:
        values["dated_on"] = dated_on
    if author is not None:
        values["author"] = line(author)
    if kind is not None:
        values["kind"] = _kind(kind)
    if not values:
        raise KnownError("没有要改的内容，没有改动。")
    work.update(Note, note_id, **values)
    work.about(note.task_id)
    work.label = f"修改{KINDS[note.kind]}"


def remove_note(work: Work, note_id: int) -> None:
    """Remove a note; evidence that hung on it stays with the task."""
    note = get(Note, note_id)
    for row in list(Evidence.select().where(Evidence.note == note_id)):
        work.update(Evidence, row.id, note=None)
    work.delete(Note, note_id)
    work.about(note.task_id)
    work.label = f"删除{KINDS[note.kind]}"


def place_of(
    plan_id: int | None, task_id: int | None, measure_id: int | None
) -> tuple[int | None, str]:
    """The task that a thing hangs on, and how the place is called; exactly one place is named."""
    if measure_id is not None:
        measure = get(Measure, measure_id)
        if task_id is not None and measure.task_id != task_id:
            raise KnownError("这条举措不属于这项任务，没有保存。")
        return measure.task_id, measure_label(measure)
    if task_id is not None:
        return task_id, task_label(issued_task(task_id))
    if plan_id is not None:
        return None, f"《{get(Plan, plan_id).title}》"
    raise KnownError("没有选中任务或举措，没有保存；请先选择。")


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise KnownError(f"记录类别应为{'、'.join(KINDS.values())}之一，没有保存。")
    return kind
