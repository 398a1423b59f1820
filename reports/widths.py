"""Column widths by what the cells hold: the table becomes as low as its width allows.

Pure numbers, in em of the table's text. Each column has a usual measure and a least one; from the
least the width goes, an em or a few at a time, to the column whose growth saves the most lines for
each em. The lines of a cell are reckoned from the natural widths of its paragraphs, so that nothing
has to be set; whoever sets the text may compare the answer with the usual measures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

SAMPLE: Final = 120
"""So many rows stand for all, taken evenly from the whole table."""
_AHEAD: Final = 12
"""How many em a column is looked ahead: a long text needs several for one line less."""
_EXCHANGED: Final = (1, 2, 4)
_SWEEPS: Final = 4
_ROW: Final = 1000
"""How many breaks inside cells one line more of the table is worth."""
_LOSS: Final = 0.45
"""What a line of several loses on average, in em: marks and numbers that must not be torn."""
_EPS: Final = 1e-6

Cell = tuple[float, ...]
"""The natural widths of a cell's paragraphs, in em; empty for an empty cell."""


@dataclass(frozen=True)
class Want:
    """One column: its usual measure, its least one and what its cells hold, all in em."""

    usual: float
    least: float
    cells: Sequence[Cell]

    @property
    def floor(self) -> float:
        """The least measure, or the usual one where that is less already."""
        return min(self.least, self.usual)


def sampled(count: int) -> range:
    """The places of the rows that stand for `count` rows: at most `SAMPLE`, evenly spread."""
    return range(0, count, max(1, -(-count // SAMPLE)))


def fitted(wants: Sequence[Want], alike: Sequence[Sequence[int]] = ()) -> list[float]:
    """A measure for each column, together what the usual ones are, none under its floor.

    All columns hold equally many cells; those of a group in `alike` stay equally wide. Where
    nothing is saved the usual measures are the answer.
    """
    usual = [want.usual for want in wants]
    if not wants or not wants[0].cells:
        return usual
    columns = [_Lines(want.cells) for want in wants]
    floors = [want.floor for want in wants]
    for group in alike:
        _level(floors, group, max(floors[place] for place in group))
    found = list(floors)
    _grow(columns, found, sum(usual) - sum(floors))
    _share(found, usual)
    for _ in range(_SWEEPS):
        if not _exchange(columns, found, floors):
            break
    for group in alike:
        _level(found, group, sum(found[place] for place in group) / len(group))
    return found if _height(columns, found) < _height(columns, usual) else usual


def _level(measures: list[float], group: Sequence[int], measure: float) -> None:
    for place in group:
        measures[place] = measure


class _Lines(dict[float, list[int]]):
    """By measure: how many lines each cell of a column takes in it."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        super().__init__()
        self._cells = cells

    def __missing__(self, measure: float) -> list[int]:
        found = self[measure] = [_lines(cell, measure) for cell in self._cells]
        return found


def _lines(cell: Cell, measure: float) -> int:
    room = max(measure - _LOSS, 0.5)
    return sum(1 if wide <= measure + _EPS else math.ceil(wide / room) for wide in cell)


def _highest(columns: Sequence[list[int]], rows: int) -> list[int]:
    """The lines of each row; a row without text has one."""
    return list(map(max, [1] * rows, *columns)) if columns else [1] * rows


def _height(columns: Sequence[_Lines], measures: Sequence[float]) -> int:
    """The lines of all rows together."""
    lines = [one[wide] for one, wide in zip(columns, measures, strict=True)]
    return sum(_highest(lines, len(lines[0])))


def _others(columns: Sequence[_Lines], measures: Sequence[float], *left_out: int) -> list[int]:
    """The lines of each row as the other columns have it."""
    lines = [
        one[wide]
        for place, (one, wide) in enumerate(zip(columns, measures, strict=True))
        if place not in left_out
    ]
    return _highest(lines, len(columns[0][measures[0]]))


def _cost(others: list[int], *lines: list[int]) -> int:
    """The height of the table before all; between equals, how often the cells have to be broken."""
    height: int = sum(map(max, others, *lines))
    return _ROW * height + sum(map(sum, lines))


def _grow(columns: Sequence[_Lines], found: list[float], spare: float) -> None:
    """Give whole em to the column that saves most lines for each of them, until none saves any."""
    while spare >= 1:
        best, column, grown = 0.0, 0, 0
        for place, one in enumerate(columns):
            others = _others(columns, found, place)
            now = _cost(others, one[found[place]])
            for more in range(1, min(_AHEAD, int(spare)) + 1):
                saved = (now - _cost(others, one[found[place] + more])) / more
                if saved > best + _EPS:
                    best, column, grown = saved, place, more
        if not grown:
            return
        found[column] += grown
        spare -= grown


def _share(found: list[float], usual: Sequence[float]) -> None:
    """What is left over goes to the columns that have less than usual, by how much they lack."""
    spare = sum(usual) - sum(found)
    lack = [max(0.0, wide - has) for wide, has in zip(usual, found, strict=True)]
    total = sum(lack)
    if spare <= _EPS or total <= _EPS:
        return
    for place, each in enumerate(lack):
        found[place] += spare * each / total


def _exchange(columns: Sequence[_Lines], found: list[float], floors: Sequence[float]) -> bool:
    """Move a few em from one column to another wherever that saves lines; answers whether any did."""
    moved = False
    for giver, taker in permutations(range(len(columns)), 2):
        others = _others(columns, found, giver, taker)
        gives, takes = columns[giver], columns[taker]
        now = _cost(others, gives[found[giver]], takes[found[taker]])
        for step in _EXCHANGED:
            less, more = found[giver] - step, found[taker] + step
            if less < floors[giver]:
                break
            if _cost(others, gives[less], takes[more]) < now:
                found[giver], found[taker], moved = less, more, True
                break
    return moved
