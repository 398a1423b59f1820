"""What the columns of a table want of its width, for pages and for sheets of a workbook alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reports.document import Align, Column, RowKind, Table
from reports.roles import Role
from reports.widths import Cell, Want, fitted, sampled

Natural = Callable[[Role, str], float]
"""How many em a text takes on a line of its own."""

_SHORT_HEAD: Final = 3.0
"""A heading of so many characters is not broken."""
_FEWEST: Final = 4.0
"""A column of running text holds so many characters a line."""
_WIDEST_WORD: Final = 8.0
"""What is centred in its cell (a date, a state) is kept on one line up to this, in em."""
_WORD: Final = re.compile(r"[!-~]{3,}\w?")
"""What no line end may tear: a number with its unit, a Latin word."""


def is_fitted(table: Table) -> bool:
    """Whether widths follow what the cells hold: not in a form, nor where two texts are compared."""
    return (
        table.fitted
        and any(column.heading for column in table.columns)
        and not any(row.spans for row in table.rows)
    )


def sample(table: Table) -> list[tuple[str, ...]]:
    """The cells of the rows that stand for all, each row as long as there are columns."""
    count = len(table.columns)
    rows = [row for row in table.rows if row.kind is RowKind.NORMAL]
    chosen = (rows[place].cells for place in sampled(len(rows)))
    return [(*cells[:count], *[""] * (count - len(cells))) for cells in chosen]


def by_content(
    table: Table,
    usual: Sequence[float],
    natural: Natural,
    *,
    pages: int = 1,
    least: Sequence[float] = (),
) -> list[float]:
    """The measures in em with which the table is reckoned to be lowest, together as wide as usual.

    usual: by the columns' shares, in em; pages: on how many the head stands again; least: what a
    column needs for a reason of its own.
    """
    rows = sample(table)
    wants = []
    for place, column in enumerate(table.columns):
        texts = [row[place] for row in rows]
        head = tuple(natural(Role.HEITI, part) for part in heading_parts(column.heading))
        cells = [_widths(natural, text) for text in texts]
        least_here = max(_least(column, head, texts, cells, natural), *least[place : place + 1], 0)
        wants.append(Want(usual[place], least_here, [*cells, *[head] * pages]))
    return fitted(wants, _alike(table))


def heading_parts(heading: str) -> list[str]:
    """What stands in brackets begins a line of its own where the heading is broken."""
    return [part for part in heading.replace("（", "\n（").split("\n") if part]


def _widths(natural: Natural, text: str) -> Cell:
    return tuple(natural(Role.FANGSONG, part) for part in text.split("\n") if part)


def _least(
    column: Column, head: Cell, texts: Sequence[str], cells: Sequence[Cell], natural: Natural
) -> float:
    """Two lines of heading and four characters; what must not be torn stays whole."""
    half = max((_half(part, whole=len(head) > 1) for part in head), default=0.0)
    if column.align is not Align.LEFT:
        widest = max((wide for cell in cells for wide in cell), default=0.0)
        return max(half, min(widest, _WIDEST_WORD))
    longest = max((natural(Role.FANGSONG, word) for word in _words(texts)), default=0.0)
    return max(_FEWEST, half, min(longest, _WIDEST_WORD))


def _half(part: float, *, whole: bool) -> float:
    """Half a heading; a short one, and one with an aside of its own (进展情况（截至…）), whole."""
    return min(part, _WIDEST_WORD) if whole else max((part + 1) // 2, min(part, _SHORT_HEAD))


def _words(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(text)


def _alike(table: Table) -> list[list[int]]:
    """Columns of figures that are equally wide by their shares, and stay so."""
    found: dict[float, list[int]] = {}
    for place, column in enumerate(table.columns):
        if column.align is not Align.LEFT:
            found.setdefault(column.share, []).append(place)
    return [places for places in found.values() if len(places) > 1]
