"""How the sections stand, counted for a 通报: each adopted task once, with the section that leads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.rows import ReportRows, TaskDossier
from models.rules import Standing

NOBODY = "未明确责任科室"


@dataclass(frozen=True)
class SectionCount:
    """One section: 承接 is the sum of 已完成, 达到序时 and 滞后; unreported: 未按时报送."""

    name: str
    adopted: int = 0
    done: int = 0
    on_pace: int = 0
    late: int = 0
    unreported: int = 0
    place: int = 0

    @property
    def late_share(self) -> float:
        """滞后 as a part of 承接."""
        return self.late / self.adopted if self.adopted else 0.0


def section_counts(
    rows: ReportRows, day: dt.date, *, ranking: bool = False
) -> tuple[SectionCount, ...]:
    """Sections that have work, in the office's order; ranked ones by 位次."""
    adopted = adopted_dossiers(rows)
    names = {section.id: section.name for section in rows.sections}
    counts = [_count(name, section_id, adopted, rows, day) for section_id, name in names.items()]
    homeless = [each for each in adopted if each.task.section_id not in names]
    if homeless:
        counts.append(_standings(NOBODY, homeless))
    kept = tuple(count for count in counts if count.adopted or count.unreported)
    return _ranked(kept) if ranking else kept


def adopted_dossiers(rows: ReportRows) -> tuple[TaskDossier, ...]:
    """The tasks of the plan that are the bureau's; local tasks stand beside the plan."""
    return tuple(each for each in rows.dossiers if each.task.tracked and each.task.role.adopted)


def reporting_closed(rows: ReportRows, day: dt.date) -> bool:
    """Whether 报送截止日 has passed, so that what is not there is missing."""
    return day > rows.period.report_on


def _count(
    name: str,
    section_id: int,
    adopted: tuple[TaskDossier, ...],
    rows: ReportRows,
    day: dt.date,
) -> SectionCount:
    own = [each for each in adopted if each.task.section_id == section_id]
    unreported = sum(_unreported(each, section_id, rows, day) for each in adopted)
    return replace(_standings(name, own), unreported=unreported)


def _standings(name: str, dossiers: list[TaskDossier]) -> SectionCount:
    stands = [each.task.standing for each in dossiers]
    return SectionCount(
        name,
        adopted=len(dossiers),
        done=stands.count(Standing.DONE),
        on_pace=stands.count(Standing.ON_PACE),
        late=stands.count(Standing.LATE),
    )


def _unreported(dossier: TaskDossier, section_id: int, rows: ReportRows, day: dt.date) -> bool:
    """Whether the section owed a report on the task and gave none in time.

    Its first report of the period counts: what it added later was not late. A finished task owes
    none. Before 报送截止日 has passed nothing is missing yet.
    """
    measures = set(_owed(dossier, section_id))
    if not measures:
        return False
    days = [
        entry.reported_on
        for entry in dossier.first_entries or dossier.entries
        if entry.section_id == section_id or (entry.measure_id and entry.measure_id in measures)
    ]
    if days:
        return min(days) > rows.period.report_on
    return reporting_closed(rows, day) and not dossier.task.status.done


def _owed(dossier: TaskDossier, section_id: int) -> Iterator[int]:
    """The adopted measures that the section answers for; 0 for a task without measures."""
    own = {each.measure_id: each.section_id for each in dossier.measure_assignments}
    measures = [measure.id for measure in dossier.measures if measure.role.adopted]
    for measure_id in measures or [0]:
        if own.get(measure_id, dossier.task.section_id) == section_id:
            yield measure_id


def _ranked(counts: tuple[SectionCount, ...]) -> tuple[SectionCount, ...]:
    """By 滞后 as a part of 承接, then by 未按时报送; equals share a place, the order stays the office's."""

    def key(count: SectionCount) -> tuple[float, int]:
        return (count.late_share, count.unreported)

    placed = [each for each in counts if each.name != NOBODY and each.adopted]
    places = {each.name: 1 + sum(key(other) < key(each) for other in placed) for each in placed}
    numbered = [replace(each, place=places.get(each.name, 0)) for each in counts]
    return tuple(sorted(numbered, key=lambda each: each.place or len(counts) + 1))
