"""Cell texts as the values a spreadsheet counts and sorts by: numbers, percentages, dates."""

from __future__ import annotations

import datetime as dt
import re

Value = str | int | float | dt.date

DATE_FORMAT = 'yyyy"年"m"月"d"日"'
LONGEST = 32_767
_DATE = re.compile(r"(\d{4})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_WHOLE = re.compile(r"0|[1-9]\d{0,8}")
_PERCENT = re.compile(r"((?:0|[1-9]\d{0,3})(?:\.\d{1,2})?)%")
_TAIL = "……（单元格字数已满，全文见PDF）"


def native(text: str) -> tuple[Value, str]:
    """The value of a cell and its number format; text stays text ("@" is never needed)."""
    if match := _DATE.fullmatch(text):
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3])), DATE_FORMAT
        except ValueError:
            return text, "General"
    if _WHOLE.fullmatch(text):
        return int(text), "0"
    if match := _PERCENT.fullmatch(text):
        places = len(match[1].partition(".")[2])
        return float(match[1]) / 100, "0." + "0" * places + "%" if places else "0%"
    if len(text) > LONGEST:
        return text[: LONGEST - len(_TAIL)] + _TAIL, "General"
    return text, "General"
