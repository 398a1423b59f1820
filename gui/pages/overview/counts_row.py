"""The cards on top: a word, a large number, and smaller numbers; each number is a link."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.tablemodels.count_cards import Card, Small
from gui.tablemodels.link import Link
from gui.theme import Theme
from gui.widgets.labels import muted
from gui.widgets.lights import paint_light

CARDS = 6
_SMALLS = 3


class CountsRow(QWidget):
    """`wanted(Link)` when a number is followed."""

    wanted = Signal(Link)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cards = [CountCard(theme) for _ in range(CARDS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self.cards:
            card.wanted.connect(self.wanted)
            row.addWidget(card, 1)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other numbers."""
        for widget, card in zip(self.cards, cards, strict=True):
            widget.show_card(card)


class CountCard(QFrame):
    """One card; a click anywhere on it follows its number."""

    wanted = Signal(Link)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._card: Card | None = None
        self._word = muted()
        self.number = _link("count")
        self.number.clicked.connect(self._follow)
        self._beside = _SmallLink()
        self.smalls = [_SmallLink() for _ in range(_SMALLS)]
        self._lay_out()
        for small in (self._beside, *self.smalls):
            small.wanted.connect(self.wanted)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 0, 0)
        head.addWidget(self._word, 1)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.number)
        middle.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignBottom)
        middle.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(8)
        for small in self.smalls:
            below.addWidget(small)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(0)
        for line in (head, middle, below):
            column.addLayout(line)
        self._head = head

    def show_card(self, card: Card) -> None:
        """Show another number."""
        self._card = card
        self._word.setText(card.word)
        self._head.setContentsMargins(18 if card.light else 4, 0, 0, 0)
        self.number.setText(str(card.number))
        self.number.setAccessibleName(f"{card.word} {card.number} 项，查看这些任务")
        self._beside.show_small(card.beside)
        for place, small in enumerate(self.smalls):
            small.show_small(card.below[place] if place < len(card.below) else None)
        self.update()

    @property
    def card(self) -> Card | None:
        """What it shows."""
        return self._card

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, and the shape of the light before the word."""
        super().paintEvent(event)
        if self._card is None or self._card.light is None:
            return
        light = self._card.light
        box = QRectF(18, self._word.geometry().center().y() - 5, 12, 12)
        paint_light(QPainter(self), light, self._theme.colours.light(light), box)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the number means the number."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, so that the release comes here."""
        event.accept()

    def _follow(self) -> None:
        if self._card is not None:
            self.wanted.emit(self._card.link)


class _SmallLink(QPushButton):
    """A small number: a link, or only words where it leads nowhere."""

    wanted = Signal(Link)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self._target: Link | None = None
        self.clicked.connect(lambda: self.wanted.emit(self._target))

    def show_small(self, small: Small | None) -> None:
        """Show another number, or nothing."""
        self.setVisible(small is not None)
        if small is None:
            return
        self._target = small.link
        # What leads nowhere is no stop for the keyboard, but as easy to read.
        self.setEnabled(small.link is not None)
        self.setText(small.words)


def _link(kind: str) -> QPushButton:
    button = QPushButton()
    button.setProperty(kind, True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
