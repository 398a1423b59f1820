"""A short list of which any number can be ticked."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_ROW = 28


class CheckList(QListWidget):
    """`ticked()` when a person has ticked or unticked something."""

    ticked = Signal()

    def __init__(self, name: str, rows: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkList")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setFixedHeight(rows * _ROW + 4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(lambda _: self.ticked.emit())

    def offer(
        self,
        words: Sequence[tuple[str, Any]],
        ticked: Container[Any] = (),
        fixed: Container[Any] = (),
    ) -> None:
        """The words to tick; ticked: the values that are so already; fixed: those to be read only."""
        with QSignalBlocker(self):
            self.clear()
            for word, value in words:
                item = QListWidgetItem(word, self)
                item.setToolTip(word)
                item.setData(Qt.ItemDataRole.UserRole, value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked
                item.setCheckState(on)
                if value in fixed:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
                item.setSizeHint(QSize(0, _ROW))

    def values(self) -> tuple[Any, ...]:
        """What is ticked, in the list's order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )
