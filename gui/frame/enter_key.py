"""Keys that no widget wanted: Enter presses the button under the cursor, Ctrl+Z undoes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterGround(QWidget):
    """Holds the window's whole content: a key that nobody else wanted comes here.

    undo_wanted(), redo_wanted(): Ctrl+Z in a field that has nothing of its own to take back; Qt
    does not let it go to the menu from there.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button; a held key presses it once. Boxes are ticked with the space bar."""
        button = QApplication.focusWidget()
        box = isinstance(button, QCheckBox) or not isinstance(button, QAbstractButton)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif event.key() not in _ENTER or box:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            press(button)


def press(button: QAbstractButton) -> None:
    """As a click; a button with a menu opens it."""
    if isinstance(button, QToolButton) and button.menu() is not None:
        button.showMenu()
    else:
        button.click()
