"""Who signs: the lines of a signature, and the issuers that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.grammar.dates import is_date_line
from models.intake.grammar.numbering import read_mark
from models.intake.grammar.unit_names import looks_like_unit
from models.intake.source import Line

_LONGEST = 60
_COLOPHON = re.compile(
    r"[（(]?此件.*|抄送[:：].*|.*\d{4}年\d{1,2}月\d{1,2}日\s?印发|主动公开|信息公开选项.*"
)
_OF_TITLE = re.compile("(.{2,60}?)关于")


def is_signature(text: str) -> bool:
    """Tell whether a line is nothing but names of issuers."""
    names = [] if _COLOPHON.fullmatch(text) else text.split()
    short = 0 < len(text) <= _LONGEST and not re.search("[。，；：:]", text)
    return short and bool(names) and all(looks_like_unit(name) for name in names)


def take_signature(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines without the closing signature, date and colophon, and these."""
    end = len(lines)
    while end and _belongs(lines, end - 1):
        end -= 1
    return list(lines[:end]), list(lines[end:])


def _belongs(lines: Sequence[Line], place: int) -> bool:
    text = lines[place].text
    if is_date_line(text) or _COLOPHON.fullmatch(text):
        return True
    dated = place + 1 < len(lines) and not read_mark(text)
    return dated and is_signature(text)


def is_colophon(text: str) -> bool:
    """Tell whether a line only says who gets copies, who may see it and when it was printed."""
    return bool(_COLOPHON.fullmatch(text))


def issuers_in(signature: Sequence[str]) -> tuple[str, ...]:
    """Return the issuers named by the lines of a signature, in order."""
    names = (name for line in signature for word in line.split() for name in _parted(word))
    return tuple(dict.fromkeys(names))


def issuers_of_title(title: str) -> tuple[str, ...]:
    """Return the issuers that a title names before 关于, () without."""
    match = _OF_TITLE.match(title)
    return issuers_in([match[1]]) if match and looks_like_unit(match[1]) else ()


def _parted(word: str) -> list[str]:
    """Part two issuers written together: 甲区党委办公室甲区管委会办公室."""
    for length in range(len(word) // 2, 1, -1):
        again = word.find(word[:length], length)
        if again > 0 and looks_like_unit(word[:again]):
            return [word[:again], *_parted(word[again:])]
    return [word]
