"""A long text in few lines, with 展开 when there is more."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.labels import plain


class Clamped(QWidget):
    """Shows at most `lines` lines until a person wants all of it."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._open = False
        self._label = plain(wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._more = QPushButton("展开")
        self._more.setProperty("link", True)
        self._more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        self._foot = row
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)

    @property
    def label(self) -> QLabel:
        """The label inside."""
        return self._label

    def put_beside(self, widget: QWidget) -> None:
        """Share the line of 展开 with something else."""
        self._foot.insertWidget(0, widget, 1)

    def show_text(self, text: str) -> None:
        """Show a text, closed again when it is another one."""
        if text != self._label.text():
            self._label.setText(text)
            self._open = False
        self._fit()

    def _toggle(self) -> None:
        self._open = not self._open
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The width decides how many lines there are."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A label asks for no less than its least height, which was the one of the text before.
        self._label.setMinimumHeight(0)
        # An empty label knows no height.
        whole = max(0, self._label.heightForWidth(self.width()))
        # Half a line more: the last line must not be cut through.
        line = QFontMetricsF(self._label.font()).lineSpacing()
        most = ceil(line * self._lines) + 2
        long = whole > most
        self._label.setFixedHeight(whole if self._open or not long else most)
        self._more.setVisible(long)
        self._more.setText("收起" if self._open else "展开")
