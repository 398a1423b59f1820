"""Deadlines: 2021年6月底前, 第三季度, 上半年, 年底前, 常态化实施 → a day, with the words kept."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from models.intake.draft import DeadlineDraft
from models.intake.grammar.dates import valid_date

_YEAR = r"(?P<year>\d{4}\s?年|今年|本年|明年|当年)?(?:度)?"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])月(?P<day>(?:[12]\d|3[01]|0?[1-9])日|底|末|初|上旬|中旬|下旬)?"
_QUARTER = r"第?(?P<quarter>[一二三四1-4])季度(?:末|底)?"
_SPAN = r"(?<!\d)(?P<span>上半年|下半年|年底|年末|年内|全年|年中)"
_END = r"(?P<before>之前|以前|前)?"
_WHEN = re.compile(rf"{_YEAR}的?(?:{_MONTH}|{_QUARTER}|{_SPAN}){_END}")
_YEAR_END = re.compile(r"(?P<year>\d{4})年(?:底|末|内)(?:之前|以前|前)?")
_MAY_SAY_WHEN = re.compile("[年月季]")
_MONTH_DAYS = {"初": 10, "上旬": 10, "中旬": 20}


def deadline_of_field(words: str, year: int | None) -> DeadlineDraft:
    """Return the deadline that a 完成时限 field gives; 长期 and 常态化实施 mean no day.

    ``year`` is the plan's, for words without one.
    """
    days = [day for day, _ in _days(words, year)]
    return DeadlineDraft(words, max(days) if days else None)


def deadline_in(text: str, year: int | None) -> DeadlineDraft | None:
    """Return the last of the days before which a sentence wants something done, with its words."""
    found = [(day, said) for day, said in _days(text, year) if said.endswith(("前", "年内"))]
    if not found:
        return None
    day, said = max(found)
    return DeadlineDraft(said, day)


def _days(words: str, year: int | None) -> list[tuple[date, str]]:
    if not _MAY_SAY_WHEN.search(words):
        return []
    found = [(valid_date(int(m["year"]), 12, 31), m.group()) for m in _YEAR_END.finditer(words)]
    found += [(_day(m, _year(m["year"], year)), m.group()) for m in _WHEN.finditer(words)]
    return [(day, said) for day, said in found if day]


def _year(said: str | None, plan_year: int | None) -> int | None:
    if said and said[0].isdigit():
        return int(said[:4])
    return plan_year + 1 if said == "明年" and plan_year else plan_year


def _day(match: re.Match[str], year: int | None) -> date | None:
    """Return the last day that the words allow; 6月前 ends with May, 6月30日前 with that day."""
    if not year or not 1 <= year < 9999:
        return None
    if match["month"]:
        return _day_of_month(year, int(match["month"]), match["day"], match["before"])
    if match["quarter"]:
        quarter = "一二三四".find(match["quarter"]) + 1 or int(match["quarter"])
        return _last_of(year, quarter * 3)
    return _last_of(year, 6 if match["span"] in ("上半年", "年中") else 12)


def _day_of_month(year: int, month: int, day: str | None, before: str | None) -> date | None:
    if day and day[0].isdigit():
        return valid_date(year, month, int(day[:-1]))
    if day in _MONTH_DAYS:
        return date(year, month, _MONTH_DAYS[day])
    if day is None and before:
        return date(year, month, 1) - timedelta(days=1)
    return _last_of(year, month)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
