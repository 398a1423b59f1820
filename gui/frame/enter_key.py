"""Enter presses the button that the cursor is on, as in dialogs; Qt itself takes the space bar only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterGround(QWidget):
    """Holds the window's whole content: a key that nobody else wanted comes here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button; a held key presses it once. Boxes are ticked with the space bar."""
        button = QApplication.focusWidget()
        box = isinstance(button, QCheckBox) or not isinstance(button, QAbstractButton)
        if event.key() not in _ENTER or box:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            press(button)


def press(button: QAbstractButton) -> None:
    """As a click; a button with a menu opens it."""
    if isinstance(button, QToolButton) and button.menu() is not None:
        button.showMenu()
    else:
        button.click()
