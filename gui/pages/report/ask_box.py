"""A small framed question inside a panel: a sentence, a change of words, and ways to answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.pages.report.diff_label import DiffLabel
from gui.theme import Theme
from gui.widgets.flow import FlowLayout, empty_layout
from gui.widgets.labels import plain

Ways = tuple[tuple[str, Callable[[], object]], ...]


class AskBox(QWidget):
    """Hidden until it asks; each way on sends it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("kind", "warn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._say = plain(wrap=True)
        self._diff = DiffLabel()
        self._ways = FlowLayout()
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self._say)
        column.addWidget(self._diff)
        row = QHBoxLayout()
        row.addLayout(self._ways, 1)
        column.addLayout(row)
        self.hide()

    def ask(self, sentence: str, old: str, new: str, ways: Ways, *, enter: bool = False) -> None:
        """Show a change from `old` to `new`, and what can be done about it.

        enter: a person has asked for it; the cursor goes to the first way on.
        """
        self._say.setText(sentence)
        self._diff.show_change(old, new, self._theme.colours)
        empty_layout(self._ways)
        self._buttons.clear()
        for words, way in ways:
            self._button(words, way)
        self.show()
        if enter:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, words: str, way: Callable[[], object]) -> None:
        button = QPushButton(words)

        def go() -> None:
            self.hide()
            way()

        button.clicked.connect(go)
        self._ways.addWidget(button)
        self._buttons.append(button)

    def words(self) -> list[str]:
        """The ways on, as their buttons say them."""
        return [button.text() for button in self._buttons]

    def take(self, words: str) -> None:
        """Take a way on by its words."""
        next(each for each in self._buttons if each.text() == words).click()
