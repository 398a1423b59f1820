"""Lists of cards: a card stays with its row, and one whose row has gone takes a new row.

Making widgets is what costs when another task is shown; filling them again is cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class Card(QWidget):
    """A widget that shows one row, and saves what is typed in it before it goes."""

    def row_id(self) -> int | None:
        """Which row is shown."""
        return None

    def leave(self) -> None:
        """Save what is being typed."""


C = TypeVar("C", bound=Card)


def fit_cards(
    cards: Sequence[C],
    ids: Sequence[int],
    make: Callable[[], C],
    column: QVBoxLayout,
    first: int = 0,
) -> list[C]:
    """One card for each id, in order, at places `first`… of the column; the rest is let go."""
    wanted = set(ids)
    kept = {number: card for card in cards if (number := card.row_id()) in wanted}
    spare = [card for card in cards if card.row_id() not in wanted]
    fitted = [kept.get(number) or (spare.pop(0) if spare else make()) for number in ids]
    for card in spare:
        card.leave()
        column.removeWidget(card)
        card.hide()
        card.deleteLater()
    for place, card in enumerate(fitted):
        if column.indexOf(card) != first + place:
            column.insertWidget(first + place, card)
    return fitted


def scroll_to(widget: QWidget, margin: int = 48) -> None:
    """Bring a widget into the window of the area that it scrolls in."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, 0, margin)
