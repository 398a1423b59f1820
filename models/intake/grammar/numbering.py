"""Numbers at the start of a line: 第一章, 第一条, 一、, （一）, 1., 1.1, （1）, ①."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from models.intake.grammar.numerals import chinese_number

Kind = Literal[
    "chapter",
    "section",
    "article",
    "han",
    "han_paren",
    "digit",
    "decimal",
    "digit_paren",
    "circled",
]


def _all(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


_NUMERALS = "一二三四五六七八九十百"
_HAN = f"[{_NUMERALS}]{{1,5}}"
_DIGIT = "0"  # stands for every digit

# Of each mark: its kind, the characters it may begin with, and what it looks like.
_MARKS: tuple[tuple[Kind, str, str], ...] = (
    ("chapter", "第", rf"(第({_HAN}|\d{{1,3}})(?:[章编篇]|部分))(?=[\s\u3000]|[^的中])[\s\u3000]*"),
    ("section", "第", rf"(第({_HAN}|\d{{1,3}})节)(?=[\s\u3000]|[^的中])[\s\u3000]*"),
    ("article", "第", rf"(第({_HAN}|\d{{1,3}})条)(?=[\s\u3000]|[^的款第])[\s\u3000]*"),
    ("han", _NUMERALS, rf"(({_HAN}))[、.．][\s\u3000]*"),
    ("han_paren", "（(", rf"([（(]\s?({_HAN})\s?[）)])[、.．]?[\s\u3000]*"),
    # 1.1 with a blank behind it; 3.5 亿元 is a number that a line happens to begin with.
    (
        "decimal",
        _DIGIT,
        r"((?:\d{1,2})[.．](\d{1,2}))[\s\u3000]+(?=[^\d\s.．万亿千百十%％个家件项元倍次名户人年月日米公里吨亩平度])",
    ),
    # A dot before a digit belongs to a number (3.5%), unless a year follows: 1.2021年底前.
    ("digit", _DIGIT, r"((\d{1,3}))(?:、|[.．](?!\d)|[.．](?=(?:19|20)\d{2}年))[\s\u3000]*"),
    (
        "digit_paren",
        "（(" + _DIGIT,
        r"([（(]\s?(\d{1,3})\s?[）)]|(?<!\d)\d{1,2}[）)])[、.．]?[\s\u3000]*",
    ),
    # Whole numbers in one character: ㈠ ⒈ ⑴ ①.
    ("han_paren", _all("㈠", "㈩"), r"(([㈠-㈩]))[、.．]?[\s\u3000]*"),
    ("digit", _all("⒈", "⒛"), r"(([⒈-⒛]))[\s\u3000]*"),
    ("digit_paren", _all("⑴", "⒇"), r"(([⑴-⒇]))[、.．]?[\s\u3000]*"),
    ("circled", _all("①", "⑳"), r"(([①-⑳]))[、.．]?[\s\u3000]*"),
)
_BY_FIRST: dict[str, list[tuple[Kind, re.Pattern[str]]]] = {}
for _kind, _firsts, _pattern in _MARKS:
    for _first in _firsts:
        _BY_FIRST.setdefault(_first, []).append((_kind, re.compile(_pattern)))
_ROWS = (("①", "⑳"), ("㈠", "㈩"), ("⒈", "⒛"), ("⑴", "⒇"))
_WRITTEN_OUT = {
    **{chr(ord("㈠") + n): f"（{numeral}）" for n, numeral in enumerate("一二三四五六七八九十")},
    **{chr(ord("⒈") + n): str(n + 1) for n in range(20)},
    **{chr(ord("⑴") + n): f"（{n + 1}）" for n in range(20)},
}
_PLAIN = str.maketrans("()", "（）", " ")


class Mark(NamedTuple):
    """The number at the start of a line."""

    kind: Kind
    number: str  # as the tree shows it: 一, （一）, 1, （1）, ①, 第一章
    value: int
    length: int  # characters it takes, with the blanks behind it


def read_mark(text: str) -> Mark | None:
    """Return the number that ``text`` starts with, None if it starts with none."""
    first = text[:1]
    for kind, pattern in _BY_FIRST.get(_DIGIT if first.isdecimal() else first, ()):
        match = pattern.match(text)
        if match:
            whole, digits = match.group(1, 2)
            if whole == digits and digits.isascii():
                return Mark(kind, whole, int(digits), match.end())
            shown = _WRITTEN_OUT.get(whole) or whole.translate(_PLAIN)
            return Mark(kind, shown, _value(digits or whole), match.end())
    return None


def _value(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    first = next((first for first, last in _ROWS if first <= digits[0] <= last), None)
    if first is not None:
        return ord(digits[0]) - ord(first) + 1
    plain = digits.strip("（）() ")
    return int(plain) if plain.isdigit() else chinese_number(plain) or 0
