"""The proper form of a text: how issued and typed texts are shown and printed.

The text as received is kept in the ledger; this form is made from it each time. Rules: GB/T 15834
(marks) and the house's official-format rules for quotes, title marks and dashes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from models.typography.blanks import without_stray_blanks
from models.typography.brackets import with_curly_quotes, with_document_years, with_title_marks
from models.typography.characters import NOT_LATIN, has_han
from models.typography.marks import with_full_width_marks
from models.typography.protected import with_protected_veiled
from models.typography.ranges import with_proper_ranges, without_en_dashes

_NUMBERED_WITH_DOT = re.compile(r"(?m)^([ \u3000]*[一二三四五六七八九十]{1,3})[.．](?=\S)")
_ELLIPSIS = re.compile(rf"(?<={NOT_LATIN})(?:\.{{3,}}|。{{3,}})|\.{{3,}}(?={NOT_LATIN})")
_DOUBLE_HYPHEN = re.compile(rf"(?<={NOT_LATIN})--+|--+(?={NOT_LATIN})")


@lru_cache(maxsize=4096)
def proper(text: str) -> str:
    """Return the proper form of ``text``; the same again when given its own answer.

    Half-width marks become full-width beside a Chinese character or mark, brackets in pairs;
    <…> inside 《》 becomes 〈…〉; ranges of years and dates take —, others ～; codes, times,
    telephone numbers, addresses and hyphens in names stay. No letter, digit or Chinese character
    is ever lost or changed.
    """
    formed = _formed(text)
    while formed != text:
        text, formed = formed, _formed(formed)
    return formed


def _formed(text: str) -> str:
    """Return ``text`` after one round; a mark changed here can give its neighbour its form."""
    return with_protected_veiled(without_en_dashes(text), _formed_where_open)


def _formed_where_open(text: str) -> str:
    text = with_proper_ranges(text)
    if not has_han(text):
        return text
    text = with_document_years(_NUMBERED_WITH_DOT.sub(r"\1、", text))
    text = _DOUBLE_HYPHEN.sub("——", _ELLIPSIS.sub("……", text))
    return "\n".join(_formed_line(line) for line in text.split("\n"))


def _formed_line(line: str) -> str:
    if not has_han(line):
        return line
    return without_stray_blanks(with_full_width_marks(with_curly_quotes(with_title_marks(line))))
