"""How wide columns and how high rows must be: spreadsheets do not fit merged or printed rows."""

from __future__ import annotations

import math
import unicodedata

from reports.document import Table

PIXELS_PER_UNIT = 7
"""A column unit is the width of a digit of the default font, 7 pixels at 96 per inch."""
PIXELS_PER_MM = 96 / 25.4
HIGHEST_ROW = 409.0
"""In points; no spreadsheet draws a higher row."""
_PADDING = 8
"""Pixels lost at both sides of a cell."""
_LINE = 1.46
"""Line height in em: the tallest of the usual faces, so that no line is cut off at the foot."""
_MARGIN = 6.0


def column_widths(table: Table, width_mm: float) -> list[float]:
    """Column widths in spreadsheet units, by share, together no wider than `width_mm`."""
    total = sum(column.share for column in table.columns) or 1.0
    units = math.floor(width_mm * PIXELS_PER_MM / PIXELS_PER_UNIT * 10) / 10
    widths = [math.floor(column.share / total * units * 10) / 10 for column in table.columns]
    return [max(width, 2.0) for width in widths]


def lines_of(text: str, width: float, size_pt: float) -> int:
    """How many lines a text takes in a column of `width` units."""
    room = (width * PIXELS_PER_UNIT - _PADDING) / (size_pt * 96 / 72)
    return sum(_wrapped(line, max(room, 1.0)) for line in text.split("\n"))


def row_height(cells: list[tuple[str, float]], size_pt: float) -> float:
    """The height in points of a row of (text, column width) cells."""
    most = max((lines_of(text, width, size_pt) for text, width in cells), default=1)
    return math.ceil(max(1, most) * size_pt * _LINE + _MARGIN)


def _wrapped(line: str, room: float) -> int:
    """Lines of one paragraph; half a character is kept free, for marks pushed to the next line."""
    used, count = 0.0, 1
    for char in line:
        width = 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.56
        if used + width > max(room - 0.5, 1.0):
            used, count = 0.0, count + 1
        used += width
    return count
