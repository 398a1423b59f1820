"""Leading to one row inside a tab: its card is scrolled to and takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from gui.pages.tasks.detail import DetailPane
from gui.pages.tasks.evidence_row import EvidenceLine
from gui.pages.tasks.measure_card import MeasureCard
from gui.pages.tasks.note_card import NoteCard
from gui.widgets.reuse import Card, scroll_to

CARDS: dict[str, type[Card]] = {
    "measure": MeasureCard,
    "note": NoteCard,
    "evidence": EvidenceLine,
}


class Pointing(QObject):
    """Waits until the wanted task is shown, then points once."""

    def __init__(self, detail: DetailPane) -> None:
        super().__init__(detail)
        self._detail = detail
        self._wanted: tuple[int, str, int] | None = None
        detail.shown.connect(self._arrived)

    def point(self, task_id: int, kind: str, row_id: int) -> None:
        """Point at a row of a task; a kind without cards of its own is passed over."""
        self._wanted = (task_id, kind, row_id) if kind in CARDS else None
        if self._wanted is not None and self._detail.task_id == task_id:
            self._arrived(task_id)

    def _arrived(self, task_id: int) -> None:
        if self._wanted is not None and self._wanted[0] == task_id:
            # After the cards have been given their places.
            QTimer.singleShot(0, self, self._point)

    def _point(self) -> None:
        if self._wanted is None:
            return
        _, kind, row_id = self._wanted
        self._wanted = None
        cards = (card for card in self._detail.findChildren(CARDS[kind]) if card.isVisible())
        card = next((each for each in cards if each.row_id() == row_id), None)
        if card is not None:
            _show(card)


def _show(card: QWidget) -> None:
    """Scroll to the card, and put the cursor into its first field."""
    scroll_to(card)
    fields = (
        each
        for each in card.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    first = next(fields, None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
