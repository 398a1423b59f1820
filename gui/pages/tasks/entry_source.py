"""Who reports on what: a section on a whole task, or on one measure."""

from __future__ import annotations

from models.dataclass import dataclass
from models.periods import Period
from models.rows import EntryRow, TaskDetail


@dataclass(frozen=True)
class Source:
    """section_id 0: no section; measure_id None: the whole task."""

    section_id: int
    measure_id: int | None

    @classmethod
    def of(cls, entry: EntryRow) -> Source:
        """Who made an entry."""
        return cls(entry.section_id or 0, entry.measure_id)


def sources(detail: TaskDetail, period: Period) -> list[tuple[str, Source]]:
    """Who has reported in the period, then who is to report, each with its words."""
    numbers = {row.id: row.number for row in detail.measures}
    found: dict[Source, str] = {}
    for entry in detail.entries:
        if entry.period == period.code:
            found[Source.of(entry)] = _words(entry.section, numbers.get(entry.measure_id or 0))
    task = detail.task
    whole = Source(task.section_id or 0, None)
    if not any(source.measure_id is None for source in found):
        found.setdefault(whole, _words(task.section, None))
    for row in detail.measure_assignments:
        source = Source(row.section_id or 0, row.measure_id)
        if row.measure_id in numbers:
            found.setdefault(source, _words(row.section, numbers[row.measure_id]))
    # The whole task first: that is what nearly everybody fills in.
    ordered = sorted(found.items(), key=lambda pair: pair[0].measure_id or 0)
    return [(words, source) for source, words in ordered]


def _words(section: str, number: str | None) -> str:
    what = f"举措 {number}" if number else "整项任务"
    return f"{what}　{section or '未定科室'}"
