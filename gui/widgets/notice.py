"""A bar with one sentence, ways on, and a cross. Errors and hints stand here, never in a box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.widgets.icon_mark import IconMark

Ways = tuple[tuple[str, Callable[[], None]], ...]


class Notice(QWidget):
    """kind: "info", "done", "warn" or "bad" decides icon and colour; the words say the rest."""

    left = Signal()

    def __init__(
        self,
        sentence: str,
        kind: str = "info",
        ways: Ways = (),
        *,
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("kind", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = sentence
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        label = QLabel(sentence)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(IconMark(kind))
        row.addWidget(label, 1)
        for words, way in ways:
            button = QPushButton(words)
            button.setProperty("link", True)
            button.clicked.connect(way)
            row.addWidget(button)
        if closable:
            cross = QPushButton("知道了")
            cross.setProperty("flat", True)
            cross.clicked.connect(self.leave)
            row.addWidget(cross)
        self.setAccessibleName(sentence)

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()
        self.setParent(None)
        self.deleteLater()
