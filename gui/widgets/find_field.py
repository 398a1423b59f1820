"""A field for searching: the glass in front of the words, and a cross to be rid of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.icons import paint_icon
from gui.widgets.icon_button import IconButton
from gui.widgets.plain_line import PlainLine

_GLASS = 16
_LEFT = 10
_CROSS = 28


class FindField(PlainLine):
    """Icons in the palette's colours; the cross is made with the first letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cross: IconButton | None = None
        self.setTextMargins(_LEFT + _GLASS - 2, 0, 0, 0)
        self.textChanged.connect(self._offer_clearing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the glass in the colour of the words that say what to type."""
        super().paintEvent(event)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        box = QRectF(_LEFT, (self.height() - _GLASS) / 2, _GLASS, _GLASS)
        painter = QPainter(self)
        painter.setOpacity(colour.alphaF())
        paint_icon(painter, "search", colour.name(), box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stays at the end."""
        super().resizeEvent(event)
        self._place()

    def _offer_clearing(self, words: str) -> None:
        if self._cross is None:
            self._cross = IconButton("clear", "清空", self)
            self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._cross.setCursor(Qt.CursorShape.ArrowCursor)
            self._cross.clicked.connect(lambda: self.clear())
            self._place()
        margins = self.textMargins()
        margins.setRight(_CROSS - 6 if words else 0)
        self.setTextMargins(margins)
        self._cross.setVisible(bool(words))

    def _place(self) -> None:
        if self._cross is not None:
            top = (self.height() - _CROSS) // 2
            self._cross.setGeometry(self.width() - _CROSS - 2, top, _CROSS, _CROSS)
