"""A box filled with a colour: exactly its pixels, and the painter is left without pen and brush."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gui.widgets.ground import fill


@pytest.mark.usefixtures("qapp")
def test_exactly_the_box_is_filled() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    fill(painter, QRect(2, 3, 4, 2), "#c8161d")
    assert painter.pen().style() is Qt.PenStyle.NoPen
    assert painter.brush().style() is Qt.BrushStyle.NoBrush
    painter.end()
    red = {(x, y) for x in range(8) for y in range(8) if image.pixelColor(x, y).red() == 0xC8}
    assert red == {(x, y) for x in range(2, 6) for y in range(3, 5)}
