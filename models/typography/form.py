"""One round of the proper form: every rule of this folder, in its order."""

from __future__ import annotations

import re

from models.typography.blanks import without_stray_blanks
from models.typography.brackets import with_curly_quotes, with_document_years, with_title_marks
from models.typography.characters import NOT_LATIN, has_han
from models.typography.lookalikes import with_lookalikes_replaced
from models.typography.marks import with_full_width_marks
from models.typography.protected import with_protected_veiled
from models.typography.ranges import with_proper_ranges, without_en_dashes

_NUMBERED_WITH_DOT = re.compile(r"(?m)^([ \u3000]*[一二三四五六七八九十]{1,3})[.．](?=\S)")
_ELLIPSIS = re.compile(rf"(?<={NOT_LATIN})(?:\.{{3,}}|。{{3,}})|\.{{3,}}(?={NOT_LATIN})")
_DOUBLE_HYPHEN = re.compile(rf"(?<={NOT_LATIN})--+|--+(?={NOT_LATIN})")


def formed(text: str) -> str:
    """Return ``text`` after one round; a mark changed here can give its neighbour its form."""
    replaced = with_lookalikes_replaced(text)
    return with_protected_veiled(without_en_dashes(replaced), _formed_where_open)


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
