"""佐证材料 of a choice of tasks, sections and periods, numbered 38.5-01 as files and list show them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from models.periods import Period
from models.rows import EvidenceRow, MeasureRow, ReportRows, TaskDossier
from models.text import proper
from reports.files import legal_name

# In characters; folder, folder and file together stay under the 260 that Windows allows a path.
_LONGEST_FOLDER = 24
_LONGEST_FILE = 60
_LONGEST_ENDING = 10


@dataclass(frozen=True)
class Choice:
    """Whose evidence is wanted; an empty field leaves nothing out.

    tasks, sections: their ids. periods: the day on which a piece was formed, else attached, lies in
    one of them.
    """

    tasks: tuple[int, ...] = ()
    sections: tuple[int, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Piece:
    """One piece with its number (38.5-01, or 38-01 for the task as a whole) and its owner."""

    number: str
    row: EvidenceRow
    dossier: TaskDossier
    measure: MeasureRow | None

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and not a paper original."""
        return bool(self.row.sha256)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folder of its task, and of its measure within: names that every system takes."""
        task = self.dossier.task
        title = proper(task.short_title or task.text)
        names = [f"{task.label} {_short(title)}"]
        if self.measure is not None:
            names.append(f"{self.measure.number} {_short(proper(self.measure.wording))}")
        return tuple(legal_name(name, "") for name in names)

    @property
    def file_name(self) -> str:
        """38.5-01 关于…的通知.pdf: the number, the name, the ending of the file as received."""
        ending = PurePath(self.row.file_name).suffix
        ending = ending if len(ending) <= _LONGEST_ENDING else ""
        name = proper(self.row.name).strip()
        if ending and name.lower().endswith(ending.lower()):
            name = name[: -len(ending)]
        return legal_name(f"{self.number} {name[:_LONGEST_FILE]}", ending)


def _short(text: str) -> str:
    """The first clause, as far as a folder's name has room."""
    clause = re.split(r"[，。；：\n]", text)[0]
    if len(clause) <= _LONGEST_FOLDER:
        return clause
    cut = clause[:_LONGEST_FOLDER]
    # Not within a number, nor within a title that would stay open.
    if cut[-1].isdigit() and clause[_LONGEST_FOLDER].isdigit():
        cut = cut.rstrip("0123456789—-")
    opened = cut.rfind("《")
    if opened > cut.rfind("》") and opened >= _LONGEST_FOLDER // 2:
        cut = cut[:opened]
    return cut


def pieces(rows: ReportRows, choice: Choice | None = None) -> tuple[Piece, ...]:
    """The chosen evidence in the plan's order: of a task as a whole first, then by measure."""
    wanted = choice or Choice()
    found: list[Piece] = []
    for dossier in (*rows.dossiers, *rows.local_dossiers):
        if not wanted.tasks or dossier.task.id in wanted.tasks:
            found += _of_task(dossier, wanted)
    return tuple(found)


def _of_task(dossier: TaskDossier, choice: Choice) -> Iterator[Piece]:
    """Numbers count what is chosen, so that neither files nor list have gaps."""
    for measure in (None, *dossier.measures):
        owner = None if measure is None else measure.id
        label = dossier.task.label if measure is None else measure.number
        mine = [row for row in dossier.evidence if _owner(row, dossier) == owner]
        chosen = [row for row in mine if _in_periods(row, choice.periods)]
        if choice.sections and _section(dossier, owner) not in choice.sections:
            continue
        for place, row in enumerate(chosen, 1):
            yield Piece(f"{label}-{place:02d}", row, dossier, measure)


def _owner(row: EvidenceRow, dossier: TaskDossier) -> int | None:
    """The measure that it belongs to; the task where that measure is not shown any more."""
    shown = {measure.id for measure in dossier.measures}
    return row.measure_id if row.measure_id in shown else None


def _section(dossier: TaskDossier, measure_id: int | None) -> int | None:
    for own in dossier.measure_assignments:
        if measure_id is not None and own.measure_id == measure_id:
            return own.section_id
    return dossier.assignment.section_id if dossier.assignment else None


def _in_periods(row: EvidenceRow, periods: tuple[Period, ...]) -> bool:
    day: dt.date = row.formed_on or row.attached_on
    return not periods or any(each.first_day <= day <= each.last_day for each in periods)
