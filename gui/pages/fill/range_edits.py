"""What is done to many cells at once: cleared, filled down; and where Ctrl and an arrow lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex

from gui.operations.filling import Edit
from gui.tablemodels.fill_table import NUMBER, SECTION, TASK, TEXTS, FillTableModel


def cleared(model: FillTableModel, chosen: Iterable[QModelIndex]) -> list[Edit]:
    """The texts of the chosen cells taken out; status and percentage stay as they are."""
    found = (
        model.edit_for(index.row(), index.column(), "")
        for index in chosen
        if index.column() in TEXTS
    )
    return [edit for edit in found if edit is not None]


def filled_down(
    model: FillTableModel, chosen: Sequence[QModelIndex], shown: Sequence[int]
) -> list[Edit]:
    """The topmost chosen cell of each column in all below it; one row takes from the row above.

    shown: the rows that are not hidden, in order.
    """
    found: list[Edit] = []
    for column in sorted({index.column() for index in chosen} - {NUMBER, TASK, SECTION}):
        rows = sorted({index.row() for index in chosen if index.column() == column})
        place = shown.index(rows[0])
        first = rows[0]
        if len(rows) == 1:
            if place == 0:
                continue
            first = shown[place - 1]
        words = model.words(first, column)
        if not words:
            continue
        edits = (model.edit_for(row, column, words) for row in rows if row != first)
        found += [edit for edit in edits if edit is not None]
    return found


def jump(filled: Sequence[bool], place: int, step: int) -> int:
    """Where Ctrl and an arrow lead: to the end of a run of filled cells, or to the next filled one."""
    last = len(filled) - 1 if step > 0 else 0
    if place == last:
        return place
    following = place + step
    run = filled[place] and filled[following]
    while following != last and filled[following + step if run else following] is run:
        following += step
    return following
