"""Dates as official texts write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_UNTIL = re.compile(
    r"(?:截[至止]到?)?\s?(?:(\d{4})\s?[年./-])?\s?(\d{1,2})\s?[月./-](?:\s?(\d{1,2})\s?日?)?"
)


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the day, None if there is no such day."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def read_date(text: str) -> date | None:
    """Return the first full date in ``text`` (2021年3月1日), None without one."""
    match = _DATE.search(text)
    return valid_date(int(match[1]), int(match[2]), int(match[3])) if match else None


def until_of(words: str, year: int | None) -> date | None:
    """Return the day that 截至… names, a month's last where only the month is said."""
    match = _UNTIL.search(words)
    said = int(match[1]) if match and match[1] else year
    if match is None or said is None or not 1 <= said <= 9999 or not 1 <= int(match[2]) <= 12:
        return None
    month = int(match[2])
    return valid_date(said, month, int(match[3] or monthrange(said, month)[1]))


def is_date_line(text: str) -> bool:
    """Tell whether a line holds a date and nothing else."""
    bare = text.strip("（）() 　")
    match = _DATE.fullmatch(bare)
    return bool(match and read_date(bare))
