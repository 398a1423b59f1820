"""A framed part of the page with its title; what belongs to the title stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.labels import Elided, plain

PAD = 16


class Panel(QFrame):
    """Title in one line, then the content."""

    def __init__(self, title: str, content: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.title = plain(title)
        self.title.setProperty("title", True)
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._aside = Elided()
        self._aside.setProperty("small", True)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self._aside, 1)
        for widget in beside:
            head.addWidget(widget)
        self._hint = plain(wrap=True)
        self._hint.setProperty("muted", True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._hint.hide()
        self._content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 10, PAD, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._hint, 1)
        column.addWidget(content, 1)

    def say_aside(self, words: str) -> None:
        """Words at the right end of the title's line."""
        self._aside.setText(words)

    def say_instead(self, words: str) -> None:
        """Show words in the content's place; empty words show the content."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._content.setVisible(not words)

    @property
    def hint(self) -> QLabel:
        """What stands in the content's place."""
        return self._hint
