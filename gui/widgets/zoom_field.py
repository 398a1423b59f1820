"""The field for the size of pages and pictures, and the keys and the wheel that change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.pick import PickField
from gui.zoom import USUAL, Zoom

_KEY, _WHEEL = 1.2, 1.1
_WIDTH = 80
_CONTROL = Qt.KeyboardModifier.ControlModifier


class ZoomField(PickField):
    """`picked(Zoom | float)`; a factor between the usual ones shows its per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("显示比例", parent)
        self.offer(USUAL)
        self.setToolTip("显示比例：Ctrl+加号、减号、滚轮；Ctrl+0 整页")
        self.setFixedWidth(_WIDTH)

    def show_zoom(self, zoom: Zoom | float) -> None:
        """How large it is now."""
        words = list(USUAL)
        if isinstance(zoom, float) and zoom not in [value for _, value in USUAL]:
            words.append((f"{round(zoom * 100)}%", zoom))
        self.offer(words)
        self.show_value(zoom)


def step_of_key(event: QKeyEvent) -> float | None:
    """Ctrl with + or -: by how much; with 0: nought, for the whole page. None for other keys."""
    if not event.modifiers() & _CONTROL:
        return None
    if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        return _KEY
    if event.key() == Qt.Key.Key_Minus:
        return 1 / _KEY
    return 0.0 if event.key() == Qt.Key.Key_0 else None


def step_of_wheel(event: QWheelEvent) -> float | None:
    """Ctrl with the wheel: by how much; None for the wheel alone."""
    if not event.modifiers() & _CONTROL:
        return None
    return _WHEEL if event.angleDelta().y() > 0 else 1 / _WHEEL
