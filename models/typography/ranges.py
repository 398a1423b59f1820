"""Dashes: years, dates and times 2021—2035年, other ranges 1～2个, never an en dash.

The forms are those of GB/T 15834 for the connecting mark: a dash of one em between points of time,
a wave between quantities; a hyphen inside a name or a code stays.
"""

from __future__ import annotations

import re

from models.typography.characters import CLOSING, NOT_LATIN, OPENING, STOPS

_ODD_HYPHEN = re.compile("[\u2010\u2011\u2012]")
_EN_DASH = re.compile(r"(?<=[0-9A-Za-z%])( ?)\u2013( ?)(?=[0-9A-Za-z])|(\u2013)")
_DASH = "[ ]?[-—－―~～〜]{1,2}[ ]?"
_START = r"(?<![\dA-Za-z/.,\-—])"
_YEAR = r"(?:19|20)\d{2}"
_YEARS = re.compile(rf"{_START}({_YEAR}年?){_DASH}({_YEAR})(?![\dA-Za-z]|[-.,]\d)")
_TIMES = re.compile(rf"{_START}(\d{{1,2}}:\d{{2}}){_DASH}(\d{{1,2}}:\d{{2}})(?![\d:])")
_DATES = re.compile(
    rf"{_START}((?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}[月日]?){_DASH}"
    r"((?:\d{4}年)?(?:\d{1,2}月\d{1,2}日|\d{1,2}(?:[月日]|季度|时(?![间常期代段]))))(?!\d)"
)
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
# After 图, 表, 附件 a hyphen numbers a figure; 号楼栋室 end an address.
_QUANTITIES = re.compile(
    rf"(?<![\dA-Za-z/.,\-—图表式])(?<!附件)"
    rf"({_NUMBER}(?:[%％‰]|[万亿千百]?[元个家所件项人名场期次条天户]?)){_DASH}"
    rf"({_NUMBER})(?=[ ]?(?:[%‰]|{NOT_LATIN}))(?!季度|时(?![间常期代段]))(?![月日号楼栋室{STOPS}{OPENING}{CLOSING}…—])"
)
_COUNTED = re.compile(r"0\d+")
_YEAR_ALONE = re.compile(_YEAR)


def without_en_dashes(text: str) -> str:
    """Return ``text`` with every en dash made a hyphen between ASCII words, else an em dash."""
    return _EN_DASH.sub(
        lambda match: "—" if match[3] else f"{match[1]}-{match[2]}", _ODD_HYPHEN.sub("-", text)
    )


def with_proper_ranges(text: str) -> str:
    """Return ``text`` with dashes between years, dates and times and waves between quantities."""
    for points_of_time in (_YEARS, _TIMES, _DATES):
        text = points_of_time.sub(r"\1—\2", text)
    return _QUANTITIES.sub(_quantity_range, text)


def _quantity_range(match: re.Match[str]) -> str:
    left, right = match.groups()
    if _YEAR_ALONE.fullmatch(left) and _YEAR_ALONE.fullmatch(right):
        return match.group()  # years, which stand with a dash already
    if _COUNTED.fullmatch(right) or (_YEAR_ALONE.fullmatch(left) and len(right) < 3):
        return match.group()  # 档案柜2021-02盒: a number of a year, or one that is only counted
    return f"{left}～{right}"
