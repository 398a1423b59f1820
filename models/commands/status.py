"""状态 of a task: said by a person, dated, every saying kept; 延期 likewise."""

from __future__ import annotations

import datetime as dt

from models.commands.assignments import newest_assignments
from models.commands.lookup import issued_task, line, past, prose, task_label
from models.errors import KnownError
from models.history import Work
from models.rules import Adoption, Status, default_due
from models.schema import Extension, StatusChange, Task
from models.words import long_day

_NEEDS_REASON = (Status.SUSPENDED, Status.RETURNED)


def set_status(
    work: Work, task_id: int, status: Status, on: dt.date | None = None, reason: str = ""
) -> None:
    """Say 未启动, 推进中, 持续推进 or 暂缓; what is finished has verbs of its own."""
    if status in (Status.COMPLETED, Status.CLOSED, Status.RETURNED):
        raise KnownError(f"“{status.word}”要用对应的操作来办，没有改动。")
    task = _adopted(task_id)
    if newest_status(task_id).done:
        raise KnownError(f"任务{task_label(task)}已经办结，没有改动；需要重做请先退回。")
    why = prose(reason, "暂缓的原因" if status in _NEEDS_REASON else "")
    _say(work, task, status, on, reason=why)
    work.label = f"状态 {task_label(task)}：{status.word}"


def complete(work: Work, task_id: int, on: dt.date | None = None, proof: str = "") -> None:
    """办结: the doer says done, on a day, with what proves it."""
    task = _adopted(task_id)
    if newest_status(task_id).done:
        raise KnownError(f"任务{task_label(task)}已经办结，没有改动。")
    _say(work, task, Status.COMPLETED, on, proof=prose(proof))
    work.label = f"办结 {task_label(task)}"


def close(work: Work, task_id: int, checker: str, on: dt.date | None = None) -> None:
    """销号: the checker accepts what the doer has said is done."""
    task = _adopted(task_id)
    if newest_status(task_id) is not Status.COMPLETED:
        raise KnownError(f"任务{task_label(task)}还没有办结，不能销号，没有改动；请先办结。")
    _say(work, task, Status.CLOSED, on, checker=line(checker, "销号人"))
    work.label = f"销号 {task_label(task)}"


def send_back(work: Work, task_id: int, reason: str, on: dt.date | None = None) -> None:
    """退回: the checker does not accept, and says why."""
    task = _adopted(task_id)
    if not newest_status(task_id).done:
        raise KnownError(f"任务{task_label(task)}还没有办结，不用退回，没有改动。")
    _say(work, task, Status.RETURNED, on, reason=prose(reason, "退回的原因"))
    work.label = f"退回 {task_label(task)}"


def extend(
    work: Work,
    task_id: int,
    new_due: dt.date,
    reason: str,
    agreed_by: str = "",
    agreed_on: dt.date | None = None,
    progress: str = "",
) -> None:
    """延期: every one is kept with its old and new deadline; lights use the granted date."""
    task = _adopted(task_id)
    old = current_due(task)
    if new_due <= old:
        raise KnownError(f"新时限应晚于原时限{long_day(old)}，没有改动；请改正日期。")
    day = past(work, agreed_on)
    granted = _newest_extension(task_id)
    if granted is not None and granted.agreed_on > day:
        raise KnownError(
            f"同意日期不能早于上一次延期的{long_day(granted.agreed_on)}，没有改动；请改正日期。"
        )
    work.new_id = work.insert(
        Extension,
        task=task_id,
        old_due=old,
        new_due=new_due,
        reason=prose(reason, "延期的原因"),
        progress=prose(progress),
        agreed_by=line(agreed_by),
        agreed_on=day,
    )
    work.about(task_id)
    work.label = f"延期 {task_label(task)} 至{long_day(new_due)}"


def newest_status(task_id: int, day: dt.date | None = None) -> Status:
    """What holds for a task on a day (the last saying of all without one); first 未启动."""
    found = _newest_saying(task_id, day)
    return Status(found.status) if found else Status.NOT_STARTED


def _newest_saying(task_id: int, day: dt.date | None = None) -> StatusChange | None:
    query = StatusChange.select().where(StatusChange.task == task_id)
    if day is not None:
        query = query.where(StatusChange.as_of <= day)
    found: StatusChange | None = query.order_by(
        StatusChange.as_of.desc(), StatusChange.id.desc()
    ).first()
    return found


def current_due(task: Task) -> dt.date:
    """完成时限 in force: the newest extension, else the bureau's, the issued, 31 December."""
    extension = _newest_extension(task.id)
    if extension is not None:
        return _day(extension.new_due)
    assignment, _ = newest_assignments(task.id, None)
    if assignment is not None and assignment.due_on is not None:
        return _day(assignment.due_on)
    return _day(task.deadline_on) if task.deadline_on else default_due(task.plan.year)


def _newest_extension(task_id: int) -> Extension | None:
    query = Extension.select().where(Extension.task == task_id)
    found: Extension | None = query.order_by(
        Extension.agreed_on.desc(), Extension.id.desc()
    ).first()
    return found


def _day(value: dt.date) -> dt.date:
    return value


def _adopted(task_id: int) -> Task:
    task = issued_task(task_id)
    if not Adoption(task.role).adopted:
        raise KnownError(f"任务{task_label(task)}还没有承接，没有改动；请先设为主责或配合。")
    return task


def _mend_days_to_come(work: Work, task_id: int) -> None:
    """What stands on a day that has not come was said under a wrong clock: it counts from today."""
    later = StatusChange.as_of > work.newest_day
    for row in list(
        StatusChange.select(StatusChange.id).where(StatusChange.task == task_id, later)
    ):
        work.update(StatusChange, row.id, said_on=work.today, as_of=work.today)


def _say(
    work: Work,
    task: Task,
    status: Status,
    on: dt.date | None,
    *,
    reason: str = "",
    proof: str = "",
    checker: str = "",
) -> None:
    day = past(work, on)
    _mend_days_to_come(work, task.id)
    newest = _newest_saying(task.id)
    if newest is not None and newest.as_of > day:
        # Said before it, this would change nothing: the later saying would still hold.
        raise KnownError(
            f"日期不能早于上一次说明状态的{long_day(newest.as_of)}，没有改动；请改正日期。"
        )
    work.new_id = work.insert(
        StatusChange,
        task=task.id,
        status=status.value,
        said_on=day,
        as_of=day,
        reason=reason,
        proof=proof,
        checker=checker,
    )
    work.about(task.id)
