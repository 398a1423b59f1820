"""页码: — 1 — in SongTi of size 四号, its dash centred 7 mm under the text block (7.5)."""

from __future__ import annotations

from typing import Final

from reports.layout import geometry
from reports.layout.glyphs import GlyphBook
from reports.layout.placed import Page
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role

_DASH_CENTRE: Final = geometry.BOTTOM + 7.0
_FOOT_OF_SHEET: Final = 10.0
"""Where the number of a sheet that stands by itself is centred, above its lower edge, in mm."""


class PageNumbers:
    """Places the numbers; the dash's own ink decides where the baseline lies."""

    def __init__(self, book: GlyphBook) -> None:
        self._em = geometry.SIZE_SMALL * geometry.MM_PER_PT
        self._setter = Setter(book, self._em)
        above = book.metrics.ink_top(Role.SONGTI, "—")
        below = book.metrics.ink_bottom(Role.SONGTI, "—")
        self._drop = (above - below) / 2 * self._em

    def official(self, page: Page) -> None:
        """One character in from the right on odd pages, from the left on even ones."""
        line = self._line(page.number)
        x = geometry.LEFT + geometry.CELL
        if page.number % 2:
            x = geometry.RIGHT - geometry.CELL - line.width
        page.lines.append(line.at(x, _DASH_CENTRE + self._drop, geometry.SIZE_SMALL))

    def centred(self, page: Page) -> None:
        """At the middle of the lower edge, for a table that is not bound into a document."""
        line = self._line(page.number)
        x = (page.width - line.width) / 2
        y = page.height - _FOOT_OF_SHEET + self._drop
        page.lines.append(line.at(x, y, geometry.SIZE_SMALL))

    def _line(self, number: int) -> SetLine:
        return self._setter.single([Piece(Role.SONGTI, f"— {number} —")])
