"""Words offered under a line while one types in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class Offer(QCompleter):
    """Those of `words` that hold what is typed."""

    def __init__(self, words: Iterable[str], line: QLineEdit) -> None:
        super().__init__(list(words), line)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(self)
        line.textEdited.connect(self._dress)

    def _dress(self) -> None:
        dress(self)


def dress(offer: QCompleter) -> None:
    """Let the list look as the window of its line does: it is a window itself, without parent."""
    sheet = offer.widget().window().styleSheet()
    if offer.popup().styleSheet() != sheet:
        offer.popup().setStyleSheet(sheet)
