"""Rows of text cut into pages of 22, and the places where a page must not end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reports.document import Source
from reports.layout import geometry
from reports.layout.placed import BlockPlace, Bookmark, Page, Trace
from reports.layout.setting import SetLine


class Part(NamedTuple):
    """A set line and its distance from the left edge of the text block, in mm."""

    x: float
    line: SetLine


class Row(NamedTuple):
    """One of the 22 rows of a page; without parts it is blank.

    `keep` forbids a page to end after it; `drop` lowers its baseline by that many mm; `block` is
    the place in the document's body of the block that it belongs to.
    """

    parts: tuple[Part, ...] = ()
    keep: bool = False
    bookmark: tuple[int, str] | None = None
    sources: tuple[Source, ...] = ()
    drop: float = 0.0
    block: int | None = None


def page_ends(keeps: Sequence[bool], first: int) -> list[int]:
    """After how many rows each page ends, when the first page begins at row `first`.

    Pages are full except where a row must stay with the next one, and where the last page would
    hold one row only (孤行不成页).
    """
    total = len(keeps)
    ends: list[int] = []
    start = 0
    room = geometry.ROWS - first
    while total - start > room:
        end = _backed(keeps, start, start + room)
        if end == start and room == geometry.ROWS:
            end = start + room
        if total - end == 1 and end - start > 2:
            end = _backed(keeps, start, end - 1) or end
        ends.append(end)
        start = end
        room = geometry.ROWS
    ends.append(total)
    return ends


def _backed(keeps: Sequence[bool], start: int, end: int) -> int:
    while end > start and keeps[end - 1]:
        end -= 1
    return end


class Flow:
    """The pages of a paper while they are being filled from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        self.traces: list[Trace] = []
        self.places: list[BlockPlace] = []
        self.row = 0

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    def new_page(self, *, turned: bool = False) -> Page:
        """Begin the next page at its first row."""
        page = Page(len(self.pages) + 1, turned=turned)
        self.pages.append(page)
        self.row = 0
        return page

    def bookmark(self, level: int, title: str, y: float) -> None:
        """Note a place on the current page for the reader's outline."""
        self.bookmarks.append(Bookmark(level, title, self.page.number, y))

    def place(self, rows: Sequence[Row]) -> None:
        """Put rows one below the other, over as many pages as they need."""
        start = 0
        for index, end in enumerate(page_ends([row.keep for row in rows], self.row)):
            if index:
                self.new_page()
            page = self.page
            for row in rows[start:end]:
                self._put(row, page)
            start = end

    def _put(self, row: Row, page: Page) -> None:
        top = geometry.row_top(self.row) + row.drop
        y = top + geometry.ASCENT * geometry.EM
        for x, line in row.parts:
            page.lines.append(line.at(geometry.LEFT + x, y))
        if row.parts:
            page.used_to = top + geometry.EM
        if row.bookmark:
            self.bookmark(*row.bookmark, y)
        if row.sources:
            self.traces.append(Trace(row.sources, self.page.number, y))
        if row.block is not None:
            above = (geometry.PITCH - geometry.EM) / 2
            self._note(row.block, geometry.row_top(self.row) + row.drop - above)
        self.row += 1

    def _note(self, block: int, top: float) -> None:
        """Remember where a row of a block stands; rows of one block on one page are one place."""
        place = BlockPlace(block, self.page.number, top, top + geometry.PITCH)
        if self.places and self.places[-1][:2] == place[:2]:
            place = self.places.pop()._replace(bottom=place.bottom)
        self.places.append(place)
