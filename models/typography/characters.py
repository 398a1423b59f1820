"""Which characters count as Chinese, and which half-width marks have a full-width form."""

from __future__ import annotations

# A cheap class for patterns: compiling one with all Chinese characters takes three milliseconds,
# and these stand on the way to the first window.
NOT_LATIN = r"[^\x00-\xff]"

OPENING = "（〔［【《〈“‘「『"
CLOSING = "）〕］】》〉”’」』"
# Marks that follow a word and take no blank on either side (GB/T 15834).
STOPS = "，。；：？！、"
BLANKS = " \u00a0"
_MARKS = frozenset(OPENING + CLOSING + STOPS + "…—～")

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "~": "～", ".": "。"}
FULL_WIDTH_BRACKETS = {"(": "（", ")": "）", "[": "［", "]": "］"}


def is_han(character: str) -> bool:
    """Tell whether one character is a Chinese character."""
    return (
        "\u3400" <= character <= "\u9fff"
        or character in ("〇", "々")
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_chinese(character: str) -> bool:
    """Tell whether one character is a Chinese character or a Chinese mark."""
    return character in _MARKS or is_han(character)


def has_han(text: str) -> bool:
    """Tell whether a text holds any Chinese character."""
    return not text.isascii() and any(is_han(character) for character in text)
