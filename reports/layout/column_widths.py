"""How wide the columns of a table are on a page, in mm."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document import Column, Table
from reports.layout.setting import Piece, Setter
from reports.roles import Role
from reports.table_widths import by_content, sample


def by_shares(columns: Sequence[Column], width: float) -> list[float]:
    """The columns' widths in mm as their shares have them."""
    total = sum(max(column.share, 0.0) for column in columns) or 1.0
    return [max(column.share, 0.0) / total * width for column in columns]


def as_low_as_can_be(
    setter: Setter, table: Table, width: float, pad: float, page_lines: float
) -> list[float]:
    """Widths in mm, together `width`, with which the table is reckoned to be lowest.

    setter: of the table's size; pad: the blank on both sides of a cell's text together, in mm;
    page_lines: lines on a page, on each of which the head stands again.
    """

    def natural(role: Role, text: str) -> float:
        return setter.natural(Piece(role, text))

    usual = [max(1.0, (each - pad) / setter.cell) for each in by_shares(table.columns, width)]
    pages = max(1, round(len(sample(table)) * 3 / page_lines))
    found = [each * setter.cell + pad for each in by_content(table, usual, natural, pages=pages)]
    rest = width - sum(found)
    return [each + rest / len(found) for each in found]
