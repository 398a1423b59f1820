"""A column that lies over the foot of a widget, so that what comes and goes moves nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

_EDGE = 12
_WIDEST = 720


class Floating(QWidget):
    """Lies over the foot of `ground`, in its middle; add widgets to `column`, then call `place`."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._watching = False
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot when the ground changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def place(self) -> None:
        """Take the room that the widgets in the column need; without any, be away."""
        shown = [
            item.widget()
            for item in map(self.column.itemAt, range(self.column.count()))
            if item is not None and item.widget() is not None
        ]
        self.setVisible(bool(shown))
        if not shown:
            return
        if not self._watching:
            # Not before there is something to place: each event of the ground then comes by here.
            self._watching = True
            self._ground.installEventFilter(self)
        width = min(_WIDEST, self._ground.width() - 2 * _EDGE)
        height = self.column.heightForWidth(width)
        if height < 0:
            height = self.column.sizeHint().height()
        left = (self._ground.width() - width) // 2
        self.setGeometry(left, self._ground.height() - height - _EDGE, width, height)
        self.raise_()
