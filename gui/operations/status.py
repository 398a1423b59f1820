"""状态, 办结, 销号, 退回, 延期 and 责任分工."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gui.operations.operation import Operation, operation
from models import commands
from models.commands import AssignmentDraft
from models.history import Work
from models.rules import Status


def set_status(task_ids: Sequence[int], status: Status, reason: str = "") -> Operation:
    """Say how one or several tasks stand, as one step: all of them or none."""

    def say(work: Work) -> None:
        for task_id in task_ids:
            commands.set_status(work, task_id, status, reason=reason)
        if len(task_ids) > 1:
            work.label = f"状态 {len(task_ids)}项任务：{status.word}"

    return operation(say)


def complete(task_ids: Sequence[int], on: dt.date, proof: str) -> Operation:
    """办结 of one or several tasks, as one step."""

    def say(work: Work) -> None:
        for task_id in task_ids:
            commands.complete(work, task_id, on, proof)
        if len(task_ids) > 1:
            work.label = f"办结 {len(task_ids)}项任务"

    return operation(say)


def close(task_id: int, checker: str, on: dt.date) -> Operation:
    """销号."""
    return operation(commands.close, task_id, checker, on)


def send_back(task_id: int, reason: str, on: dt.date) -> Operation:
    """退回."""
    return operation(commands.send_back, task_id, reason, on)


def extend(
    task_id: int, new_due: dt.date, reason: str, agreed_by: str, agreed_on: dt.date, progress: str
) -> Operation:
    """延期."""
    return operation(commands.extend, task_id, new_due, reason, agreed_by, agreed_on, progress)


def to_section(task_ids: Sequence[int], section_id: int) -> Operation:
    """责任科室; 0 for nobody."""
    return operation(commands.assign, tuple(task_ids), AssignmentDraft(section_id=section_id))


def to_person(task_ids: Sequence[int], person: str) -> Operation:
    """责任人."""
    return operation(commands.assign, tuple(task_ids), AssignmentDraft(person=person))


def due(task_ids: Sequence[int], day: dt.date | None) -> Operation:
    """完成时限; None for the proposed one."""
    draft = AssignmentDraft(due_on=day, clear_due=day is None)
    return operation(commands.assign, tuple(task_ids), draft)


def assign(task_ids: Sequence[int], draft: AssignmentDraft) -> Operation:
    """The whole 责任分工."""
    return operation(commands.assign, tuple(task_ids), draft)


def assign_measure(measure_id: int, draft: AssignmentDraft) -> Operation:
    """责任分工 of one measure."""
    return operation(commands.assign_measure, measure_id, draft)
