"""A box filled with a colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, box: QRect, colour: str) -> None:
    """Fill a box of whole pixels; the painter is left without pen and brush.

    As `fillRect`, whose many meanings make every kind of gradient (1.5 ms of the start).
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
