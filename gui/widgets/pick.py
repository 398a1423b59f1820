"""A choice that tells only what a person did. Apart from the fields for days: the start needs none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

# What a field needs beside its word, in pixels: edges, the arrow, and something to spare.
_BESIDE = 40


class PickField(QComboBox):
    """One of some values by their words. `picked(value)` when a person has chosen another one."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self._whole = ""
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))

    def offer(self, words: Sequence[tuple[str, Any]]) -> None:
        """The words to choose from; the chosen value stays where it is still offered."""
        kept = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for word, value in words:
                self.addItem(word, value)
            self.setCurrentIndex(max(0, self._place(kept)))

    def show_value(self, value: object) -> None:
        """Show a value without telling."""
        place = self._place(value)
        with QSignalBlocker(self):
            self.setCurrentIndex(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A long word is cut with …, not in the middle of a character."""
        if self.fontMetrics().horizontalAdvance(self.currentText()) <= self.width() - _BESIDE:
            super().paintEvent(event)
        else:
            self._paint_cut()

    def _paint_cut(self) -> None:
        # Late: what Qt knows of styles takes 5 ms, and most words are short enough.
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        # The tool tip says what is cut, unless somebody gave the field one of its own.
        if self.toolTip() == self._whole != self.currentText():
            self._whole = self.currentText()
            self.setToolTip(self._whole)
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        inside = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, inside, self)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, box.width() - 2
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _place(self, value: object) -> int:
        # findData compares Python objects by identity; values here are equal without being one.
        return next((i for i in range(self.count()) if self.itemData(i) == value), -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a choice."""
        event.ignore()
