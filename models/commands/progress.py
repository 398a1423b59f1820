"""进展情况 of a period: what a section reported stays as received, the reviewed text beside it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Any

from models.commands.assignments import newest_assignments
from models.commands.lookup import get, issued_task, line, past, prose, shown_measure, task_label
from models.commands.status import newest_status
from models.dataclass import dataclass
from models.errors import KnownError
from models.history import Work
from models.periods import Period
from models.rules import Adoption, Status
from models.schema import PeriodDays, ProgressEntry, Section, StatusChange, Task

MANNERS = ("", "书面", "电子", "微信", "电话")
_NOTHING_SAID = "进展情况、存在问题、下一步打算、状态和进度都没有填，没有保存；请填写后再试。"
_TEXTS = ("text", "problems", "next")
SAYABLE = (Status.NOT_STARTED, Status.DOING, Status.ONGOING, Status.SUSPENDED)


@dataclass(frozen=True)
class EntryDraft:
    """What was reported; None leaves a field as it is.

    percent: 完成进度 in percent, 0–100. section_id: None means the section that answers for the
    task or measure, 0 means no section.
    """

    text: str | None = None
    problems: str | None = None
    next_steps: str | None = None
    status: Status | None = None
    percent: float | None = None
    section_id: int | None = None
    reporter: str | None = None
    reviewer: str | None = None
    reported_on: dt.date | None = None
    manner: str | None = None
    nothing_new: bool | None = None


def write_progress(
    work: Work, task_id: int, period: Period, draft: EntryDraft, measure_id: int | None = None
) -> None:
    """Write what was done in a period on a task or measure.

    A second report of the same section on the same day corrects the first; on a later day it
    stands beside it, so that a paper of an earlier day still finds what was known then.
    """
    task = issued_task(task_id)
    if not Adoption(task.role).adopted:
        raise KnownError(f"任务{task_label(task)}还没有承接，没有保存进展；请先设为主责或配合。")
    if measure_id is not None and shown_measure(measure_id).task_id != task_id:
        raise KnownError("这条举措不属于这项任务，没有保存进展。")
    day = past(work, draft.reported_on)
    section_id = _section(draft.section_id, task_id, measure_id)
    newest = _newest(task_id, period, measure_id, section_id, day)
    values = _values(draft)
    if newest is not None and newest.reported_on == day:
        if not values:
            raise KnownError(_NOTHING_SAID)
        work.update(ProgressEntry, newest.id, **_corrected(newest, values))
        work.new_id = newest.id
    else:
        if not any(map(_says, values.values())):
            raise KnownError(_NOTHING_SAID)
        work.new_id = work.insert(
            ProgressEntry,
            task=task_id,
            measure=measure_id,
            period=period.code,
            section=section_id,
            section_name=get(Section, section_id).name if section_id else "",
            reported_on=day,
            as_of=min(day, _cutoff(period)),
            **_carried(newest, values),
        )
    status = draft.status or _begun(task, draft)
    if status is not None and work.new_id is not None:
        _say_status(work, task, status, work.new_id)
    work.about(task_id)
    work.label = f"填报 {task_label(task)}（{period.title}）"


def write_block(
    work: Work, period: Period, block: Sequence[tuple[int, int | None, EntryDraft]]
) -> None:
    """Write many entries as one change: (task, measure or None, what was reported) each.

    All are kept or none is; the sentence of the one that was refused is given.
    """
    if not block:
        raise KnownError("没有可以填报的内容，没有保存；请先选择。")
    for task_id, measure_id, draft in block:
        write_progress(work, task_id, period, draft, measure_id)
    work.new_id = None
    if len(block) > 1:
        work.label = f"填报 {len(block)}项（{period.title}）"


def review_entry(
    work: Work,
    entry_id: int,
    text: str | None = None,
    problems: str | None = None,
    next_steps: str | None = None,
) -> None:
    """Write 审定文本 beside what was received, which stays as it is."""
    entry = get(ProgressEntry, entry_id)
    values: dict[str, str] = {}
    if text is not None:
        values["reviewed_text"] = prose(text)
    if problems is not None:
        values["reviewed_problems"] = prose(problems)
    if next_steps is not None:
        values["reviewed_next"] = prose(next_steps)
    if not values:
        raise KnownError("没有要改的内容，没有改动。")
    work.update(ProgressEntry, entry_id, **values)
    work.about(entry.task_id)
    work.label = f"审定 {task_label(entry.task)}（{Period.parse(entry.period).title}）"


def remove_entry(work: Work, entry_id: int) -> None:
    """Remove an entry; undo brings it back."""
    entry = get(ProgressEntry, entry_id)
    for row in list(StatusChange.select().where(StatusChange.entry == entry_id)):
        work.delete(StatusChange, row.id)
    work.delete(ProgressEntry, entry_id)
    work.about(entry.task_id)
    work.label = f"删除进展 {task_label(entry.task)}（{Period.parse(entry.period).title}）"


def _newest(
    task_id: int, period: Period, measure_id: int | None, section_id: int | None, day: dt.date
) -> ProgressEntry | None:
    """The section's newest report up to a day: what comes later is not known to it."""
    measure = ProgressEntry.measure
    section = ProgressEntry.section
    found: ProgressEntry | None = (
        ProgressEntry.select()
        .where(
            ProgressEntry.task == task_id,
            ProgressEntry.period == period.code,
            ProgressEntry.reported_on <= day,
            measure.is_null() if measure_id is None else measure == measure_id,
            section.is_null() if section_id is None else section == section_id,
        )
        .order_by(ProgressEntry.reported_on.desc(), ProgressEntry.id.desc())
        .first()
    )
    return found


def _values(draft: EntryDraft) -> dict[str, Any]:
    values: dict[str, Any] = {}
    texts = (
        ("original_text", draft.text),
        ("original_problems", draft.problems),
        ("original_next", draft.next_steps),
    )
    for name, said in texts:
        if said is not None:
            values[name] = prose(said)
    for name, said in (("reporter", draft.reporter), ("reviewer", draft.reviewer)):
        if said is not None:
            values[name] = line(said)
    if draft.manner is not None:
        if draft.manner not in MANNERS:
            raise KnownError(f"报送方式应为{'、'.join(MANNERS[1:])}之一，没有保存。")
        values["manner"] = draft.manner
    if draft.status is not None:
        if draft.status not in SAYABLE:
            raise KnownError(f"“{draft.status.word}”要用对应的操作来办，没有保存。")
        values["status"] = draft.status.value
    if draft.percent is not None:
        if not (math.isfinite(draft.percent) and 0 <= draft.percent <= 100):
            raise KnownError("完成进度应在0到100之间，没有保存；请改正后再试。")
        values["percent"] = float(draft.percent)
    if draft.nothing_new is not None:
        values["nothing_new"] = draft.nothing_new
    return values


def _says(value: object) -> bool:
    """Whether a field tells something; 0 % does, 本期无新进展 that is not so does not."""
    return value is not None and value is not False and value != ""


def _carried(newest: ProgressEntry | None, values: dict[str, Any]) -> dict[str, Any]:
    """A later report starts from the one before; new words need a new review."""
    if newest is None:
        return values
    fields = (
        *("original_text", "original_problems", "original_next", "reporter", "reviewer"),
        *("manner", "status", "percent", "nothing_new"),
    )
    carried = {name: getattr(newest, name) for name in fields}
    for name in _TEXTS:
        carried[f"reviewed_{name}"] = getattr(newest, f"reviewed_{name}")
    return {**carried, **_corrected(newest, values)}


def _corrected(entry: ProgressEntry, values: dict[str, Any]) -> dict[str, Any]:
    """What is said anew; the review of words that have changed no longer holds."""
    outdated = {
        f"reviewed_{name}": None
        for name in _TEXTS
        if values.get(f"original_{name}", getattr(entry, f"original_{name}"))
        != getattr(entry, f"original_{name}")
    }
    return {**outdated, **values}


def _begun(task: Task, draft: EntryDraft) -> Status | None:
    """推进中 for a task of which nobody said anything yet, once something was done on it."""
    worded = bool(draft.text and draft.text.strip()) and not draft.nothing_new
    told = worded or (draft.percent or 0) > 0
    untold = not StatusChange.select().where(StatusChange.task == task.id).exists()
    return Status.DOING if told and untold else None


def _say_status(work: Work, task: Task, status: Status, entry_id: int) -> None:
    """A status said with an entry is the task's from the entry's day on, unless it was so."""
    entry = get(ProgressEntry, entry_id)
    known = StatusChange.get_or_none(StatusChange.entry == entry_id)
    if known is not None:
        work.update(StatusChange, known.id, status=status.value)
        return
    before = newest_status(task.id, entry.as_of)
    if before.done:
        raise KnownError(
            f"任务{task_label(task)}已经办结，没有改状态，也没有保存；需要重做请先退回。"
        )
    if before is not status:
        work.insert(
            StatusChange,
            task=task.id,
            status=status.value,
            said_on=entry.reported_on,
            as_of=entry.as_of,
            entry=entry_id,
        )


def _section(section_id: int | None, task_id: int, measure_id: int | None) -> int | None:
    if section_id is not None:
        return int(get(Section, section_id).id) if section_id else None
    for owner in (measure_id, None):
        newest, _ = newest_assignments(task_id, owner)
        if newest is not None and newest.section_id:
            return int(newest.section_id)
    return None


def _cutoff(period: Period) -> dt.date:
    known = PeriodDays.get_or_none(PeriodDays.code == period.code)
    day: dt.date = known.cutoff_on if known is not None else period.proposed_cutoff
    return day
