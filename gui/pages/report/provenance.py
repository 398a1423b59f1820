"""What a passage was made from: its tasks, entries and evidence, in words and with their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from gui.widgets.fields import day_words
from models.dataclass import dataclass
from models.rows import EntryRow, ReportRows, TaskDossier
from models.shorttitle import shortened
from models.text import proper

if TYPE_CHECKING:
    from reports.document import Source

_LONGEST = 24


@dataclass(frozen=True)
class Origin:
    """One thing a passage was made from, and the tab of the task where it stands."""

    words: str
    task_id: int
    tab: str


def origins(sources: tuple[Source, ...], rows: ReportRows) -> tuple[Origin, ...]:
    """The places behind a passage's sources, in their order; what is gone is passed over."""
    wanted = {(source.kind, source.id) for source in sources}
    found: dict[tuple[str, int], Origin] = {}
    for dossier in (*rows.dossiers, *rows.local_dossiers):
        found.update(_of(dossier, wanted))
    ordered = (found.get((source.kind, source.id)) for source in sources)
    return tuple(dict.fromkeys(each for each in ordered if each is not None))


def entry_of(entry_id: int, rows: ReportRows) -> EntryRow | None:
    """An entry by its id."""
    for dossier in (*rows.dossiers, *rows.local_dossiers):
        for entry in dossier.entries:
            if entry.id == entry_id:
                return entry
    return None


def _of(
    dossier: TaskDossier, wanted: Collection[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], Origin]]:
    """What of a task is wanted; words are made for that alone."""
    task = dossier.task
    label = task.label if task.local else f"第{task.label}项"
    if ("task", task.id) in wanted:
        name = shortened(proper(task.short_title or task.text), _LONGEST)
        yield ("task", task.id), Origin(f"{label} {name}", task.id, "")
    for entry in dossier.entries:
        if ("entry", entry.id) in wanted:
            who = "，".join(filter(None, (entry.section, day_words(entry.reported_on))))
            yield ("entry", entry.id), Origin(f"{label}进展（{who}）", task.id, "progress")
    for evidence in dossier.evidence:
        if ("evidence", evidence.id) in wanted:
            words = f"佐证：{shortened(proper(evidence.name), _LONGEST)}"
            yield ("evidence", evidence.id), Origin(words, task.id, "records")
    for measure in dossier.measures:
        if ("measure", measure.id) in wanted:
            words = f"举措{measure.number} {proper(measure.wording)[:_LONGEST]}"
            yield ("measure", measure.id), Origin(words, task.id, "measures")
