"""A figure on a page: its drawing as filled polygons in greys, its words in the official fonts."""

from __future__ import annotations

from math import ceil
from typing import Final

from reports.document import Figure
from reports.figures.drawing import Area, Drawing, Side, Tone, Words
from reports.figures.outlines import area_shapes, sign_shapes
from reports.layout import geometry
from reports.layout.glyphs import GlyphBook
from reports.layout.placed import Page, PlacedFill
from reports.layout.setting import Piece, Setter
from reports.roles import Role

GREYS: Final = {
    Tone.TEXT: 0.0,
    Tone.QUIET: 0.0,
    Tone.EDGE: 0.6,
    Tone.PAPER: 1.0,
    Tone.BLUE: 0.25,
    Tone.GREEN: 0.68,
    Tone.YELLOW: 0.0,
    Tone.RED: 0.0,
    Tone.GREY: 0.3,
}
"""Told apart on a black and white printer: dark, light and striped shares, black signs."""
_COLOURED: Final = (Tone.BLUE, Tone.GREEN, Tone.GREY)
_CAPTION: Final = 1
"""Rows for the caption."""


def rows_of(figure: Figure) -> int:
    """How many of the 22 rows the figure takes with its caption."""
    return ceil(figure.drawing.height / geometry.PITCH) + _CAPTION


def place_figure(book: GlyphBook, figure: Figure, page: Page, row: int) -> None:
    """Draw it from a row on, in the middle of the text block, its caption in its last row."""
    drawing = figure.drawing
    left = geometry.CENTRE - drawing.width / 2
    last = row + rows_of(figure) - 1
    spare = (last - row) * geometry.PITCH - drawing.height
    _draw(book, drawing, page, left, geometry.row_top(row) + spare / 2)
    size = geometry.SIZE_SMALL
    setter = Setter(book, size * geometry.MM_PER_PT)
    line = setter.single([Piece(Role.FANGSONG, figure.caption)])
    x = geometry.CENTRE - line.width / 2
    page.lines.append(line.at(x, geometry.row_baseline(last), size))
    page.used_to = geometry.row_top(last) + geometry.EM


def _draw(book: GlyphBook, drawing: Drawing, page: Page, left: float, top: float) -> None:
    for mark in drawing.marks:
        if isinstance(mark, Words):
            _write(book, mark, page, left, top)
            continue
        # Signs and frames are thin: but for what is not lit they are black, whatever grey the same
        # colour is in a bar.
        thin = not isinstance(mark, Area) or mark.frame > 0
        shapes = area_shapes(mark) if isinstance(mark, Area) else sign_shapes(mark)
        for points, tone in shapes:
            grey = 0.0 if thin and tone in _COLOURED else GREYS[tone]
            moved = tuple((x + left, y + top) for x, y in points)
            page.fills.append(PlacedFill(moved, grey))


def _write(book: GlyphBook, words: Words, page: Page, left: float, top: float) -> None:
    setter = Setter(book, words.size * geometry.MM_PER_PT)
    line = setter.single([Piece(words.role, words.text)])
    back = {Side.LEFT: 0.0, Side.MIDDLE: line.width / 2, Side.RIGHT: line.width}[words.side]
    page.lines.append(line.at(left + words.x - back, top + words.y, words.size))
