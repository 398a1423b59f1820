"""Small wordings of days and numbers that rules, messages and papers share."""

from __future__ import annotations

import datetime as dt


def long_day(day: dt.date) -> str:
    """2021年6月20日: no leading zeros (GB/T 9704—2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_day(day: dt.date, year: int | None = None) -> str:
    """6月20日; with `year`, another year's day is said whole."""
    if year is not None and day.year != year:
        return long_day(day)
    return f"{day.month}月{day.day}日"


def number(value: float) -> str:
    """2 rather than 2.0; at most two decimals."""
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:g}"
