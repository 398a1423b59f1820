"""A small button with only an icon, drawn in the palette's colour of the moment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from gui.icons import paint_icon

_SIZE = 16
_WHOLE = 28


class IconButton(QToolButton):
    """`word` says what it does: in the tool tip and to screen readers."""

    def __init__(self, name: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """28 by 28: Qt supposes an icon of its own."""
        return QSize(_WHOLE, _WHOLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of a tool button, then the icon in the middle."""
        super().paintEvent(event)
        role = QPalette.ColorRole.PlaceholderText
        colour = self.palette().color(role)
        if self.underMouse():
            colour = self.palette().color(QPalette.ColorRole.WindowText)
        if not self.isEnabled():
            colour.setAlphaF(0.4)
        box = QRectF(0, 0, _SIZE, _SIZE)
        box.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setOpacity(colour.alphaF())
        paint_icon(painter, self._name, colour.name(), box)
