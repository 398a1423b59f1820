"""The bureau's people, and the days of its periods."""

from __future__ import annotations

from models.periods import Period
from models.rows import PeriodRow, PersonRow
from models.schema import PeriodDays, Person, Section


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
