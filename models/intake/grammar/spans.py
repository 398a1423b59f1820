"""Where quotes, title marks and brackets stand: cutting a text only outside them."""

from __future__ import annotations

import re
from functools import lru_cache

_CLOSING = {
    "“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）)", "(": "）)",
    "［": "］]", "[": "］]", "〔": "〕", "【": "】", "「": "」", "『": "』",
}  # fmt: skip
_MARK = re.compile("[" + re.escape("".join([*_CLOSING, *_CLOSING.values()])) + "]")


def pairs(text: str) -> list[tuple[int, int]]:
    """Return the places of the outermost pairs of quotes, title marks and brackets, in order.

    A mark without its partner counts for nothing, so that one lost bracket hides no sentence.
    """
    if not _MARK.search(text):
        return []
    found: list[tuple[int, int]] = []
    waiting: list[int] = []
    for mark in _MARK.finditer(text):
        place, character = mark.start(), mark.group()
        if character in _CLOSING:
            waiting.append(place)
        else:
            opened = _partner(text, waiting, character)
            if opened is None:
                continue
            while found and found[-1][0] > opened:
                found.pop()
            found.append((opened, place))
    return found


def _partner(text: str, waiting: list[int], closing: str) -> int | None:
    """Take the opening mark of ``closing`` off ``waiting``, with unclosed marks inside it."""
    for depth in range(1, min(len(waiting), 4) + 1):
        if closing in _CLOSING[text[waiting[-depth]]]:
            opened = waiting[-depth]
            del waiting[-depth:]
            return opened
    return None


def cut_outside(text: str, marks: str, *, keep: bool = False) -> list[str]:
    """Return the pieces of ``text`` between those ``marks`` that stand outside every pair.

    With ``keep`` each piece keeps the mark that ends it. Empty pieces are left out.
    """
    found = list(_any_of(marks).finditer(text))
    if not found:
        return [bare] if (bare := text.strip()) else []
    pieces: list[str] = []
    start = 0
    ends = iter([*pairs(text), (len(text), len(text))])
    opened, closed = next(ends)
    for mark in found:
        place = mark.start()
        while place > closed:
            opened, closed = next(ends)
        if not opened <= place <= closed:
            pieces.append(text[start : place + keep])
            start = place + 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


@lru_cache(maxsize=32)
def _any_of(marks: str) -> re.Pattern[str]:
    if "," not in marks:
        return re.compile(f"[{re.escape(marks)}]")
    # A comma between digits parts thousands, not clauses.
    others = re.escape(marks.replace(",", ""))
    return re.compile(rf"[{others}]|(?<!\d),|,(?!\d)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, each with its full stop; a line's end ends one too."""
    return [
        sentence for line in text.split("\n") for sentence in cut_outside(line, "。！？", keep=True)
    ]


def clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence: what stands between its commas and semicolons."""
    return cut_outside(sentence.rstrip("。！？"), "，,；;：:")
