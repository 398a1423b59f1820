"""Which tasks want a 提醒单 or 督办单 on a day: late, overdue or near, section by section (papers.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from models.rows import ReportRows, TaskDossier
from models.text import proper
from reports.builders.urgency import urgency_of


@dataclass(frozen=True)
class DueSlip:
    """One slip that is wanted: on which task, to which section (0 and "" where nobody has it).

    word: 提醒单 or 督办单; why: in figures of the ledger; open: a slip on it waits already.
    """

    task_id: int
    label: str
    title: str
    section_id: int
    section: str
    word: str
    why: str
    open: bool = False


def due_slips(rows: ReportRows, day: dt.date, waiting: Collection[int] = ()) -> tuple[DueSlip, ...]:
    """The slips that the ledger asks for, by the office's order of sections, then by the plan's.

    waiting: ids of tasks on which a slip is under way or unanswered.
    """
    places = {section.id: place for place, section in enumerate(rows.sections)}
    found = [
        _slip(rows, dossier, day, waiting)
        for dossier in (*rows.dossiers, *rows.local_dossiers)
        if _wanted(rows, dossier, day)
    ]
    return tuple(sorted(found, key=lambda slip: places.get(slip.section_id, len(places))))


def _wanted(rows: ReportRows, dossier: TaskDossier, day: dt.date) -> bool:
    task = dossier.task
    if not task.role.adopted or task.status.done:
        return False
    urgency = urgency_of(rows, dossier, day)
    return urgency.late or urgency.near


def _slip(
    rows: ReportRows, dossier: TaskDossier, day: dt.date, waiting: Collection[int]
) -> DueSlip:
    task, urgency = dossier.task, urgency_of(rows, dossier, day)
    return DueSlip(
        task.id,
        task.label,
        proper(task.short_title or task.text),
        task.section_id or 0,
        task.section,
        urgency.slip,
        urgency.sentence.removeprefix("该事项"),
        task.id in waiting,
    )
