"""Tables placed over as many pages as they need, the head row repeated on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reports.document import Align, RowKind, Table
from reports.layout import geometry
from reports.layout.cells import PAD_U, PAD_V, Cell, SetRow, TableSetter, split
from reports.layout.surface import Surface

_RULE: Final = 0.18
"""0.5 pt."""
_HEAVY_RULE: Final = 0.53
"""1.5 pt."""
_WORTH_SPLITTING: Final = 0.4
"""A row is split when it is higher than a page, or would leave more than this of a page blank."""
_FEWEST_LINES: Final = 3
"""A split leaves at least so many lines on either side."""

NextSurface = Callable[[], Surface]


def place_table(
    setter: TableSetter, table: Table, surface: Surface, top: float, following: NextSurface
) -> tuple[Surface, float]:
    """Place a table from `top` on; answers the last surface and the table's bottom on it."""
    placing = _Placing(setter, setter.head(), surface, top, following)
    waiting: list[SetRow] = []
    for row in (setter.row(row) for row in table.rows):
        waiting.append(row)
        if row.kind is RowKind.NORMAL:
            placing.together(waiting)
            waiting = []
    placing.together(waiting)
    placing.finish()
    return placing.surface, placing.v


class _Placing:
    """The state of one table on its way down the pages."""

    def __init__(
        self,
        setter: TableSetter,
        head: SetRow | None,
        surface: Surface,
        top: float,
        following: NextSurface,
    ) -> None:
        self.setter = setter
        self.head = head
        self.surface = surface
        self.following = following
        self.v = self.top = top
        self.walls: dict[float, list[tuple[float, float]]] = {}
        self._begin()

    def _begin(self) -> None:
        self.top = self.v
        self.walls = {}
        if self.head:
            self._put(self.head)

    @property
    def _bare(self) -> bool:
        """Whether nothing but the head stands on this page yet."""
        head = self.setter.height(self.head.lines) if self.head else 0.0
        return self.v <= self.top + head + 1e-6

    def _turn_page(self) -> None:
        self.finish()
        self.surface = self.following()
        self.v = 0.0
        self._begin()

    def together(self, rows: list[SetRow]) -> None:
        """Place part and item rows on the page where the row they introduce begins."""
        if not rows:
            return
        titles, last = rows[:-1], rows[-1]
        lead = sum(self.setter.height(row.lines) for row in titles)
        room = self.surface.height - self.v - lead
        if self.setter.height(last.lines) > room + 1e-6 and not self._splits(last, room):
            self._turn_page()
        for row in titles:
            self._one(row)
        self._one(last)

    def _splits(self, row: SetRow, room: float) -> bool:
        """Whether a row that is too high for the room is begun here and continued overleaf."""
        lines = self.setter.lines_in(room)
        if lines < _FEWEST_LINES or row.lines - lines < 1:
            return self._bare
        head = self.setter.height(self.head.lines) if self.head else 0.0
        whole = self.setter.height(row.lines) > self.surface.height - head
        return self._bare or whole or room > _WORTH_SPLITTING * self.surface.height

    def _one(self, row: SetRow) -> None:
        while self.setter.height(row.lines) > self.surface.height - self.v + 1e-6:
            lines = self.setter.lines_in(self.surface.height - self.v)
            if row.lines - lines < _FEWEST_LINES:
                lines = min(lines, max(1, row.lines - _FEWEST_LINES))
            if lines < 1:
                if self._bare:
                    break
                self._turn_page()
                continue
            first, row = split(row, lines)
            self._put(first)
            self._turn_page()
        self._put(row)

    def _put(self, row: SetRow) -> None:
        height = self.setter.height(row.lines)
        width = _HEAVY_RULE if row.heavy else _RULE
        self.surface.rule(self.setter.edges[0], self.v, self.setter.edges[-1], self.v, width)
        for cell in row.cells:
            self._write(cell, row, height)
            self._wall(cell.u0, self.v, self.v + height)
        self._wall(self.setter.edges[-1], self.v, self.v + height)
        self.v += height

    def _write(self, cell: Cell, row: SetRow, height: float) -> None:
        """The lines of a cell at half its height; those of a split row begin at its top."""
        setter = self.setter
        spare = height - 2 * PAD_V - len(cell.lines) * setter.pitch
        down = 0.0 if row.is_continuation else max(0.0, spare / 2)
        first = (setter.pitch - setter.em) / 2 + geometry.ASCENT * setter.em
        top = self.v + PAD_V + down + first
        for index, line in enumerate(cell.lines):
            u = PAD_U
            if cell.align is not Align.LEFT:
                blank = cell.u1 - cell.u0 - line.width
                u = max(0.0, blank / 2 if cell.align is Align.CENTRE else blank - PAD_U)
            self.surface.text(line, cell.u0 + u, top + index * setter.pitch, setter.size)

    def _wall(self, u: float, v0: float, v1: float) -> None:
        """Join the wall of a cell to the one above it: one stroke a column, not one a row."""
        pieces = self.walls.setdefault(u, [])
        if pieces and abs(pieces[-1][1] - v0) < 1e-6:
            pieces[-1] = (pieces[-1][0], v1)
        else:
            pieces.append((v0, v1))

    def finish(self) -> None:
        """Close the table on this page: its bottom rule and the walls of its columns."""
        if self.v > self.top:
            self.surface.rule(self.setter.edges[0], self.v, self.setter.edges[-1], self.v, _RULE)
            for u, piece in _pieces(self.walls):
                self.surface.rule(u, piece[0], u, piece[1], _RULE)
        self.surface.used(self.v)


def _pieces(
    walls: dict[float, list[tuple[float, float]]],
) -> Iterator[tuple[float, tuple[float, float]]]:
    for u, pieces in walls.items():
        for piece in pieces:
            yield u, piece
