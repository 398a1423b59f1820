"""A row of words of which one is chosen, such as 主责 配合 不涉及 待定."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Choice(QWidget):
    """Shows a value without telling; tells `chosen(value)` only when a person chooses."""

    chosen = Signal(object)

    def __init__(
        self, name: str, words: Sequence[tuple[str, Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for _, value in words]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, (word, _) in enumerate(words):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}：{word}")
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))

    def show_value(self, value: object) -> None:
        """Mark the chosen word; none for a value that is not offered."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
