"""A place where files can be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget


class DropZone(QLabel):
    """`dropped([Path])` with the files that were let go over it."""

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
        paths = dropped_files(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _over(self, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)


def dropped_files(event: QDropEvent) -> list[Path]:
    """The local files of a drop; folders give the files that lie directly in them."""
    found: list[Path] = []
    for url in event.mimeData().urls():
        if not url.isLocalFile():
            continue
        path = Path(url.toLocalFile())
        if path.is_dir():
            found.extend(sorted(each for each in path.iterdir() if each.is_file()))
        else:
            found.append(path)
    return found


def dropped_ledger(event: QDropEvent) -> Path | None:
    """The one ledger that is dragged along; None when it is anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix == ".luoshi" and path.is_file() else None
