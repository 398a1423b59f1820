"""Characters with places to lines: those of one height make a line, from left to right. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True)
class Glyph:
    """One character; places and sizes in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float  # height of the baseline
    size: float


@dataclass(frozen=True)
class Placed:
    """One line of a page; ``width`` and ``height`` are those of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    width: float
    height: float


def lines_of_page(glyphs: Iterable[Glyph], width: float, height: float) -> list[Placed]:
    """Return the lines of a page from above to below."""
    found: list[list[Glyph]] = []
    ordered = sorted(glyphs, key=lambda glyph: -glyph.base)
    for glyph in ordered:
        # Small marks and Latin letters sit a little off the line of their neighbours.
        if found and found[-1][0].base - glyph.base < 0.4 * max(glyph.size, found[-1][0].size):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    lines = [_line(sorted(line, key=lambda g: g.left), width, height) for line in found]
    return [line for line in lines if line.text]


def _line(glyphs: list[Glyph], width: float, height: float) -> Placed:
    size = median(glyph.size for glyph in glyphs)
    text = glyphs[0].text
    for before, glyph in pairwise(glyphs):
        # The same character painted twice in one place is a bold one, not two.
        if glyph.text == before.text and abs(glyph.left - before.left) < 0.1 * size:
            continue
        text += _between(before, glyph, size) + glyph.text
    right = max(glyph.right for glyph in glyphs)
    base = median(glyph.base for glyph in glyphs)
    return Placed(text.strip(), glyphs[0].left, right, base, size, width, height)


def _between(before: Glyph, glyph: Glyph, size: float) -> str:
    """Return the blank that a gap stands for: wide between Chinese, narrow between Latin words."""
    gap = glyph.left - before.right
    if before.text.isascii() and glyph.text.isascii():
        return " " if gap > 0.2 * size else ""
    return " " if gap > 1.2 * size else ""
