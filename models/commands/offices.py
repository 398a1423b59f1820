"""本单位: the bureau, its sections and people, its periods and settings."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from typing import Any

from models.commands.lookup import get, json_value, line, lines
from models.errors import KnownError
from models.history import Work
from models.lights import Lights
from models.papersettings import PaperSettings
from models.periods import Period
from models.roster import SECTION_KINDS
from models.rows import Bureau
from models.schema import PeriodDays, Person, ProgressEntry, Section, Setting, StatusChange
from models.settings import BUREAU_KEY, LIGHTS_KEY, PAPERS_KEY, THRESHOLDS_KEY


def add_section(work: Work, name: str, short_name: str = "", kind: str = "内设科室") -> None:
    """Add a 科室（单位） at the end of the list; a name stands once."""
    called = line(name, "科室名称")
    _free(called, None)
    work.new_id = work.insert(
        Section,
        position=_last(Section) + 1,
        name=called,
        short_name=line(short_name),
        kind=_kind(kind),
    )
    work.label = f"增加科室 {called}"


def edit_section(
    work: Work,
    section_id: int,
    name: str | None = None,
    short_name: str | None = None,
    kind: str | None = None,
    position: int | None = None,
    active: bool | None = None,
) -> None:
    """Change a section, or say 停用; what was assigned keeps the name of its day."""
    section = get(Section, section_id)
    values: dict[str, Any] = {}
    if name is not None:
        values["name"] = line(name, "科室名称")
        _free(values["name"], section_id)
    if short_name is not None:
        values["short_name"] = line(short_name)
    if kind is not None:
        values["kind"] = _kind(kind)
    if position is not None:
        values["position"] = position
    if active is not None:
        values["active"] = active
    _change(work, Section, section_id, values)
    stopped = {True: "启用", False: "停用"}.get(active) if active is not None else "修改"
    work.label = f"{stopped}科室 {section.name}"


def add_person(
    work: Work, name: str, section_id: int | None = None, post: str = "", phone: str = ""
) -> None:
    """Add a person at the end of the list."""
    if section_id:
        get(Section, section_id)
    called = line(name, "姓名")
    work.new_id = work.insert(
        Person,
        position=_last(Person) + 1,
        name=called,
        section=section_id or None,
        post=line(post),
        phone=line(phone),
    )
    work.label = f"增加人员 {called}"


def edit_person(
    work: Work,
    person_id: int,
    name: str | None = None,
    section_id: int | None = None,
    post: str | None = None,
    phone: str | None = None,
    active: bool | None = None,
) -> None:
    """Change a person, or say 停用; section 0 means none."""
    person = get(Person, person_id)
    values: dict[str, Any] = {}
    if name is not None:
        values["name"] = line(name, "姓名")
    if section_id is not None:
        values["section"] = get(Section, section_id).id if section_id else None
    if post is not None:
        values["post"] = line(post)
    if phone is not None:
        values["phone"] = line(phone)
    if active is not None:
        values["active"] = active
    _change(work, Person, person_id, values)
    work.label = f"修改人员 {person.name}"


def set_bureau(work: Work, bureau: Bureau) -> None:
    """Keep what the letterhead and the papers need to know of the office."""
    values = {
        name: lines(value)
        if isinstance(value, (tuple, list))
        else (value if isinstance(value, bool) else line(value))
        for name, value in asdict(bureau).items()
    }
    values["place"] = values["place"] or "本市"
    values["own"] = values["own"] or "我市"
    _keep_setting(work, BUREAU_KEY, values)
    work.label = "修改本单位"


def set_setting(work: Work, key: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
    """Keep one office setting."""
    name = line(key, "设置项")
    cleaned = json_value(value)
    if name == THRESHOLDS_KEY:
        _check_thresholds(cleaned)
    if name == LIGHTS_KEY:
        cleaned = Lights.from_json(cleaned).to_json()
    if name == PAPERS_KEY:
        cleaned = PaperSettings.from_json(cleaned).to_json()
    _keep_setting(work, name, cleaned)
    work.label = "修改设置"


def set_period_days(work: Work, period: Period, cutoff_on: dt.date, report_on: dt.date) -> None:
    """Set 数据截止日 and 报送截止日 of one period."""
    if not period.first_day <= cutoff_on:
        raise KnownError(f"数据截止日不能早于{period.title}开始，没有保存；请改正日期。")
    if report_on < cutoff_on:
        raise KnownError("报送截止日不能早于数据截止日，没有保存；请改正日期。")
    known = PeriodDays.get_or_none(PeriodDays.code == period.code)
    if known is None:
        work.insert(PeriodDays, code=period.code, cutoff_on=cutoff_on, report_on=report_on)
    else:
        work.update(PeriodDays, known.id, cutoff_on=cutoff_on, report_on=report_on)
    _move_entries(work, period, cutoff_on)
    work.label = f"修改填报期 {period.title}"


def _move_entries(work: Work, period: Period, cutoff_on: dt.date) -> None:
    """A report on a period counts from its 数据截止日 on, and with it the status it said."""
    for entry in list(ProgressEntry.select().where(ProgressEntry.period == period.code)):
        day = min(entry.reported_on, cutoff_on)
        work.update(ProgressEntry, entry.id, as_of=day)
        for said in list(StatusChange.select().where(StatusChange.entry == entry.id)):
            work.update(StatusChange, said.id, as_of=day)


def _check_thresholds(value: Any) -> None:  # noqa: ANN401 (any JSON value)
    """The numbers of the lights: days 0–366, points 0–100."""
    limits = {"near_days": 366, "behind_points": 100}
    if not isinstance(value, dict) or not all(
        name in limits and type(number) is int and 0 <= number <= limits[name]
        for name, number in value.items()
    ):
        raise KnownError("临期天数应为0到366、滞后点数应为0到100的整数，没有保存；请改正后再试。")


def _keep_setting(work: Work, key: str, value: Any) -> None:  # noqa: ANN401 (any JSON value)
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError) as error:
        raise TypeError(f"setting {key!r} is not JSON") from error
    known = Setting.get_or_none(Setting.key == key)
    if known is None:
        work.insert(Setting, key=key, value=text)
    else:
        work.update(Setting, known.id, value=text)


def _change(work: Work, model: type[Section | Person], row_id: int, values: dict[str, Any]) -> None:
    if not values:
        raise KnownError("没有要改的内容，没有改动。")
    work.update(model, row_id, **values)


def _free(name: str, own_id: int | None) -> None:
    taken = Section.get_or_none(Section.name == name)
    if taken is not None and taken.id != own_id:
        raise KnownError(f"已经有“{name}”，没有重复增加；停用的科室可以重新启用。")


def _kind(kind: str) -> str:
    if kind not in SECTION_KINDS:
        raise KnownError(f"科室类别应为{'、'.join(SECTION_KINDS)}之一，没有保存。")
    return kind


def _last(model: type[Section | Person]) -> int:
    return max((row.position for row in model.select(model.position)), default=0)
