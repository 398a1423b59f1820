"""The bureau, its sections, people, periods and settings."""

from __future__ import annotations

import json
from typing import Any

from models.errors import KnownError
from models.lights import Lights
from models.papersettings import PaperSettings
from models.periods import Period
from models.rows import Bureau, PeriodRow, PersonRow, SectionRow
from models.rules import Thresholds
from models.schema import PeriodDays, Person, Section, Setting
from models.settings import BUREAU_KEY, LIGHTS_KEY, PAPERS_KEY, THRESHOLDS_KEY


def setting(key: str, default: Any = None) -> Any:  # noqa: ANN401 (any JSON value)
    """One office setting, or the default."""
    found = Setting.select(Setting.value).where(Setting.key == key).tuples().first()
    return default if found is None else json.loads(found[0])


def bureau() -> Bureau:
    """本单位; empty fields until the office fills them in."""
    kept = setting(BUREAU_KEY, {})
    known = {name: value for name, value in kept.items() if name in Bureau.__dataclass_fields__}
    known["signers"] = tuple(known.get("signers", ()))
    return Bureau(**known)


def thresholds() -> Thresholds:
    """The numbers of the lights; 30 days and 10 points unless the office changed them."""
    kept = setting(THRESHOLDS_KEY, {})
    return Thresholds(int(kept.get("near_days", 30)), int(kept.get("behind_points", 10)))


def lights() -> Lights:
    """What the office calls its lights, and their colours."""
    return Lights.from_json(setting(LIGHTS_KEY, {}))


def paper_settings() -> PaperSettings:
    """The office's own headings and columns of its papers."""
    return PaperSettings.from_json(setting(PAPERS_KEY, {}))


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
