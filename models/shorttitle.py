"""任务简称 as proposed when a plan is loaded: the opening clause of the task, never torn."""

from __future__ import annotations

from models.text import proper

LONGEST = 24
_ENDS = "，。；：！？\n"
_PAIRS = {"《": "》", "“": "”", "（": "）", "〈": "〉", "‘": "’", "「": "」", "【": "】"}


def propose(text: str) -> str:
    """The first clause of a task's text, at most `LONGEST` characters where a pause allows it.

    A name in 《》 or quotes is never cut; a clause without a pause stays as long as it is.
    """
    clause = _until(proper(text).strip(), _ENDS)
    if len(clause) <= LONGEST:
        return clause
    pieces = _pieces(clause)
    kept = pieces[0]
    for piece in pieces[1:]:
        if len(kept) + 1 + len(piece) > LONGEST:
            return kept + "等" if len(kept) < LONGEST else kept
        kept = f"{kept}、{piece}"
    return kept


def _until(text: str, ends: str) -> str:
    """The text before the first of `ends` that stands outside any bracket or quote."""
    closers: list[str] = []
    for place, char in enumerate(text):
        if closers and char == closers[-1]:
            closers.pop()
        elif char in _PAIRS:
            closers.append(_PAIRS[char])
        elif not closers and char in ends:
            return text[:place]
    return text


def _pieces(clause: str) -> list[str]:
    """The clause cut at every 、 outside brackets and quotes."""
    pieces: list[str] = []
    rest = clause
    while rest:
        piece = _until(rest, "、")
        pieces.append(piece)
        rest = rest[len(piece) + 1 :]
    return pieces
