"""Pictures of pages, painted by QtPdf's own thread; the last one stands until the next is there."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

_MOST = 16
"""Pictures kept; one of A4 at 200 % of a common screen is 10 MB."""
Key = tuple[int, int, int, bool]


class PageImages(QObject):
    """`painted(page)` when a picture of a page has come."""

    painted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        # Not children: a document that goes with its view speaks to it while it is going.
        self.paper = QPdfDocument()
        self._buffer: QBuffer | None = None
        self._renderer = QPdfPageRenderer()
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self.paper)
        self._renderer.pageRendered.connect(self._take)
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._last: dict[int, tuple[bool, QImage]] = {}
        self._waiting: dict[int, Key] = {}

    def load(self, content: bytes, *, another: bool) -> None:
        """Take other bytes. another: of another paper, so that its old pictures are no use."""
        old, buffer = (self.paper, self._buffer), QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        paper = QPdfDocument()
        paper.load(buffer)
        self.paper, self._buffer = paper, buffer
        self._renderer.setDocument(paper)
        self._images.clear()
        self._waiting.clear()
        if another:
            self._last.clear()
        old[0].close()
        old[0].deleteLater()
        if old[1] is not None:
            old[1].deleteLater()

    def clear(self) -> None:
        """Have no paper."""
        self.load(b"", another=True)

    def image(self, page: int, size: QSize, *, turned: bool) -> QImage | None:
        """The picture of a page, or the last one of it while a sharp one is being painted."""
        key = (page, size.width(), size.height(), turned)
        found = self._images.get(key)
        if found is not None:
            self._images.move_to_end(key)
            return found
        if key not in self._waiting.values():
            options = QPdfDocumentRenderOptions()
            if turned:
                options.setRotation(QPdfDocumentRenderOptions.Rotation.Clockwise90)
            self._waiting[self._renderer.requestPage(page, size, options)] = key
        was_turned, image = self._last.get(page, (turned, None))
        return image if was_turned == turned else None

    def _take(
        self,
        page: int,
        size: QSize,
        image: QImage,
        options: QPdfDocumentRenderOptions,
        request: int,
    ) -> None:
        key = self._waiting.pop(request, None)
        if key is None or image.isNull():
            return
        self._images[key] = image
        self._last[page] = (key[3], image)
        while len(self._images) > _MOST:
            (gone, *_), _ = self._images.popitem(last=False)
            if not any(each[0] == gone for each in self._images):
                self._last.pop(gone, None)
        self.painted.emit(page)
