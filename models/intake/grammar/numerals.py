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


def in_chinese(value: int) -> str:
    """Return ``value`` (1 to 99) in Chinese numerals: 一, 十, 十一, 二十; beyond that in digits."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    written = "" if tens < 2 else CHINESE_NUMERALS[tens - 1]
    return written + ("十" if tens else "") + (CHINESE_NUMERALS[ones - 1] if ones else "")


def number(words: str) -> float | None:
    """Return the value of ``words`` in digits (thousands parted or not) or Chinese numerals."""
    try:
        return float(words.replace(",", "").replace("，", ""))
    except ValueError:
        value = chinese_number(words)
        return None if value is None else float(value)
