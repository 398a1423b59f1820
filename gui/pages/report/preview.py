"""The real pages: the bytes that are exported and printed, under each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea

from gui.pages.report.page_geometry import Box, Column, column
from gui.pages.report.page_images import PageImages
from gui.theme import Theme
from gui.widgets.zoom_field import step_of_key, step_of_wheel
from gui.zoom import Zoom, clamped

_MM = 72 / 25.4
_LEFT, _RIGHT = 26.0, 186.0
"""The text block with a margin of 2 mm, in mm from the sheet's left edge."""


class Spot(NamedTuple):
    """A passage's place: its key, the page from 1, and its top and bottom in mm."""

    key: str
    page: int
    top: float
    bottom: float


class Preview(QAbstractScrollArea):
    """turned(page, pages) from 1; zoomed(Zoom | float); clicked(key) on a passage."""

    turned = Signal(int, int)
    zoomed = Signal(object)
    clicked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("文稿预览")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.images = PageImages()
        self.images.painted.connect(self._repaint)
        self.zoom: Zoom | float = Zoom.WHOLE
        self._raw: list[tuple[float, float]] = []
        self._turned: frozenset[int] = frozenset()
        self._upright: frozenset[int] = frozenset()
        self._column = Column((), 0, 0, 1.0)
        self._why = ""
        self._spots: tuple[Spot, ...] = ()
        self._widened = False
        self._marked = ""
        self._under = ""
        self._page = 0
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    @property
    def paper(self) -> QPdfDocument:
        """The document that is shown."""
        return self.images.paper

    @property
    def page(self) -> int:
        """Which page is in view, from 0."""
        return self._page

    # -- what is shown

    def show_bytes(
        self, content: bytes, *, from_top: bool = False, turned: Sequence[int] = ()
    ) -> None:
        """Show a paper; the place stays unless it is another one (`from_top`).

        turned: its pages (from 1) whose text runs up the sheet.
        """
        self.images.load(content, another=from_top)
        points = [self.paper.pagePointSize(page) for page in range(self.paper.pageCount())]
        self._raw = [(size.width(), size.height()) for size in points]
        self._turned = frozenset(page - 1 for page in turned)
        if from_top:
            self._upright = frozenset()
        at = self.verticalScrollBar().value()
        self._place()
        self.verticalScrollBar().setValue(0 if from_top else at)
        self._tell()

    def clear(self, why: str = "") -> None:
        """Show nothing but the reason for it."""
        self._why = why
        self.images.clear()
        self._raw = []
        self._spots = ()
        self._place()
        self._tell()

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Know where the passages stand."""
        self._spots = tuple(spots)
        self.viewport().update()

    def mark(self, key: str, *, reveal: bool = False) -> None:
        """Mark a passage. reveal: and bring it into view."""
        self._marked = key
        spot = next((each for each in self._spots if each.key == key), None)
        if reveal and spot is not None and spot.page <= len(self._column.boxes):
            box = self._rect(spot)
            bar, high = self.verticalScrollBar(), self.viewport().height()
            if not bar.value() <= box.top() <= bar.value() + high - min(box.height(), high // 2):
                bar.setValue(int(box.top()) - high // 4)
        self.viewport().update()

    def turn(self, by: int) -> None:
        """To the page before or after."""
        self.go_to(self._page + by)

    def go_to(self, page: int) -> None:
        """To the top of a page, from 0."""
        boxes = self._column.boxes
        if boxes:
            page = min(max(0, page), len(boxes) - 1)
            self.verticalScrollBar().setValue(boxes[page].y - 12)

    def set_zoom(self, zoom: Zoom | float) -> None:
        """整页, 页宽, or a factor of true size; the middle of the view stays."""
        self.zoom = clamped(zoom) if isinstance(zoom, float) else zoom
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(1, self._column.height)
        self._place()
        bar.setValue(int(middle * self._column.height - self.viewport().height() / 2))
        self.zoomed.emit(self.zoom)

    def read_turned(self, upright: bool) -> None:
        """Show turned pages so that they can be read; where none is known, the page in view."""
        pages = self._turned or frozenset({self._page})
        page = self._page
        self._upright = pages if upright else frozenset()
        if upright and self.zoom is Zoom.WHOLE:
            # Whoever turns a page wants to read it: whole, its words would be smaller than before.
            self._widened = True
            self.set_zoom(Zoom.WIDE)
        elif not upright and self._widened and self.zoom is Zoom.WIDE:
            self.set_zoom(Zoom.WHOLE)
        self._widened = self._widened and upright
        self._place()
        self.go_to(page)

    @property
    def has_turned(self) -> bool:
        """Whether some pages are known to be turned."""
        return bool(self._turned)

    # -- places

    def _dots(self) -> float:
        return self.logicalDpiX() / 72

    def _place(self) -> None:
        sizes = [
            (high, wide) if page in self._upright else (wide, high)
            for page, (wide, high) in enumerate(self._raw)
        ]
        view = self.viewport().size()
        self._column = column(sizes, self.zoom, (view.width(), view.height()), self._dots())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self._column.height - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(48)
        across.setRange(0, max(0, self._column.width - view.width()))
        across.setPageStep(view.width())
        self.viewport().update()

    def _tell(self) -> None:
        count = len(self._column.boxes)
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self._page = self._column.page_at(middle)
        self.setAccessibleDescription(f"第{self._page + 1}页，共{count}页" if count else self._why)
        self.turned.emit(self._page + 1 if count else 0, count)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _repaint(self, _page: int) -> None:
        # A method, not a lambda: pages may still come while the window goes.
        self.viewport().update()

    def _rect(self, spot: Spot) -> QRectF:
        """A passage's place in the column."""
        box, scale = self._column.boxes[spot.page - 1], self._column.scale * _MM
        left, top = box.x + _LEFT * scale, box.y + spot.top * scale
        return QRectF(left, top, (_RIGHT - _LEFT) * scale, (spot.bottom - spot.top) * scale)

    def _spot_at(self, point: QPoint) -> str:
        at = point + self._offset()
        shown = len(self._column.boxes)
        return next(
            (
                spot.key
                for spot in self._spots
                if spot.page <= shown and self._rect(spot).contains(at.toPointF())
            ),
            "",
        )

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in view, and what is marked on them."""
        colours = self._theme.colours
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.track))
        if not self._column.boxes:
            painter.setPen(QColor(colours.muted))
            wrapped = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(24, 0, -24, 0), wrapped, self._why)
        painter.translate(-self._offset())
        seen = self.viewport().rect().translated(self._offset())
        for page, box in enumerate(self._column.boxes):
            frame = QRect(*box)
            if frame.intersects(seen):
                self._paint_page(painter, page, box)
        for spot in self._spots:
            if spot.key in (self._marked, self._under) and spot.page <= len(self._column.boxes):
                self._paint_spot(painter, spot)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QColor(colours.focus))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _paint_page(self, painter: QPainter, page: int, box: Box) -> None:
        frame = QRect(*box)
        painter.fillRect(frame, QColor("#ffffff"))
        painter.setPen(QColor(self._theme.colours.edge))
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        ratio = self.devicePixelRatioF()
        size = QSize(round(box.width * ratio), round(box.height * ratio))
        image = self.images.image(page, size, turned=page in self._upright)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, image)

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        colour = QColor(self._theme.colours.focus)
        rect = self._rect(spot)
        colour.setAlpha(36 if spot.key == self._marked else 18)
        painter.fillRect(rect, colour)
        if spot.key == self._marked:
            colour.setAlpha(255)
            painter.fillRect(QRectF(rect.left() - 3, rect.top(), 3, rect.height()), colour)

    # -- hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room again; the page in view stays."""
        page = self._page
        whole = self.zoom is Zoom.WHOLE
        self._place()
        if whole and page:
            self.go_to(page)
        self._tell()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint the new place."""
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A passage under the mouse is tinted: a click leads to its words."""
        under = self._spot_at(event.position().toPoint())
        if under != self._under:
            self._under = under
            shape = Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a passage leads to its words."""
        key = self._spot_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and key:
            self.clicked.emit(key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        by = step_of_wheel(event)
        if by is not None:
            self.step_zoom(by)
            event.accept()
        else:
            super().wheelEvent(event)

    def step_zoom(self, by: float) -> None:
        """Larger or smaller from where it is."""
        self.set_zoom(self._column.scale / self._dots() * by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn pages, Home and End go to the ends; Ctrl with + - 0 zooms."""
        key, by = event.key(), step_of_key(event)
        if by is not None:
            self.set_zoom(Zoom.WHOLE) if by == 0 else self.step_zoom(by)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._leaf(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self._column.boxes))
        else:
            super().keyPressEvent(event)

    def _leaf(self, by: int) -> None:
        """A page where whole pages are shown, else a view's height."""
        if self.zoom is Zoom.WHOLE:
            self.turn(by)
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * (self.viewport().height() - 48))
