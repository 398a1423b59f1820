"""Table rows with their cells set in lines, measured but not yet placed."""

from __future__ import annotations

from itertools import accumulate
from typing import Final, NamedTuple

from reports.document import Align, RowKind, Table, TableRow
from reports.layout import geometry
from reports.layout.column_widths import as_low_as_can_be, by_shares
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role
from reports.table_widths import heading_parts, is_fitted, sample

PAD_U: Final = 1.2
"""Blank at each side of a cell, in mm."""
PAD_V: Final = 1.1
"""Blank above and below a cell's text, in mm."""
_LEADING: Final = 1.36
"""Line pitch in em of the table's size."""
_JUSTIFY: Final = 0.16
"""Narrow cells are ragged rather than torn apart: no gap grows by more em than this."""
_ROLES: Final = {RowKind.PART: Role.HEITI, RowKind.ITEM: Role.KAITI, RowKind.NORMAL: Role.FANGSONG}
_MANY_COLUMNS: Final = 6
_FORM_SIZES: Final = (14.0, 12.0, 10.5, 9.0, 7.5)
"""四号 for a form with room to spare, smaller where more has to be said."""


class Cell(NamedTuple):
    """A cell's place across the table and its lines."""

    u0: float
    u1: float
    lines: list[SetLine]
    align: Align


class SetRow(NamedTuple):
    """A row of set cells; `lines` is how many lines of text its highest cell holds."""

    cells: tuple[Cell, ...]
    lines: int
    kind: RowKind
    is_continuation: bool = False
    heavy: bool = False


class TableSetter:
    """Sets the cells of one table, `width` mm wide."""

    def __init__(self, setter: Setter, table: Table, width: float, size: float = 0.0) -> None:
        self.size = size or (10.5 if len(table.columns) > _MANY_COLUMNS else 12.0)
        self.em = self.size * geometry.MM_PER_PT
        self.pitch = self.em * _LEADING
        self._setter = Setter(setter.book, self.em)
        self._columns = table.columns
        self.edges = list(accumulate(by_shares(table.columns, width), initial=0.0))
        self._known: dict[TableRow, SetRow] = {}
        if is_fitted(table):
            self._fit(table, width)

    def _fit(self, table: Table, width: float) -> None:
        """Take the widths by content if the rows that stand for all are lower so."""
        usual = self.edges
        page = geometry.WIDTH / self.pitch
        widths = as_low_as_can_be(self._setter, table, width, 2 * PAD_U, page)
        fitted = list(accumulate(widths, initial=0.0))
        if fitted == usual:
            return
        rows = [TableRow(cells) for cells in sample(table)]
        head = self.head()
        before = sum(map(self._lines_of, rows)) + (head.lines if head else 0)
        self.edges = fitted
        known = {row: self.row(row) for row in rows}
        head = self.head()
        if sum(known[row].lines for row in rows) + (head.lines if head else 0) < before:
            self._known = known
        else:
            self.edges = usual

    def _lines_of(self, row: TableRow) -> int:
        """How many lines a row of text takes, reckoned without placing a glyph."""
        lines = [1]
        for place, text in enumerate(row.cells):
            measure = self._measure(place, place + 1)
            pieces = (Piece(Role.FANGSONG, part) for part in text.split("\n") if part)
            lines.append(sum(self._setter.lines_of(piece, measure) for piece in pieces))
        return max(lines)

    def head(self) -> SetRow | None:
        """The head row in HeiTi, or nothing for a form without headings."""
        headings = [column.heading for column in self._columns]
        if not any(headings):
            return None
        cells = tuple(self._heading(text, index) for index, text in enumerate(headings))
        return SetRow(cells, max(len(cell.lines) for cell in cells), RowKind.NORMAL)

    def _heading(self, text: str, index: int) -> Cell:
        """A heading in lines of about one length, what stands in brackets on a line of its own."""
        whole = self._cell(text, index, index + 1, Role.HEITI, Align.CENTRE)
        if len(whole.lines) < 2:
            return whole
        parts = heading_parts(text)
        aside = self._cell("\n".join(parts), index, index + 1, Role.HEITI, Align.CENTRE)
        if len(parts) > 1 and len(aside.lines) <= len(whole.lines):
            return aside
        piece = Piece(Role.HEITI, text)
        even = -(-self._setter.natural(piece) // len(whole.lines))
        lines = self._setter.paragraph([piece], even, justify=0.0)
        return whole._replace(lines=lines) if len(lines) == len(whole.lines) else whole

    def row(self, row: TableRow) -> SetRow:
        """Set one row; a PART or ITEM row spans all columns."""
        if self._known and row in self._known:
            return self._known[row]
        role = _ROLES[row.kind]
        count = len(self._columns)
        if row.kind is not RowKind.NORMAL:
            text = row.cells[0] if row.cells else ""
            cells: tuple[Cell, ...] = (self._cell(text, 0, count, role, Align.LEFT),)
        else:
            cells = self._spanned(row, count, role)
        lines = max([row.min_lines, *(len(cell.lines) for cell in cells)])
        return SetRow(cells, lines, row.kind, heavy=row.heavy)

    def _spanned(self, row: TableRow, count: int, role: Role) -> tuple[Cell, ...]:
        spans = row.spans or (1,) * count
        cells = []
        at = 0
        for index, span in enumerate(spans):
            after = min(at + span, count)
            if after <= at:
                break
            text = row.cells[index] if index < len(row.cells) else ""
            column = self._columns[at]
            own = Role.HEITI if column.label else role
            cells.append(self._cell(text, at, after, own, column.align))
            at = after
        return tuple(cells)

    def _cell(self, text: str, first: int, after: int, role: Role, align: Align) -> Cell:
        u0, u1 = self.edges[first], self.edges[after]
        measure = self._measure(first, after)
        lines: list[SetLine] = []
        for part in text.split("\n"):
            if part:
                justify = _JUSTIFY if align is Align.LEFT else 0.0
                lines += self._setter.paragraph([Piece(role, part)], measure, justify=justify)
        return Cell(u0, u1, lines, align)

    def _measure(self, first: int, after: int) -> float:
        """How many em of text a cell holds in a line."""
        return max(1.0, (self.edges[after] - self.edges[first] - 2 * PAD_U) / self.em)

    def height(self, lines: int) -> float:
        """The height of a row of so many lines, in mm."""
        return max(1, lines) * self.pitch + 2 * PAD_V

    def lines_in(self, height: float) -> int:
        """How many lines a row of this height holds."""
        return max(0, int((height - 2 * PAD_V + 1e-6) / self.pitch))


def fitting(setter: Setter, table: Table, width: float, room: float) -> TableSetter:
    """The setter of the largest size in which the whole table is at most `room` mm high."""
    for size in _FORM_SIZES:
        own = TableSetter(setter, table, width, size)
        head = own.head()
        lines = [head.lines] if head else []
        lines += [own.row(row).lines for row in table.rows]
        if sum(map(own.height, lines)) <= room:
            break
    return own


def split(row: SetRow, lines: int) -> tuple[SetRow, SetRow]:
    """Cut a row after so many lines of text; the rest goes on the next page."""
    first = tuple(cell._replace(lines=cell.lines[:lines]) for cell in row.cells)
    rest = tuple(cell._replace(lines=cell.lines[lines:]) for cell in row.cells)
    return (
        SetRow(first, lines, row.kind, row.is_continuation),
        SetRow(rest, row.lines - lines, row.kind, True),
    )
