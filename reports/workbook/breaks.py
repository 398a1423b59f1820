"""Where a printed page ends: a part's heading is not left alone at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Placed(NamedTuple):
    """A table row on the sheet: its first sheet row, its height in points, its kind and extent."""

    row: int
    height: float
    heading: bool = False
    rows: int = 1


def breaks_before(placed: Iterable[Placed], above: float, head: float, page: float) -> list[int]:
    """Before which sheet rows a page must end so that no heading stands alone at a page's foot.

    above: what stands over the table on page 1; head: the head row, repeated on every page; page:
    the height of a page; all in points. Other page ends are left to the spreadsheet.
    """
    rows = list(placed)
    found = []
    used = above + head
    for index, each in enumerate(rows):
        following = rows[index + 1].height if each.heading and index + 1 < len(rows) else 0.0
        if used + each.height > page:
            used = head
        elif following and used + each.height + following > page:
            found.append(each.row)
            used = head
        used += each.height
    return found
