"""Characters from spreadsheets and web pages that an office writes in another way.

They look like the proper character, or say what two say, and few fonts of a printed page have them:
a minus of its own, squeezed units, small and half-width marks, circled numbers beyond 20.
"""

from __future__ import annotations

import re

_SAME = {
    # minus and hyphens
    "\u2212\ufe63\u2796": "-",
    # waves and dots
    "\u223c\u301c\u02dc": "～",
    "\u2219\u22c5\uff65": "·",
    "\u22ef": "…",
    # small and half-width marks
    "\ufe30\ufe55": "：",
    "\ufe50": "，",
    "\ufe51\uff64": "、",
    "\uff61": "。",
    "\ufe54": "；",
    "\ufe56": "？",
    "\ufe57": "！",
    "\ufe52": ".",
    "\uff62": "「",
    "\uff63": "」",
    "\ufe59": "（",
    "\ufe5a": "）",
    "\ufe5d": "〔",
    "\ufe5e": "〕",
    "\ufe64": "<",
    "\ufe65": ">",
    "\u275d": "“",
    "\u275e": "”",
    "\u27e8\u276e": "〈",
    "\u27e9\u276f": "〉",
    # bullets, arrows, ticks
    "\u25aa\u25fc\u2023\u25b8\u25ba\u25b6": "■",
    "\u25ab\u25fb": "□",
    "\u25e6\u25ef\u2b55": "○",
    "\u2b50": "★",
    "\u21d2\u21e8\u279c\u2794": "→",
    "\u2714\u2705": "✓",
    "\u2718\u274c": "✗",
    # blanks of other widths
    "\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f": " ",
    # units and words in one character
    "\u33a5": "m³",
    "\u339e": "km",
    "\u338e": "mg",
    "\u33c4": "cc",
    "\u2113": "L",
    "\u2109": "°F",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\u2121\u260e": "电话",
}
_DIGITS = {0xFF10 + value: str(value) for value in range(10)}
_CIRCLED = {
    **{0x3251 + value: f"（{21 + value}）" for value in range(15)},
    **{0x32B1 + value: f"（{36 + value}）" for value in range(15)},
    **{0x2776 + value: chr(0x2460 + value) for value in range(10)},
    **{0x2780 + value: chr(0x2460 + value) for value in range(10)},
    **{0x278A + value: chr(0x2460 + value) for value in range(10)},
    **{0x3280 + value: chr(0x3220 + value) for value in range(10)},
}
_SMALL_ROMAN = {0x2170 + value: chr(0x2160 + value) for value in range(12)}
_TABLE = str.maketrans(
    {
        **{ord(char): form for chars, form in _SAME.items() for char in chars},
        **_DIGITS,
        **_CIRCLED,
        **_SMALL_ROMAN,
    }
)
_THIRDS = re.compile("(\\d?)([\u2153\u2154])")
_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
_NAME_DOT = re.compile("(?<=[\u4e00-\u9fff])[•・‧](?=[\u4e00-\u9fff])")


def with_lookalikes_replaced(text: str) -> str:
    """Return ``text`` with each such character as an office writes it, figures half-width."""
    if text.isascii():
        return text
    text = _THIRDS.sub(_third, text.translate(_TABLE))
    return _NAME_DOT.sub("·", _POINT.sub(".", text))


def _third(match: re.Match[str]) -> str:
    """占1/3; behind a whole number 1又1/3."""
    whole, third = match.groups()
    said = "1/3" if third == "\u2153" else "2/3"
    return f"{whole}又{said}" if whole else said
