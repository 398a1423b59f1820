"""What all rows of a list have behind their words: marked, under the mouse, and where the keyboard is."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.theme import Colours

_EDGE = 3


def paint_row(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    """The marked row has an edge in the accent, the one with the cursor a ring."""
    box = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(colours.chosen))
        painter.fillRect(box.x(), box.y(), _EDGE, box.height(), QColor(colours.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(colours.hover))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(colours.focus))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
