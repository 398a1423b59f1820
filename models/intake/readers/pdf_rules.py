"""The ruled lines of a PDF page: edges of what is drawn, upright or level, in page coordinates."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MOST_OBJECTS = 20_000  # of a page; a map or a drawing is no table
_MOST_SEGMENTS = 20_000
_SLANT = 0.8  # points by which a level line may rise
_SHORTEST = 4.0  # points; shorter ones are dashes and the ends of thin boxes
_MOVE = 2  # what FPDFPathSegment_GetType says of a move

Point = tuple[float, float]


@dataclass(frozen=True)
class Rule:
    """A level or upright line; ``at`` is its height or its place from the left, in points."""

    level: bool
    at: float
    start: float
    end: float


def rules_of_page(page: Any) -> list[Rule]:  # noqa: ANN401 - a handle of PDFium
    """Return the rules of a page; none where so much is drawn that it is a picture."""
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page)
    if count > MOST_OBJECTS:
        return []
    found: list[Rule] = []
    for place in range(count):
        drawn = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH:
            found += _edges(drawn)
        if len(found) > _MOST_SEGMENTS:
            return []
    return found


def _edges(drawn: Any) -> Iterator[Rule]:  # noqa: ANN401 - a handle of PDFium
    """Yield the level and upright edges of one path."""
    from pypdfium2 import raw

    segments = raw.FPDFPath_CountSegments(drawn)
    if not 1 < segments <= _MOST_SEGMENTS:
        return
    place = _placing(drawn)
    x, y = ctypes.c_float(), ctypes.c_float()
    first: Point | None = None
    before: Point | None = None
    for number in range(segments):
        segment = raw.FPDFPath_GetPathSegment(drawn, number)
        if not raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            return
        here = place(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == _MOVE or before is None:
            first = here
        else:
            yield from _rule(before, here)
        if raw.FPDFPathSegment_GetClose(segment) and first is not None:
            yield from _rule(here, first)
        before = here


def _placing(drawn: Any) -> Any:  # noqa: ANN401 - a handle of PDFium, and a function
    """Return how a path's own places are those of the page."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix)):
        return lambda x, y: (x, y)
    a, b, c, d, e, f = (getattr(matrix, name) for name in "abcdef")
    return lambda x, y: (a * x + c * y + e, b * x + d * y + f)


def _rule(start: Point, end: Point) -> Iterator[Rule]:
    width, height = abs(start[0] - end[0]), abs(start[1] - end[1])
    if height <= _SLANT and width >= _SHORTEST:
        yield Rule(True, (start[1] + end[1]) / 2, *sorted((start[0], end[0])))
    elif width <= _SLANT and height >= _SHORTEST:
        yield Rule(False, (start[0] + end[0]) / 2, *sorted((start[1], end[1])))
