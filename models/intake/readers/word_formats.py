"""Word's number formats: the counter of a list level as Word writes it out (ECMA-376 §17.18.59)."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_COUNTING = {
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
    *("taiwaneseCountingThousand", "koreanCounting"),
}
_DIGITAL = {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"}
_LEGALS = {"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}
# Characters that stand for a number each, from one on.
_ROWS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("\u3280", 10),
}


def formatted(value: int, kind: str) -> str:
    """Return ``value`` in the number format ``kind``; in plain digits where it has no such form."""
    if kind in _COUNTING:
        return counted(value)
    if kind in _LEGALS:
        return counted(value, _LEGAL, "拾佰仟")
    if kind in _DIGITAL:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    if kind in _ROWS:
        first, count = _ROWS[kind]
        return chr(ord(first) + value - 1) if 1 <= value <= count else str(value)
    if kind == "decimalZero":
        return f"{value:02d}"
    if kind.startswith("decimalFullWidth"):
        return "".join(chr(ord("０") + int(digit)) for digit in str(value))
    return _by_letters(value, kind)


def _by_letters(value: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman.upper() if kind == "upperRoman" else roman
    if kind in ("upperLetter", "lowerLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("ideographTraditional", "ideographZodiac"):
        row = _STEMS if kind == "ideographTraditional" else _BRANCHES
        return row[value - 1] if 1 <= value <= len(row) else str(value)
    return str(value)


def counted(value: int, digits: str = _DIGITS, tens: str = "十百千") -> str:
    """Return ``value`` (below ten thousand) in Chinese numerals: 一, 十, 十一, 二十, 一百〇五."""
    if not 0 < value < 10_000:
        return str(value)
    written, gap = "", False
    for place, digit in reversed(list(enumerate(int(d) for d in reversed(str(value))))):
        if digit:
            written += (digits[0] if gap and written else "") + digits[digit]
            written += tens[place - 1] if place else ""
            gap = False
        else:
            gap = True
    short = 10 <= value < 20 and tens[0] == "十"
    return written[1:] if short else written


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written
