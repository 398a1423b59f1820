"""The standard's numbers in millimetres, origin at the top left corner of the upright sheet.

GB/T 9704—2012 5.1–5.2 and 3.1–3.2. The text block is filled glyph edge to glyph edge: the em box of
row 1 begins at 37 mm, that of row 22 ends at 262 mm, and the 28th character ends at 184 mm.
"""

from __future__ import annotations

from typing import Final

MM_PER_PT: Final = 25.4 / 72

SHEET_WIDTH: Final = 210.0
SHEET_HEIGHT: Final = 297.0

LEFT: Final = 28.0
TOP: Final = 37.0
WIDTH: Final = 156.0
HEIGHT: Final = 225.0
RIGHT: Final = LEFT + WIDTH
BOTTOM: Final = TOP + HEIGHT
CENTRE: Final = LEFT + WIDTH / 2

ROWS: Final = 22
COLUMNS: Final = 28

SIZE_TITLE: Final = 22.0
"""二号, in points."""
SIZE_BODY: Final = 16.0
"""三号, in points."""
SIZE_SMALL: Final = 14.0
"""四号, in points: colophon and page numbers."""
SIZE_MARK: Final = 10.5
"""五号, in points: the （送审稿） mark."""

EM: Final = SIZE_BODY * MM_PER_PT
"""The em of body text in mm."""
PITCH: Final = (HEIGHT - EM) / (ROWS - 1)
"""From baseline to baseline, 29.609 pt (3.2: a character and 7/8 of its height, fitted)."""
CELL: Final = (WIDTH - EM) / (COLUMNS - 1)
"""From character to character, 15.785 pt."""
ASCENT: Final = 0.88
"""The part of the em box above the baseline."""

RED: Final = "red"
BLACK: Final = "black"


def row_top(row: float) -> float:
    """The top of a row's em box, row 0 being the first."""
    return TOP + row * PITCH


def row_baseline(row: float) -> float:
    """The baseline of body text in a row."""
    return row_top(row) + ASCENT * EM


def baseline_below(top: float, size_pt: float) -> float:
    """The baseline of a text whose em box begins at `top`."""
    return top + ASCENT * size_pt * MM_PER_PT
