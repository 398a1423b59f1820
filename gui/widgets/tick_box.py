"""The box that is ticked, drawn: empty, half or full."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import Colours

BOX = 16
_TICK = ((4, 8.2), (7, 11.2), (12, 5))


def tick_box(cell: QRect) -> QRectF:
    """Where the box stands in a cell of the first column."""
    return QRectF(cell.x() + 4, cell.center().y() - BOX / 2 + 0.5, BOX, BOX)


def paint_box(
    painter: QPainter,
    colours: Colours,
    box: QRectF,
    state: Qt.CheckState | None,
    *,
    quiet: bool = False,
) -> None:
    """Draw the box; nothing for a line that has none. quiet: it shows and cannot be ticked."""
    if state is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    full = state == Qt.CheckState.Checked
    half = state == Qt.CheckState.PartiallyChecked
    ink = colours.grey if quiet else colours.focus
    painter.setPen(QColor(ink if full or half else colours.grey))
    painter.setBrush(QColor(ink if full else colours.page))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    pen = painter.pen()
    pen.setWidthF(1.8)
    pen.setColor(QColor(colours.page if full else ink))
    painter.setPen(pen)
    if full:
        painter.drawPolyline([box.topLeft() + QPointF(*p) for p in _TICK])
    elif half:
        painter.drawLine(box.topLeft() + QPointF(4, 8), box.topLeft() + QPointF(12, 8))
    painter.restore()
