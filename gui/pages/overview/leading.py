"""A view whose cells lead somewhere: by a click, by Enter, by the space bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from gui.tablemodels.link import LINK_ROLE, Link

_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Leading(QObject):
    """`wanted(Link)` when a person follows a cell of the view."""

    wanted = Signal(Link)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setMouseTracking(True)
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        view.clicked.connect(self._follow)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and the space bar follow the current cell."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _GO:
            self._follow(self._view.currentIndex())
            return True
        return False

    def _follow(self, index: QModelIndex) -> None:
        link = index.data(LINK_ROLE)
        if isinstance(link, Link):
            self.wanted.emit(link)
