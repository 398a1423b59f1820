"""Characters with places to lines: those of one height make a line, from left to right. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_FEWEST_HEAPED = 3
_THIN = 0.45  # of its size, a width that no Chinese character has
_NARROW = "，。、；：？！“”‘’（）《》〈〉—"
_LATIN = re.compile("[A-Za-z0-9]")


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
    rows: tuple[tuple[str, ...], ...] = ()  # of a table that stands here


def spread(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return characters side by side that PDFium heaps on one place.

    Of a line whose text is said beside its painting (ActualText) it knows only where the first
    piece is painted: there all of its characters are, each of the same few points.
    """
    if not any(_thin(glyph) and not glyph.text.isascii() for glyph in glyphs):
        return list(glyphs)
    found: list[Glyph] = []
    heap: list[Glyph] = []
    for glyph in glyphs:
        if heap and not _heaped(heap[-1], glyph):
            found += _laid_out(heap)
            heap = []
        heap.append(glyph)
    return [*found, *_laid_out(heap)]


def _thin(glyph: Glyph) -> bool:
    return glyph.right - glyph.left < _THIN * glyph.size


def _heaped(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether two characters are of one width, side by side; blanks are not among them."""
    width = glyph.right - glyph.left
    same = abs(before.right - before.left - width) < 0.02 * glyph.size
    gap = glyph.left - before.right
    beside = -0.1 < gap < 3 * width + 0.1 and abs(before.base - glyph.base) < 0.1
    return same and beside and _thin(glyph)


def _laid_out(heap: Sequence[Glyph]) -> list[Glyph]:
    if len(heap) < _FEWEST_HEAPED or all(glyph.text.isascii() for glyph in heap):
        return list(heap)
    found = []
    left = heap[0].left
    for glyph in heap:
        narrow = glyph.text.isascii() or glyph.text in _NARROW
        right = left + (0.5 if narrow else 1.0) * glyph.size
        found.append(replace(glyph, left=left, right=right))
        left = right
    return found


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


def joint(before: str, line: str) -> str:
    """Return the blank between two Latin words that a line's end parted."""
    latin = _LATIN.match(before[-1]) and _LATIN.match(line[0])
    return " " if latin and not (before[-1].isdigit() or line[0].isdigit()) else ""
