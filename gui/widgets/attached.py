"""Files and pictures that come by drag or by the clipboard, to be attached and not typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)


def files_in(data: QMimeData) -> list[Path]:
    """The local files and folders that are carried along; nobody looks into folders here."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def brings_files(event: QDropEvent | QDragEnterEvent) -> bool:
    """Whether a drag carries files to be attached; a ledger alone is for the window to open."""
    files = files_in(event.mimeData())
    return bool(files) and [file.suffix for file in files] != [".luoshi"]


def picture_in(data: QMimeData) -> QImage | None:
    """A picture without a file, such as a screen shot."""
    if not data.hasImage() or data.hasText():
        return None
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def pastes_attachment(event: QKeyEvent) -> bool:
    """Whether Ctrl+V would paste a file or a picture, which no field can hold."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    data = QGuiApplication.clipboard().mimeData()
    return bool(files_in(data)) or picture_in(data) is not None
