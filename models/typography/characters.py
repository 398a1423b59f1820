"""Which characters count as Chinese, and which half-width marks have a full-width form."""

from __future__ import annotations

import re

HAN = "\u3007\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{HAN}]")

OPENING = "（〔［【《〈“‘「『"
CLOSING = "）〕］】》〉”’」』"
# Marks that follow a word and take no blank on either side (GB/T 15834).
STOPS = "，。；：？！、"
BLANKS = " \u00a0"
_MARKS = frozenset(OPENING + CLOSING + STOPS + "…—～")

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "~": "～", ".": "。"}
FULL_WIDTH_BRACKETS = {"(": "（", ")": "）", "[": "［", "]": "］"}


def is_chinese(character: str) -> bool:
    """Tell whether one character is a Chinese character or a Chinese mark ("" is neither)."""
    return character in _MARKS or bool(_HAN.match(character))


def has_han(text: str) -> bool:
    """Tell whether a text holds any Chinese character."""
    return bool(_HAN.search(text))
