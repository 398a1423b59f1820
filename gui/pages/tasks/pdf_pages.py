"""The pages of a PDF under each other, as wide as there is room; its own bytes, nothing written."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

_WIDEST, _EDGE = 860, 8


class PdfPages(QPdfView):
    """The wheel and ↑ ↓ go through the pages; the keyboard stays with the view around it."""

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
        self._buffer: QBuffer | None = None
        # Not a child: a document that goes with its view speaks to it while it is going.
        self.paper = QPdfDocument()
        self.setDocument(self.paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a wide screen a page stays as large as on paper, in the middle."""
        super().resizeEvent(event)
        side = max(_EDGE, (self.viewport().width() - _WIDEST) // 2)
        self.setDocumentMargins(QMargins(side, _EDGE, side, _EDGE))

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
