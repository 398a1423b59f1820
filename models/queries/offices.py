"""The bureau's sections and people, and the days of its periods."""

from __future__ import annotations

from models.errors import KnownError
from models.periods import Period
from models.rows import PeriodRow, PersonRow, SectionRow
from models.schema import PeriodDays, Person, Section


def sections(active_only: bool = False) -> tuple[SectionRow, ...]:
    """科室（单位） in the office's order."""
    rows = Section.select().order_by(Section.position, Section.id)
    return tuple(
        SectionRow(row.id, row.position, row.name, row.short_name, row.kind, row.active)
        for row in rows
        if row.active or not active_only
    )


def section_named(name: str) -> SectionRow:
    """The section with this full or short name; `KnownError` when there is none."""
    for row in sections():
        if name in (row.name, row.short_name):
            return row
    raise KnownError(f"没有“{name}”这个科室，没有改动任何内容；请在设置中查看科室名称。")


def people(active_only: bool = False) -> tuple[PersonRow, ...]:
    """People in the office's order, with the name of their section."""
    names = {row.id: row.name for row in Section.select(Section.id, Section.name)}
    rows = Person.select().order_by(Person.position, Person.id)
    return tuple(
        PersonRow(
            row.id,
            row.position,
            row.name,
            row.section_id,
            names.get(row.section_id, ""),
            row.post,
            row.phone,
            row.active,
        )
        for row in rows
        if row.active or not active_only
    )


def period_row(period: Period) -> PeriodRow:
    """A period with its two days, as proposed or as the office set them."""
    known = PeriodDays.get_or_none(PeriodDays.code == period.code)
    if known is None:
        return PeriodRow(period, period.proposed_cutoff, period.proposed_report_day, False)
    return PeriodRow(period, known.cutoff_on, known.report_on, True)
