"""An icon that only says of what kind the words beside it are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon

_SIZE = 16


class IconMark(QWidget):
    """Drawn in the colour of the words; screen readers have the words alone."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """16 by 16."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon over the whole of it."""
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        paint_icon(QPainter(self), self._name, colour.name(), QRectF(self.rect()))
