"""A framed part of the page with its title; what belongs to the title stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.labels import Elided, plain

PAD = 16


class Panel(QFrame):
    """Title in one line, then the content, or words and a `way` on in its place."""

    way_wanted = Signal()

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
        # Keeps the words at the top of a high panel.
        self._spare = QWidget()
        self._spare.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 10, PAD, 10)
        column.setSpacing(6)
        column.addLayout(head)
        self.way = QPushButton()
        self.way.setProperty("link", True)
        self.way.hide()
        self.way.clicked.connect(self.way_wanted)
        column.addWidget(self._hint)
        column.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content, 1)

    def say_aside(self, words: str) -> None:
        """Words at the right end of the title's line."""
        self._aside.setText(words)

    def say_instead(self, words: str, way: str = "") -> None:
        """Show words, and a way on, in the content's place; empty words show the content."""
        self.way.setText(way)
        self.way.setVisible(bool(words and way))
        if words:
            self._column.addWidget(self._spare, 1)
        else:
            self._column.removeWidget(self._spare)
        self._spare.setVisible(bool(words))
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._content.setVisible(not words)

    @property
    def hint(self) -> QLabel:
        """What stands in the content's place."""
        return self._hint
