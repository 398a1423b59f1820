"""A picture that fits its room, or is shown in any size and moved about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.widgets.zoom_field import step_of_wheel
from gui.zoom import Zoom, clamped


class Picture(QAbstractScrollArea):
    """整页: as large as there is room, never larger than it is; the mouse drags what is larger.

    zoomed(): another size.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("图片")
        self.setObjectName("paperTable")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.zoom: Zoom | float = Zoom.WHOLE
        self._pixmap = QPixmap()
        self._grip: QPoint | None = None

    def show_picture(self, image: QImage) -> None:
        """Show one, from its upper left corner where it is larger than the room."""
        self._pixmap = QPixmap.fromImage(image)
        self._place()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, zoom: Zoom | float) -> None:
        """整页, 页宽, or a factor of its own size; the middle of the view stays."""
        self.zoom = clamped(zoom) if isinstance(zoom, float) else zoom
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        shares = [
            (bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep()) for bar in bars
        ]
        self._place()
        for bar, share in zip(bars, shares, strict=True):
            whole = bar.maximum() + bar.pageStep()
            bar.setValue(round(share * whole - bar.pageStep() / 2))
        self.zoomed.emit()

    def step_zoom(self, by: float) -> None:
        """Larger or smaller from where it is."""
        self.set_zoom(self.factor * by)

    @property
    def factor(self) -> float:
        """How much of its own size is shown; 1.0 is a point of the picture on a point of the screen."""
        own, room = self._own(), QSizeF(self.maximumViewportSize())
        if isinstance(self.zoom, float) or own.isEmpty():
            return self.zoom if isinstance(self.zoom, float) else 1.0
        wide = min(1.0, room.width() / own.width())
        return wide if self.zoom is Zoom.WIDE else min(wide, room.height() / own.height())

    def _own(self) -> QSizeF:
        return self._pixmap.size().toSizeF() / self.devicePixelRatioF()

    def _shown(self) -> QSizeF:
        return self._own() * self.factor

    def _place(self) -> None:
        """Scroll bars where it is larger than the room; half a pixel is not."""
        size, room = self._shown(), self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setPageStep(part)
            bar.setSingleStep(32)
            bar.setRange(0, max(0, int(whole) - part))
        larger = self.horizontalScrollBar().maximum() or self.verticalScrollBar().maximum()
        shape = Qt.CursorShape.OpenHandCursor if larger else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle, in its own proportions, sharp on any screen."""
        if self._pixmap.isNull():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size, room = self._shown(), QRectF(self.viewport().rect())
        left = max((room.width() - size.width()) / 2, 0) - self.horizontalScrollBar().value()
        top = max((room.height() - size.height()) / 2, 0) - self.verticalScrollBar().value()
        box = QRectF(QPointF(left, top), size)
        painter.drawPixmap(box, self._pixmap, QRectF(self._pixmap.rect()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Painted anew: what is seen depends on the bars."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        by = step_of_wheel(event)
        if by is None:
            super().wheelEvent(event)
        else:
            self.step_zoom(by)
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._grip is None:
            return
        moved, self._grip = event.position().toPoint() - self._grip, event.position().toPoint()
        for bar, by in (
            (self.horizontalScrollBar(), moved.x()),
            (self.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._grip = None
