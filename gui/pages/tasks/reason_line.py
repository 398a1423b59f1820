"""The reason of 不涉及, asked in the page: the last one is proposed, earlier ones while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui.widgets.labels import muted
from gui.widgets.offer import Offer


class ReasonLine(QWidget):
    """`given(reason)` with Enter or 确定; `given_up()` with Esc. Hidden until it is asked."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("不涉及的理由")
        self.field.setProperty("keepTyped", True)
        self.field.setPlaceholderText("写一句理由，如：属省级事权，本市无此职能；回车确定")
        self.field.returnPressed.connect(self._give)
        ok = QPushButton("确定　回车")
        ok.setProperty("main", True)
        ok.clicked.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(muted("不涉及的理由"))
        row.addWidget(self.field, 1)
        row.addWidget(ok)
        self.hide()

    def ask(self, proposed: str, earlier: Sequence[str]) -> None:
        """Open with a proposal that typing replaces."""
        Offer(earlier, self.field)
        self.field.setText(proposed)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _give(self) -> None:
        reason = self.field.text().strip()
        if reason and self.isVisible():
            self.given.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the text; digits and arrows belong to the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.given_up.emit()
