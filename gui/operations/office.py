"""本单位, 科室, people, thresholds and periods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from gui.operations.operation import Operation, operation
from models import commands, queries
from models.history import Work
from models.lights import LightLook
from models.papersettings import PaperSettings
from models.periods import Period
from models.roster import PersonLine, SectionLine
from models.rows import SectionRow
from models.settings import LIGHTS_KEY, PAPERS_KEY, THRESHOLDS_KEY


def change_bureau(values: dict[str, Any]) -> Operation:
    """Some of what the papers need to know of the office; the rest stays as the ledger has it."""

    def set_bureau(work: Work) -> None:
        commands.set_bureau(work, replace(queries.bureau(), **values))

    return operation(set_bureau)


def change_thresholds(**values: int) -> Operation:
    """Some of the numbers of the lights."""

    def set_setting(work: Work) -> None:
        kept = asdict(queries.thresholds())
        commands.set_setting(work, THRESHOLDS_KEY, {**kept, **values})
        work.label = "修改亮灯规则"

    return operation(set_setting)


def change_light(look: LightLook) -> Operation:
    """The name and colour of one light."""

    def set_setting(work: Work) -> None:
        commands.set_setting(work, LIGHTS_KEY, queries.lights().changed(look).to_json())
        work.label = f"修改{look.light.word}灯的名称和颜色"

    return operation(set_setting)


def change_papers(settings: PaperSettings) -> Operation:
    """The headings and columns of the papers."""

    def set_setting(work: Work) -> None:
        commands.set_setting(work, PAPERS_KEY, settings.to_json())
        work.label = "修改文稿标题和栏目"

    return operation(set_setting)


def set_period_days(period: Period, cutoff_on: dt.date, report_on: dt.date) -> Operation:
    """数据截止日 and 报送截止日."""
    return operation(commands.set_period_days, period, cutoff_on, report_on)


def add_section(name: str, short_name: str, kind: str) -> Operation:
    """A new 科室."""
    return operation(commands.add_section, name, short_name, kind)


def edit_section(section_id: int, **values: Any) -> Operation:  # noqa: ANN401 (columns)
    """Rename, 停用, 启用."""
    return operation(commands.edit_section, section_id, **values)


def add_person(name: str, section_id: int | None, post: str, phone: str) -> Operation:
    """A new person."""
    return operation(commands.add_person, name, section_id, post, phone)


def add_people(rows: Sequence[PersonLine]) -> Operation:
    """Everybody of a list."""
    return operation(commands.add_people, rows)


def add_sections(rows: Sequence[SectionLine]) -> Operation:
    """Every section of a list."""
    return operation(commands.add_sections, rows)


def edit_person(person_id: int, **values: Any) -> Operation:  # noqa: ANN401 (columns)
    """Rename, move, 停用, 启用."""
    return operation(commands.edit_person, person_id, **values)


def swap_sections(one: SectionRow, other: SectionRow) -> Operation:
    """Let two neighbours change places in the office's order, as one step."""

    def edit_section(work: Work) -> None:
        commands.edit_section(work, one.id, position=other.position)
        commands.edit_section(work, other.id, position=one.position)
        work.label = f"移动科室 {one.name}"

    return operation(edit_section)
