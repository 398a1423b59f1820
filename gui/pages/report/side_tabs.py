"""Several panels in one place, turned by words on top; each panel scrolls by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget


class SideTabs(QWidget):
    """`turned(place)` when another panel came to the front."""

    turned = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self._stack = QStackedWidget()
        self.bar.currentChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 4, 8, 0)
        head.addWidget(self.bar)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def add(self, word: str, panel: QWidget, *, scrolls: bool = False) -> int:
        """Put a panel behind a word; answers its place."""
        shown = panel
        if scrolls:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(panel)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            shown = area
        self._stack.addWidget(shown)
        return self.bar.addTab(word)

    def name(self, place: int, word: str) -> None:
        """Another word for a panel, such as one with a count."""
        if self.bar.tabText(place) != word:
            self.bar.setTabText(place, word)

    def show_at(self, place: int) -> None:
        """Turn to a panel."""
        self.bar.setCurrentIndex(place)

    def enter(self) -> None:
        """Put the cursor on the words on top; Tab goes on into the panel."""
        self.bar.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def place(self) -> int:
        """Which panel is in front."""
        return self.bar.currentIndex()

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.turned.emit(place)
