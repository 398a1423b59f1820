"""A table that goes on over pages: its heading stands once, a row that a page cut is one again. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.intake.readers.collect import Row
from models.intake.readers.pdf_lines import joint

_SENTENCE = 8  # characters
_STARTS_ANEW = re.compile(r"\d{1,3}(?:[.．、](?!\d)|$)|[（(]?[一二三四五六七八九十]{1,3}[）)、]")
_ENDS = "。！？；：:;!?）)"


def joined_rows(tables: Sequence[Sequence[Row]]) -> Iterator[Row]:
    """Yield the rows of tables that follow each other on pages, from the first to the last."""
    ended = _texts_end([row for rows in tables for row in rows])
    heading: Row = ()
    last: Row = ()
    for rows in tables:
        goes_on = bool(heading) and len(rows[0]) == len(heading)
        fresh = list(rows)
        if goes_on and fresh[0] == heading:
            fresh = fresh[1:]
        if not goes_on:
            heading = rows[0]
        elif fresh and last and _cut(last, fresh[0], ended=ended):
            last = tuple(map(_both, last, fresh.pop(0)))
        elif fresh and last and not fresh[0][0]:
            # Below a cell merged downwards, which is empty on the next page.
            fresh[0] = _below(last, fresh[0])
        for row in fresh:
            if last:
                yield last
            last = row
    if last:
        yield last


def _texts_end(rows: Sequence[Row]) -> bool:
    """Tell whether the longest cell of nearly every row ends as sentences do."""
    longest = [max(row, key=len) for row in rows if any(row)]
    texts = [cell for cell in longest if len(cell) >= _SENTENCE]
    return sum(cell[-1] in _ENDS for cell in texts) >= 0.7 * len(texts)


def _cut(above: Row, below: Row, *, ended: bool) -> bool:
    """Tell whether a page cut through a row: a text ends in its midst, and goes on below.

    A row with a number of its own begins anew; so does a group's, one below a whole text, and
    where texts have no end to be told by.
    """
    if not any(below[1:]):
        return False
    pairs = [(one, other) for one, other in zip(above, below, strict=True) if one and other]
    if not pairs or any(_STARTS_ANEW.match(other) for _, other in pairs):
        return False
    if not below[0] and sum(map(bool, below)) == 1:
        return True
    return (ended or not below[0]) and max(pairs, key=_length)[0][-1] not in _ENDS


def _length(pair: tuple[str, str]) -> int:
    return len(pair[0])


def _both(above: str, below: str) -> str:
    if not (above and below):
        return above or below
    return above + (joint(above, below) if above[-1] not in _ENDS else "\n") + below


def _below(above: Row, row: Row) -> Row:
    filled = next((place for place, cell in enumerate(row) if cell), len(row))
    return (*above[:filled], *row[filled:]) if filled < len(row) else row
