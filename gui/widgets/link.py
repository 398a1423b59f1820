"""A word that leads somewhere; a longer one is cut with …, and whole in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton

_BESIDE = 8


class Link(QPushButton):
    """Asks for the room of all its words, and makes do with less."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setProperty("link", True)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Of all words, also while they are cut."""
        metrics, hint = self.fontMetrics(), super().sizeHint()
        more = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + more, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        elide = Qt.TextElideMode.ElideRight
        room = self.width() - _BESIDE
        whole = self.fontMetrics().horizontalAdvance(self._words) <= self.width() - 2
        words = self._words
        self.setText(words if whole else self.fontMetrics().elidedText(words, elide, room))
