"""责任分工: who answers for a task or a single measure, by when, on what basis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from models.commands.lookup import (
    get,
    issued_task,
    line,
    lines,
    measure_label,
    shown_measure,
    task_label,
)
from models.dataclass import dataclass
from models.errors import KnownError
from models.history import Work
from models.schema import Assignment, Extension, Section, Task
from models.words import long_day


@dataclass(frozen=True)
class AssignmentDraft:
    """What to change; None leaves a field as it is, section 0 means nobody."""

    leader: str | None = None
    section_id: int | None = None
    person: str | None = None
    handler: str | None = None
    phone: str | None = None
    supporting_sections: tuple[str, ...] | None = None
    supporting_units: tuple[str, ...] | None = None
    due_on: dt.date | None = None
    clear_due: bool = False
    basis: str | None = None
    effective_on: dt.date | None = None


def assign(work: Work, task_ids: Sequence[int], draft: AssignmentDraft) -> None:
    """Give one or many tasks to a section, a person, a date."""
    if not task_ids:
        raise KnownError("没有选中任务，没有改动；请先选择任务。")
    tasks = [issued_task(task_id) for task_id in dict.fromkeys(task_ids)]
    for task in tasks:
        _write(work, task.id, None, draft)
    what = task_label(tasks[0]) if len(tasks) == 1 else f"{len(tasks)}项任务"
    work.label = f"分工 {what}"


def assign_measure(work: Work, measure_id: int, draft: AssignmentDraft) -> None:
    """Give a single measure to somebody else than its task."""
    measure = shown_measure(measure_id)
    _write(work, measure.task_id, measure_id, draft)
    work.label = f"分工 {measure_label(measure)}"


def _write(work: Work, task_id: int, measure_id: int | None, draft: AssignmentDraft) -> None:
    """Keep the old assignment; one of the same or an earlier day corrects the newest in place."""
    newest, before = newest_assignments(task_id, measure_id)
    if measure_id is None:
        _refuse_due_of_extended(task_id, draft, newest)
    values = _values(draft, newest)
    if draft.effective_on is None and _stands(values, newest):
        return
    work.about(task_id)
    day = draft.effective_on or work.today
    if newest is not None and newest.effective_on >= day:
        if draft.effective_on is not None:
            _refuse_before(before, day)
            values["effective_on"] = day
        work.update(Assignment, newest.id, **values)
    else:
        work.new_id = work.insert(
            Assignment, task=task_id, measure=measure_id, effective_on=day, **values
        )


def _stands(values: dict[str, Any], newest: Assignment | None) -> bool:
    """Whether all of it is said already; without an assignment, whether nothing is said."""
    if newest is None:
        return not any(values.values())
    held = {**newest.__data__, "section": newest.section_id}
    return all(held[name] == value for name, value in values.items())


def newest_assignments(
    task_id: int, measure_id: int | None
) -> tuple[Assignment | None, Assignment | None]:
    """The newest assignment of a task (or measure) and the one before it."""
    owner = Assignment.measure.is_null() if measure_id is None else Assignment.measure == measure_id
    query = Assignment.select().where(Assignment.task == task_id, owner)
    order = (Assignment.effective_on.desc(), Assignment.id.desc())
    found = [*query.order_by(*order).limit(2), None, None]
    return found[0], found[1]


def _refuse_due_of_extended(task_id: int, draft: AssignmentDraft, old: Assignment | None) -> None:
    """After an 延期 the granted deadline holds: another one given here would change nothing."""
    kept = old.due_on if old else None
    wanted = None if draft.clear_due else draft.due_on or kept
    if wanted == kept:
        return
    query = Extension.select().where(Extension.task == task_id)
    granted = query.order_by(Extension.agreed_on.desc(), Extension.id.desc()).first()
    if granted is not None and wanted != granted.new_due:
        raise KnownError(
            f"任务{task_label(get(Task, task_id))}已延期至{long_day(granted.new_due)}，"
            "时限没有改动；再次延期请用“延期”。"
        )


def _refuse_before(before: Assignment | None, day: dt.date) -> None:
    if before is not None and before.effective_on >= day:
        raise KnownError(
            f"生效日期应晚于上一次分工的{long_day(before.effective_on)}，没有改动；请改正日期。"
        )


def _values(draft: AssignmentDraft, old: Assignment | None) -> dict[str, Any]:
    section_id = old.section_id if old else None
    section_name = old.section_name if old else ""
    if draft.section_id is not None:
        section = get(Section, draft.section_id) if draft.section_id else None
        section_id = section.id if section else None
        section_name = section.name if section else ""
    values: dict[str, Any] = {"section": section_id, "section_name": section_name}
    for name in ("leader", "person", "handler", "phone", "basis"):
        said = getattr(draft, name)
        values[name] = line(said) if said is not None else (getattr(old, name) if old else "")
    for name in ("supporting_sections", "supporting_units"):
        said = getattr(draft, name)
        values[name] = lines(said) if said is not None else (getattr(old, name) if old else [])
    # The whole name of its day is kept: a section renamed later must not change old papers.
    whole = {row.short_name: row.name for row in Section.select() if row.short_name}
    values["supporting_sections"] = [
        whole.get(name, name) for name in values["supporting_sections"]
    ]
    kept_due = None if draft.clear_due or old is None else old.due_on
    values["due_on"] = draft.due_on or kept_due
    return values
