"""The pages of a PDF under each other, as wide as there is room; its own bytes, nothing written."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from gui.widgets.zoom_field import step_of_wheel
from gui.zoom import Zoom, clamped

_WIDEST, _EDGE = 860, 8


class PdfPages(QPdfView):
    """The wheel and ↑ ↓ go through the pages; the keyboard stays with the view around it.

    zoomed(): another size.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("佐证材料的页面")
        self.setObjectName("paperTable")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Dark, ground.color(QPalette.ColorRole.AlternateBase))
        self.setPalette(ground)
        self.zoom: Zoom | float = Zoom.WIDE
        self._buffer: QBuffer | None = None
        # Not a child: a document that goes with its view speaks to it while it is going.
        self.paper = QPdfDocument()
        self.setDocument(self.paper)

    def set_zoom(self, zoom: Zoom | float) -> None:
        """整页, 页宽, or a factor of true size."""
        self.zoom = clamped(zoom) if isinstance(zoom, float) else zoom
        self._leave_edges()
        if isinstance(self.zoom, float):
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(self.zoom)
        else:
            modes = {
                Zoom.WHOLE: QPdfView.ZoomMode.FitInView,
                Zoom.WIDE: QPdfView.ZoomMode.FitToWidth,
            }
            self.setZoomMode(modes[self.zoom])
        self.zoomed.emit()

    def step_zoom(self, by: float) -> None:
        """Larger or smaller from where it is."""
        self.set_zoom(self.factor * by)

    @property
    def factor(self) -> float:
        """How much of true size is shown."""
        if isinstance(self.zoom, float):
            return self.zoom
        page = self.paper.pagePointSize(self.pageNavigator().currentPage())
        if page.isEmpty():
            return 1.0
        dots, edges = self.logicalDpiX() / 72, self.documentMargins()
        wide = (self.viewport().width() - edges.left() - edges.right()) / (page.width() * dots)
        high = (self.viewport().height() - self.pageSpacing()) / (page.height() * dots)
        return wide if self.zoom is Zoom.WIDE else min(wide, high)

    def _leave_edges(self) -> None:
        """On a wide screen 页宽 means as large as on paper, in the middle."""
        wide = self.zoom is Zoom.WIDE
        side = max(_EDGE, (self.viewport().width() - _WIDEST) // 2) if wide else _EDGE
        self.setDocumentMargins(QMargins(side, _EDGE, side, _EDGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room."""
        super().resizeEvent(event)
        self._leave_edges()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        by = step_of_wheel(event)
        if by is None:
            super().wheelEvent(event)
        else:
            self.step_zoom(by)
            event.accept()

    def show_bytes(self, content: bytes) -> bool:
        """Show a document from its first page; whether it could be read."""
        old, self._buffer = self._buffer, QBuffer(self.paper)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.paper.load(self._buffer)
        if old is not None:
            old.deleteLater()
        self.verticalScrollBar().setValue(0)
        return self.paper.status() is QPdfDocument.Status.Ready
