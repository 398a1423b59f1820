"""本单位, 科室, people, thresholds and periods."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gui.operations.operation import Operation, operation
from models import commands
from models.periods import Period
from models.rows import Bureau


def set_bureau(bureau: Bureau) -> Operation:
    """What the papers need to know of the office."""
    return operation(commands.set_bureau, bureau)


def set_setting(key: str, value: Any) -> Operation:  # noqa: ANN401 (any JSON value)
    """One office setting."""
    return operation(commands.set_setting, key, value)


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


def edit_person(person_id: int, **values: Any) -> Operation:  # noqa: ANN401 (columns)
    """Rename, move, 停用, 启用."""
    return operation(commands.edit_person, person_id, **values)
