"""Numbers as official texts write them: 12, 1,260, 3.5, 三十一, 两."""

from __future__ import annotations

_DIGITS = {"零": 0, "〇": 0, **{c: n for n, c in enumerate("一二三四五六七八九", start=1)}, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
CHINESE_NUMERALS = "一二三四五六七八九十百千两零〇"


def chinese_number(words: str) -> int | None:
    """Return the value of a Chinese numeral below ten thousand, None if it is none."""
    total, digit = 0, None
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            total += (1 if digit is None else digit) * _TENS[character]
            digit = None
        else:
            return None
    return total + (digit or 0) if words else None


def number(words: str) -> float | None:
    """Return the value of ``words`` in digits (thousands parted or not) or Chinese numerals."""
    try:
        return float(words.replace(",", "").replace("，", ""))
    except ValueError:
        value = chinese_number(words)
        return None if value is None else float(value)
