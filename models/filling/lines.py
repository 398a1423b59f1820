"""The lines of the 填报 table: who reports on what in a period, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.filling.beside import newest
from models.filling.matching import Measured
from models.periods import Period
from models.rows import EntryRow, TaskRow
from models.rules import Status

FIELDS = ("text", "problems", "next_steps", "status", "percent")
FIELD_WORDS = {
    "text": "进展情况",
    "problems": "存在问题",
    "next_steps": "下一步打算",
    "status": "状态",
    "percent": "完成进度",
}
Key = tuple[int, int | None, int]
Office = tuple[int, str]


@dataclass(frozen=True)
class FillLine:
    """One report of a section on a task or one measure; `entry` is None until it is filled.

    label: 4 or 4.2; section_id: 0 for no section; repeated: the words are last period's.
    """

    task: TaskRow
    measure_id: int | None
    label: str
    title: str
    section_id: int
    section: str
    entry: EntryRow | None = None
    repeated: bool = False

    @property
    def key(self) -> Key:
        """What the line is about: task, measure or None, section."""
        return (self.task.id, self.measure_id, self.section_id)

    @property
    def filled(self) -> bool:
        """Whether anything was reported; 本期无新进展 is a report."""
        return self.entry is not None

    @property
    def asked(self) -> bool:
        """Whether a report is still awaited: a task that is 已销号 needs none."""
        return not self.filled and self.task.status is not Status.CLOSED

    def words(self, field: str) -> str:
        """What stands in a field of texts: 审定文本 where there is one, as papers print it."""
        entry = self.entry
        if entry is None:
            return ""
        return {"text": entry.wording, "problems": entry.problems, "next_steps": entry.next_steps}[
            field
        ]

    def reviewed(self, field: str) -> bool:
        """Whether the words of a field were reviewed: then the review is what is worked on."""
        entry = self.entry
        if entry is None:
            return False
        review = {
            "text": entry.reviewed_text,
            "problems": entry.reviewed_problems,
            "next_steps": entry.reviewed_next,
        }
        return review.get(field) is not None


@dataclass(frozen=True)
class Sheet:
    """All lines of a plan in a period, in the plan's order; filled of asked tasks for 已填 23/34."""

    period: Period
    lines: tuple[FillLine, ...]
    filled: int
    asked: int


def fill_sheet(
    tasks: Iterable[TaskRow],
    measures: Mapping[int, Sequence[Measured]],
    offices: Mapping[int, Office],
    entries: Iterable[EntryRow],
    period: Period,
    *,
    by_measure: bool = False,
    repeats: Iterable[int] = (),
) -> Sheet:
    """Put the lines of a period together.

    offices: the section of a measure that has one of its own. entries: those of the period, oldest
    first. by_measure: a line for each measure; else one for each task, and one for each measure on
    which somebody has reported, so that nothing is hidden. repeats: ids of entries whose words are
    those of the period before.
    """
    adopted = [task for task in tasks if task.role.adopted and task.tracked]
    reports: dict[int, list[EntryRow]] = {}
    for entry in entries:
        reports.setdefault(entry.task_id, []).append(entry)
    same = frozenset(repeats)
    lines: list[FillLine] = []
    for task in adopted:
        mine = newest(reports.get(task.id, ()), period)
        own = [each for each in measures.get(task.id, ()) if each.role.adopted or _told(each, mine)]
        lines += _task_lines(task, mine, own, same, by_measure=by_measure)
        for measure in own:
            lines += _measure_lines(task, measure, mine, offices, same, by_measure=by_measure)
    # As 总览 counts: a task that is 已销号 is no longer asked, but its report counts where it came.
    filled = sum(task.id in reports for task in adopted)
    awaited = sum(task.id not in reports and task.status is not Status.CLOSED for task in adopted)
    return Sheet(period, tuple(lines), filled, filled + awaited)


def _told(measure: Measured, entries: Iterable[EntryRow]) -> bool:
    return any(entry.measure_id == measure.id for entry in entries)


def _task_lines(
    task: TaskRow,
    entries: Sequence[EntryRow],
    measures: Sequence[Measured],
    same: frozenset[int],
    *,
    by_measure: bool,
) -> list[FillLine]:
    mine = [entry for entry in entries if entry.measure_id is None]
    title = task.short_title or task.local_text or task.text
    found = [_line(task, None, task.label, title, entry, same) for entry in mine]
    if not found and not (by_measure and measures):
        found = [FillLine(task, None, task.label, title, task.section_id or 0, task.section)]
    return found


def _measure_lines(
    task: TaskRow,
    measure: Measured,
    entries: Sequence[EntryRow],
    offices: Mapping[int, Office],
    same: frozenset[int],
    *,
    by_measure: bool,
) -> list[FillLine]:
    mine = [entry for entry in entries if entry.measure_id == measure.id]
    words = measure.wording
    found = [_line(task, measure.id, measure.number, words, entry, same) for entry in mine]
    if not found and by_measure:
        section_id, section = offices.get(measure.id, (task.section_id or 0, task.section))
        found = [FillLine(task, measure.id, measure.number, words, section_id, section)]
    return found


def _line(
    task: TaskRow,
    measure_id: int | None,
    label: str,
    title: str,
    entry: EntryRow,
    same: frozenset[int],
) -> FillLine:
    section = entry.section_id or 0
    repeated = entry.id in same
    return FillLine(task, measure_id, label, title, section, entry.section, entry, repeated)
