"""Labels: plain words, muted words, words that are cut with … instead of pushing others away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def plain(text: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is, never as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label


def muted(text: str = "", *, wrap: bool = False, small: bool = False) -> QLabel:
    """A label in the quieter colour."""
    label = plain(text, wrap=wrap)
    label.setProperty("small" if small else "muted", True)
    return label


def chip(text: str) -> QLabel:
    """A small framed word, such as a promised document."""
    label = plain(text)
    label.setObjectName("chip")
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


class Elided(QLabel):
    """One line that is cut with … when there is no room; the whole stands in the tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Any width is enough."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()), words)


def paint_two_lines(painter: QPainter, box: QRect, text: str) -> None:
    """Two lines of a longer text, the second cut with …, in the painter's font and colour."""
    layout = QTextLayout(text.replace("\n", " "), painter.font())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(box.width())
    end = first.textStart() + first.textLength() if first.isValid() else len(text)
    layout.endLayout()
    metrics, words = painter.fontMetrics(), layout.text()
    painter.drawText(box, 0, words[:end].rstrip())
    if end >= len(words):
        return
    rest = metrics.elidedText(words[end:], Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box.adjusted(0, metrics.lineSpacing() + 2, 0, 0), 0, rest)
