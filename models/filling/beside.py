"""What a clerk wants to see beside the words of a period: its months, and the period before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.dataclass import dataclass
from models.folding import folded
from models.periods import Period, PeriodKind
from models.rows import EntryRow

# 本月查办案件12件, 当月新增三户: a figure in the same sentence.
_MONTHLY = re.compile(
    r"[本当]月[^。；！？\n]*?(?:[0-9０-９]|[一二三四五六七八九十百千万两]+[件项家户个次场期人条宗起份名批])"
)


@dataclass(frozen=True)
class Beside:
    """months: each month of a longer period with its entries; last: of the same kind before it."""

    months: tuple[tuple[Period, tuple[EntryRow, ...]], ...]
    last: tuple[EntryRow, ...]


def beside(entries: Iterable[EntryRow], period: Period) -> Beside:
    """Sort a task's entries (oldest first) around a period; empty months are left out."""
    every = tuple(entries)
    months = period.months() if period.kind is not PeriodKind.MONTH else ()
    found = ((month, newest(every, month)) for month in months)
    return Beside(
        tuple((month, rows) for month, rows in found if rows), newest(every, _last(every, period))
    )


def _last(entries: Iterable[EntryRow], period: Period) -> Period:
    """The last period of the same kind on which anybody reported; else the one before."""
    known = (Period.parse(code) for code in {entry.period for entry in entries})
    before = (
        each for each in known if each.kind is period.kind and each.last_day < period.first_day
    )
    return max(before, key=lambda each: each.first_day, default=period.previous())


def monthly_figures(words: str) -> bool:
    """Whether words name figures of one month only (本月、当月), which do not add up by themselves."""
    return _MONTHLY.search(words) is not None


def newest(entries: Iterable[EntryRow], period: Period) -> tuple[EntryRow, ...]:
    """Of each section and measure the last report on a period, entries given oldest first."""
    found: dict[tuple[int | None, int | None], EntryRow] = {}
    for entry in entries:
        if entry.period == period.code:
            found[(entry.measure_id, entry.section_id)] = entry
    return tuple(found.values())


def repeated(entries: Iterable[EntryRow], period: Period) -> tuple[EntryRow, ...]:
    """The entries of a period whose words are those of the period before, of the same section."""
    every = tuple(entries)
    before = {
        (entry.task_id, entry.measure_id, entry.section_id): folded(entry.wording)
        for entry in newest(every, period.previous())
    }
    return tuple(
        entry
        for entry in newest(every, period)
        if entry.wording.strip()
        and before.get((entry.task_id, entry.measure_id, entry.section_id)) == folded(entry.wording)
    )
