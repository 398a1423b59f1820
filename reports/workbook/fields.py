"""The row of fields above a table (填报单位（盖章） … 填报日期): in which cells they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from reports.workbook.measure import units_of

_BETWEEN = "　　"
_TO_FILL_IN = "　　　"
_SMALLEST = 0.8
"""A spreadsheet may set a field so much smaller to fit its cell."""


class FieldCell(NamedTuple):
    """A cell of the row: its first column, counted from 1, and its text."""

    column: int
    text: str


def field_cells(
    fields: Sequence[tuple[str, str]], widths: Sequence[float], size_pt: float
) -> list[FieldCell]:
    """Every field in a cell of its own; where one lacks room for that, neighbours share one.

    widths: of the columns, in spreadsheet units. Of several ways the one is taken that leaves the
    narrowest cell the most room.
    """
    best: list[FieldCell] = []
    most = -1.0
    for count in range(min(len(fields), len(widths)), 0, -1):
        for texts in _grouped(fields, count):
            needs = [units_of(text, size_pt) for text in texts]
            for starts in combinations(range(2, len(widths) + 1), count - 1):
                room = _least_room([1, *starts], needs, widths)
                if room > most:
                    cells = zip([1, *starts], texts, strict=True)
                    best, most = [FieldCell(column, text) for column, text in cells], room
        if most >= _SMALLEST:
            break
    return best


def _grouped(fields: Sequence[tuple[str, str]], count: int) -> Iterator[list[str]]:
    """The fields in their order as so many texts, in every way."""
    for cuts in combinations(range(1, len(fields)), count - 1):
        edges = [0, *cuts, len(fields)]
        yield [_joined(fields[first:after]) for first, after in pairwise(edges)]


def _joined(fields: Sequence[tuple[str, str]]) -> str:
    *before, (label, value) = fields
    said = [f"{name}：{text or _TO_FILL_IN}" for name, text in before]
    return _BETWEEN.join([*said, f"{label}：{value}"])


def _least_room(starts: list[int], needs: list[float], widths: Sequence[float]) -> float:
    """The least of what the cells have for each unit that they need."""
    edges = [*starts, len(widths) + 1]
    rooms = [sum(widths[first - 1 : after - 1]) for first, after in pairwise(edges)]
    return min(room / need for room, need in zip(rooms, needs, strict=True))
