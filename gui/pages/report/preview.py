"""The real pages: the bytes that are exported and printed, shown by QtPdf."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget


class Preview(QPdfView):
    """Pages under each other, whole or as wide as there is room. `turned(page, pages)`, from 1."""

    turned = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("文稿预览")
        self.setObjectName("paperTable")
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.setPageSpacing(12)
        self._buffer: QBuffer | None = None
        # Not a child: a document that goes with its view speaks to it while it is going.
        self.paper = QPdfDocument()
        self.setDocument(self.paper)
        self.pageNavigator().currentPageChanged.connect(self._tell)
        self.viewport().installEventFilter(self)

    def show_bytes(self, content: bytes, *, from_top: bool = False) -> None:
        """Show a paper; the place stays unless it is another one (`from_top`)."""
        page = self.pageNavigator().currentPage()
        at = self.verticalScrollBar().value()
        old, self._buffer = self._buffer, QBuffer(self.paper)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.paper.load(self._buffer)
        if old is not None:
            old.deleteLater()
        if from_top:
            self.verticalScrollBar().setValue(0)
        elif page < self.paper.pageCount():
            self.verticalScrollBar().setValue(at)
        self._tell()

    def clear(self) -> None:
        """Show nothing."""
        self.paper.close()
        self._tell()

    def turn(self, by: int) -> None:
        """To the page before or after."""
        navigator = self.pageNavigator()
        page = min(max(0, navigator.currentPage() + by), max(0, self.paper.pageCount() - 1))
        navigator.jump(page, QPointF(0, 0), navigator.currentZoom())

    def show_whole(self, whole: bool) -> None:
        """整页, or 页宽."""
        modes = QPdfView.ZoomMode
        self.setZoomMode(modes.FitInView if whole else modes.FitToWidth)

    def set_ground(self, colour: str) -> None:
        """The colour around the pages."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(colour))
        self.setPalette(palette)

    def _tell(self) -> None:
        count = self.paper.pageCount()
        self.turned.emit(self.pageNavigator().currentPage() + 1 if count else 0, count)

    def _zoom(self, by: float) -> None:
        width = self.viewport().width()
        if self.zoomMode() is not QPdfView.ZoomMode.Custom and self.paper.pageCount():
            points = self.paper.pagePointSize(self.pageNavigator().currentPage())
            dots = self.logicalDpiX() / 72
            factor = (width - 12) / max(1.0, points.width() * dots)
            if self.zoomMode() is QPdfView.ZoomMode.FitInView:
                tall = (self.viewport().height() - 12) / max(1.0, points.height() * dots)
                factor = min(factor, tall)
            self.setZoomFactor(factor)
            self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(4.0, max(0.25, self.zoomFactor() * by)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Plus and Ctrl+Minus zoom, Ctrl+0 fits the page."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(1.2)
        elif control and event.key() == Qt.Key.Key_Minus:
            self._zoom(1 / 1.2)
        elif control and event.key() == Qt.Key.Key_0:
            self.show_whole(True)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with the wheel zooms."""
        if isinstance(event, QWheelEvent) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._zoom(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            return True
        return super().eventFilter(watched, event)
