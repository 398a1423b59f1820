"""Chinese numerals for headings and enumerations: 一、 （一） 一是."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1–999 as a Chinese numeral: 十, 十二, 二十一, 一百零五."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        tail = "" if not rest else f"零{_DIGITS[rest]}" if rest < 10 else _tens(rest, inside=True)
        return f"{_DIGITS[hundreds]}百{tail}"
    return _tens(rest)


def _tens(number: int, *, inside: bool = False) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "" if tens == 1 and not inside else _DIGITS[tens]
    return f"{head}十{_DIGITS[ones] if ones else ''}"
