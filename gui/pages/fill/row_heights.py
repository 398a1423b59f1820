"""How high a row must be for its words, told from their number without laying them out."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

PADDING = 12


def lines_needed(words: str, width: float, pixels: int) -> int:
    """Lines of a text in a column `width` pixels wide, at a font size in pixels.

    A Chinese character is as wide as the font is high, a Latin one about half of it: what GB 18030
    writes in two bytes and in one.
    """
    room = max(4, int(width / pixels * 2))
    # Most cells of a large table are short: they are not worth the counting.
    if 2 * len(words) <= room and "\n" not in words:
        return 1
    return sum(
        max(1, ceil(len(line.encode("gb18030", "replace")) / room)) for line in words.split("\n")
    )


def row_height(
    cells: Iterable[tuple[str, float]], pixels: int, line: float, least: int, most: int
) -> int:
    """Pixels for a row; cells: words and widths; least, most: how many lines are shown."""
    filled = ((words, width) for words, width in cells if words)
    wanted = max((lines_needed(words, width, pixels) for words, width in filled), default=1)
    return ceil(max(least, min(most, wanted)) * line) + PADDING
