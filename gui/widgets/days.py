"""A day in the words of the screen."""

from __future__ import annotations

import datetime as dt


def day_words(day: dt.date | None, year: int | None = None) -> str:
    """6月30日, with its year when that is not the one everybody means; nothing for no day."""
    if day is None:
        return ""
    words = f"{day.month}月{day.day}日"
    return words if day.year == year else f"{day.year}年{words}"
