"""A number that is kept as soon as it is left."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox

from gui.widgets.plain_line import is_undo


class NumberField(QSpinBox):
    """Ctrl+Z is the window's: to take back single digits helps nobody."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's field would keep the key to itself."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
