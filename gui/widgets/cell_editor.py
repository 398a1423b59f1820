"""The editor of a table's cell: several lines that grow downward, with Excel's keys."""

from __future__ import annotations

from collections.abc import Hashable
from math import ceil

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from gui.widgets.autosave import wrap_long

_FRAME = 14


class CellEditor(QPlainTextEdit):
    """Begins with the cell's words; what is typed is never replaced by a refresh of the table.

    key: what the cell is about, for what is kept of unsaved typing.
    """

    def __init__(self, name: str, key: Hashable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.key = key
        self._base: str | None = None
        self._composing = False
        self._cell = QRect()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def begin(self, words: str, *, replace: bool) -> None:
        """Show the cell's words once; replace: the first key takes their place."""
        if self._base is not None:
            if not self._composing and self.toPlainText() == self._base != words:
                self._base = words
                self.setPlainText(words)
            return
        self._base = words
        self.setPlainText(words)
        if replace:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that the cell does not have."""
        return self._base is not None and self.toPlainText() != self._base

    def put_back(self, words: str) -> None:
        """Go on with words that were typed before."""
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop; see `wrap_long`."""
        wrap_long(self, source.text())
        super().insertFromMimeData(source)

    def break_line(self) -> None:
        """A new line inside the cell."""
        self.insertPlainText("\n")
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know while an input method is composing."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def place(self, cell: QRect) -> None:
        """Lie over a cell, and grow downward with the words."""
        self._cell = QRect(cell)
        self._fit()

    def _fit(self) -> None:
        if self._cell.isNull():
            return
        line = QFontMetricsF(self.font()).lineSpacing()
        wanted = ceil(self.document().size().height() * line) + _FRAME
        parent = self.parentWidget()
        room = parent.height() if parent is not None else wanted
        height = min(max(self._cell.height() - 1, wanted), max(room - 4, 40))
        top = max(2, min(self._cell.top(), room - height - 2))
        box = QRect(self._cell.left(), top, self._cell.width() - 1, height)
        if box != self.geometry():
            self.setGeometry(box)
