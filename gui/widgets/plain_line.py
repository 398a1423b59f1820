"""A line that is not saved by itself, and leaves Ctrl+Z to the window when it means nothing there."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks to undo or redo."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


class PlainLine(QLineEdit):
    """One line; with nothing typed in it Ctrl+Z takes back the last change."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's field would keep the key to itself, and do nothing."""
        if is_undo(event) and not (self.isUndoAvailable() or self.isRedoAvailable()):
            event.ignore()
        else:
            super().keyPressEvent(event)
