"""Texts cut so that a form stays on its one page; the ledger holds the whole of them."""

from __future__ import annotations

from collections.abc import Sequence

CHARACTERS = 42
"""How many characters a wide field of a form holds in a line when it is set smallest."""


def short(text: str, most: int) -> str:
    """At most so many characters: cut after a mark where there is one near the end, then ……."""
    if len(text) <= most:
        return text
    head = text[: max(1, most - 2)]
    cut = max(head.rfind(mark) for mark in "。；，\n")
    return (head[:cut] if cut > most // 2 else head).rstrip("。；，\n") + "……"


def share_lines(texts: Sequence[str], room: int) -> list[str]:
    """The texts in `room` lines together: short ones stay whole, long ones share what is left."""
    needs = [lines_of(text) for text in texts]
    cap = next((c for c in range(room, 1, -1) if sum(min(n, c) for n in needs) <= room), 1)
    return [_within(text, cap) for text in texts]


def lines_of(text: str) -> int:
    """How many lines a text takes in a wide field set smallest."""
    return sum(max(1, -(-len(line) // CHARACTERS)) for line in text.split("\n"))


def _within(text: str, most: int) -> str:
    if lines_of(text) <= most:
        return text
    kept: list[str] = []
    for line in text.split("\n"):
        left = most - lines_of("\n".join(kept)) if kept else most
        if left < 1:
            break
        kept.append(line[: left * CHARACTERS])
    whole = "\n".join(kept)
    return short(whole + "…" * CHARACTERS, len(whole))
