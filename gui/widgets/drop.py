"""A place where files can be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.attached import files_in

LEDGER = ".luoshi"


class DropZone(QLabel):
    """`dropped([Path])` with the files and folders that were let go over it."""

    dropped = Signal(list)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setObjectName("dropZone")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(48)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went on."""
        self._over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._over(False)
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _over(self, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)


def dropped_plan(event: QDropEvent) -> Path | None:
    """The one file that is dragged along and may be a plan: any but a ledger."""
    path = dropped_file(event)
    return None if path is None or path.suffix == LEDGER else path


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dragged along; None for several, for folders and for other things."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
