"""The line under a panel with its ways on: they stay in view however long the panel is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

_EDGE = 24


def foot(wide: int, *buttons: QPushButton) -> QWidget:
    """The buttons in a row, as far from the edge as what stands above them."""
    inner = QWidget()
    inner.setMaximumWidth(wide)
    row = QHBoxLayout(inner)
    row.setContentsMargins(_EDGE, 8, _EDGE, 8)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    strip = QWidget()
    strip.setObjectName("draftFoot")
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    outer = QHBoxLayout(strip)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addStretch(1)
    outer.addWidget(inner, 1000)
    outer.addStretch(1)
    return strip
