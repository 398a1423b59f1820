"""The original: its lines with their numbers, the part that a line of the tree comes from marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from gui.pages.intake.reading import Piece, piece_at
from gui.theme import Theme
from models.intake.editing.outline import Span

_ROOM = 12


class SourceView(QPlainTextEdit):
    """`place_chosen(int)`: a person went to a character of the source."""

    place_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("原文")
        self.setObjectName("source")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._theme = theme
        self._starts: list[int] = []
        self._lines: list[int] = []
        self._spans: tuple[Span, ...] = ()
        self._margin = _Margin(self)
        self.updateRequest.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._tell)
        theme.changed.connect(self._paint_mark)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show another original."""
        self._starts = [piece.start for piece in pieces]
        self._lines = [piece.line for piece in pieces]
        self._spans = ()
        with QSignalBlocker(self):
            self.setPlainText("\n".join(piece.text for piece in pieces))
        self._make_room()
        self._paint_mark()

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark what a line comes from, and let it be seen; without any, nothing is marked."""
        self._spans = tuple(spans)
        self._paint_mark()
        if not spans:
            return
        cursor = self.textCursor()
        with QSignalBlocker(self):
            # Its end first, so that as much as fits can be seen, and its beginning in any case.
            for place in (max(spans[0][1] - 1, spans[0][0]), spans[0][0]):
                cursor.setPosition(self._position(place))
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
        self.viewport().update()

    def marked(self) -> str:
        """The text that is marked."""
        found = self.extraSelections()
        return found[-1].cursor.selectedText() if found else ""

    def line_of(self, block: int) -> int:
        """The number of the line that a block begins, 0 where it goes on."""
        return self._lines[block] if block < len(self._lines) else 0

    def margin_width(self) -> int:
        """How much room the numbers take."""
        digits = len(str(max(self._lines, default=1)))
        return self.fontMetrics().horizontalAdvance("9" * max(digits, 2)) + 2 * _ROOM

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Draw the numbers of the lines that are in view."""
        colours = self._theme.colours
        painter.fillRect(area, QColor(colours.side))
        painter.setPen(QColor(colours.muted))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        height = self.fontMetrics().height()
        while block.isValid() and top <= area.bottom():
            line = self.line_of(block.blockNumber())
            if line and block.isVisible():
                box = QRect(0, round(top), self._margin.width() - _ROOM, height)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), str(line))
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stay beside the text."""
        super().resizeEvent(event)
        box = self.contentsRect()
        self._margin.setGeometry(QRect(box.left(), box.top(), self.margin_width(), box.height()))

    def _make_room(self) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)
        self._margin.setFixedWidth(self.margin_width())
        self._margin.update()

    def _scrolled(self, area: QRect, dy: int) -> None:
        if dy:
            self._margin.scroll(0, dy)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())

    def _position(self, place: int) -> int:
        """Where a character of the source stands in the document."""
        piece = piece_at(self._starts, place)
        block = self.document().findBlockByNumber(piece)
        within = place - self._starts[piece] if self._starts else 0
        return block.position() + min(max(within, 0), max(block.length() - 1, 0))

    def _tell(self) -> None:
        cursor = self.textCursor()
        block = cursor.block().blockNumber()
        if self.hasFocus() and block < len(self._starts):
            self.place_chosen.emit(self._starts[block] + cursor.positionInBlock())

    def _paint_mark(self) -> None:
        self._margin.update()
        self.setExtraSelections([self._selection(span) for span in self._spans])

    def _selection(self, span: Span) -> QTextEdit.ExtraSelection:
        begin, end = (self._position(place) for place in span)
        words = QTextCursor(self.document())
        words.setPosition(begin)
        words.setPosition(max(end, begin), QTextCursor.MoveMode.KeepAnchor)
        text = words.selectedText().rstrip("\u2029 ")
        words.setPosition(begin)
        words.setPosition(begin + len(text), QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = words
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.colours.warn))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(self._theme.colours.warn_edge))
        marked.format = look
        return marked


class _Margin(QWidget):
    """The numbers beside the text."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        """As wide as the longest number."""
        return QSize(self._view.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers in view."""
        self._view.paint_numbers(QPainter(self), event.rect())
