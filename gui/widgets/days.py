"""A day in the words of the screen."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_WRITTEN = re.compile(r"(?:(\d{4}|\d{2})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")


def day_words(day: dt.date | None, year: int | None = None) -> str:
    """6月30日, with its year when that is not the one everybody means; nothing for no day."""
    if day is None:
        return ""
    words = f"{day.month}月{day.day}日"
    return words if day.year == year else f"{day.year}年{words}"


def day_written(words: str, year: int) -> dt.date | None:
    """The day that is meant by 6-30, 2021/6/30, 20210630 or 6月30日; None for anything else.

    year: whose day it is where none is written.
    """
    plain = "".join(unicodedata.normalize("NFKC", words).split())
    found = _WRITTEN.fullmatch(plain) or _RUN.fullmatch(plain)
    if found is None:
        return None
    said = int(found[1]) if found[1] else year
    try:
        return dt.date(said if said > 99 else 2000 + said, int(found[2]), int(found[3]))
    except ValueError:
        return None
