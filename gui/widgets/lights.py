"""亮灯 with a colour and a shape: ● 正常, ▲ 临期, ■ 滞后, ✓ 完成, ○ 未启动."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from models.rules import Light

SHAPES = {
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.BLUE: "✓",
    Light.GREY: "○",
}


def paint_light(painter: QPainter, light: Light, colour: str, box: QRectF) -> None:
    """Draw a light's shape into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    middle, half = box.center(), box.width() / 2
    if light is Light.GREEN:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif light is Light.RED:
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    elif light is Light.YELLOW:
        top = QPointF(middle.x(), middle.y() - half)
        low = middle.y() + half * 0.82
        painter.drawPolygon(
            QPolygonF([top, QPointF(middle.x() - half, low), QPointF(middle.x() + half, low)])
        )
    elif light is Light.BLUE:
        painter.setPen(_pen(colour, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(box.left() + 1, middle.y()),
                    QPointF(middle.x() - 1, box.bottom() - 1.5),
                    QPointF(box.right() - 0.5, box.top() + 1.5),
                ]
            )
        )
    else:
        painter.setPen(_pen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    pen = QPen()
    pen.setColor(QColor(colour))
    pen.setWidthF(width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_bar(painter: QPainter, percent: float, colour: str, track: str, box: QRectF) -> None:
    """Draw 完成进度 as a thin rounded bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(QColor(track))
    painter.drawRoundedRect(box, radius, radius)
    share = max(0.0, min(100.0, percent)) / 100
    if share > 0:
        painter.setBrush(QColor(colour))
        width = max(box.height(), box.width() * share)
        painter.drawRoundedRect(QRectF(box.x(), box.y(), width, box.height()), radius, radius)
    painter.restore()


class LightMark(QWidget):
    """One light as a small widget of 14 logical pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._light: Light | None = None
        self._colour = "#000000"
        self.setFixedSize(QSize(14, 14))

    def show_light(self, light: Light | None, theme: Theme) -> None:
        """Show a light, or nothing for a task that is not the bureau's."""
        self._light, self._colour = light, theme.colours.light(light)
        word = theme.lights.word(light) if light else ""
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        if self._light is not None:
            paint_light(QPainter(self), self._light, self._colour, QRectF(1, 1, 12, 12))
