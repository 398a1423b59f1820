"""Where the pages lie under each other in a view, in logical pixels; no widget here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from gui.zoom import Zoom, clamped
from models.dataclass import dataclass

GAP = 12
"""Between two pages and around them, in pixels."""


class Box(NamedTuple):
    """A page's place in the long column of pages."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Column:
    """All pages at a zoom, the column's size, and pixels to a point."""

    boxes: tuple[Box, ...]
    width: int
    height: int
    scale: float

    def page_at(self, y: int) -> int:
        """The page at a height of the column, that above a gap; 0 where there are none."""
        tops = [box.y for box in self.boxes]
        return max(0, bisect_right(tops, y) - 1)


def column(
    sizes: Sequence[tuple[float, float]],
    zoom: Zoom | float,
    room: tuple[int, int],
    dots: float,
) -> Column:
    """Lay pages out.

    sizes: of the pages in points; room: of the view in pixels; dots: pixels to a point at 100 %.
    """
    scale = _scale(sizes, zoom, room, dots)
    width = max((round(wide * scale) for wide, _ in sizes), default=0) + 2 * GAP
    width = max(width, room[0])
    boxes, y = [], GAP
    for wide, high in sizes:
        across, down = round(wide * scale), round(high * scale)
        boxes.append(Box((width - across) // 2, y, across, down))
        y += down + GAP
    return Column(tuple(boxes), width, y, scale)


def _scale(
    sizes: Sequence[tuple[float, float]], zoom: Zoom | float, room: tuple[int, int], dots: float
) -> float:
    if isinstance(zoom, float):
        return dots * clamped(zoom)
    if not sizes:
        return dots
    wide = max(1, room[0] - 2 * GAP) / max(each for each, _ in sizes)
    if zoom is Zoom.WIDE:
        return wide
    return min(wide, max(1, room[1] - 2 * GAP) / max(each for _, each in sizes))
