"""Classes of characters in Chinese composition (GB/T 15834—2011 5.1, clreq at the GB level)."""

from __future__ import annotations

import re
from typing import Final

OPENING: Final = frozenset("“‘（《〈〔【「『［｛〖")
CLOSING_BRACKETS: Final = frozenset("”’）》〉〕】」』］｝〗")
STOPS: Final = frozenset("。，、；：？！．")
CLOSING: Final = CLOSING_BRACKETS | STOPS

NOT_AT_START: Final = CLOSING | frozenset("·～–—…／/-%％‰℃°,.;:!?)]} ")
"""Marks that never begin a line. —— and …… may (clreq, GB level): see `begins_badly`."""
NOT_AT_END: Final = OPENING | frozenset("／/([{￥$＄№")
"""Marks that never end a line."""

SQUEEZE_ORDER: Final = (OPENING | CLOSING_BRACKETS, frozenset("，、；：．"), frozenset("。？！"))
"""Which marks give way first when a line is squeezed (clreq)."""
HALF_WIDTH: Final = frozenset("·–／")
"""One half of an em each (5.1.6, 5.1.7, 5.1.9)."""
CHINESE_FONT_MARKS: Final = frozenset("“”‘’—…·–～／")
"""Marks shared with Latin that are drawn in the Chinese font (official-format §4.3)."""

MARK: Final = re.compile("[" + re.escape("".join(sorted(OPENING | CLOSING))) + "]")


def blank_of(char: str) -> float:
    """How much of a mark's em is blank and may be taken away; ？ stands near the middle of some fonts."""
    if char in CLOSING or char in OPENING:
        return 0.25 if char == "？" else 0.5
    return 0.0


def is_latin(char: str) -> bool:
    """Whether the character belongs to Latin text or a number: set as one word, in the digits' font."""
    return "!" <= char <= "~" or ("\u00c0" <= char <= "\u024f" and char not in "×÷")


def begins_badly(text: str, index: int) -> bool:
    """Whether a line beginning with text[index] breaks a rule; a whole —— or …… may begin one."""
    char = text[index]
    if char in "—…":
        return text[index : index + 2] != char * 2
    return char in NOT_AT_START
