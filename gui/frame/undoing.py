"""Undo and redo: of the page in front where it has steps of its own, else of the ledger."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.desk import Desk
from gui.frame.page_stack import PageStack


class Undoing(QObject):
    """`labels(undo, redo)`: what would be taken back and repeated now, empty for nothing."""

    labels = Signal(str, str)

    def __init__(self, desk: Desk, stack: PageStack) -> None:
        super().__init__()
        self._desk = desk
        self._stack = stack
        self._of_ledger = ("", "")
        desk.labels_changed.connect(self._take)
        stack.shown.connect(lambda _: self._tell())
        stack.history_changed.connect(self._tell)

    def undo(self) -> None:
        """Take the last step back."""
        page = self._stack.current
        if page is not None and page.history() is not None:
            page.undo()
        else:
            self._desk.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        page = self._stack.current
        if page is not None and page.history() is not None:
            page.redo()
        else:
            self._desk.redo()

    def _take(self, undo: str, redo: str) -> None:
        self._of_ledger = (undo, redo)
        self._tell()

    def _tell(self) -> None:
        page = self._stack.current
        own = page.history() if page is not None else None
        self.labels.emit(*(self._of_ledger if own is None else own))
