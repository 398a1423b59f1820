"""How a line of the draft is drawn: box, words, kind, units, time limit."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tablemodels.draft_tree import KIND, NAME, ROW_ROLE, Line
from gui.theme import Theme
from gui.widgets.tick_box import BOX, paint_box, tick_box

ROW = 32
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DraftDelegate(QStyledItemDelegate):
    """Paints lines; a click on the box is handed to the model as a wish."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        return QSize(0, ROW)

    def paint_ground(
        self, painter: QPainter, box: QRect, line: Line, *, chosen: bool, hover: bool
    ) -> None:
        """The ground of a whole line; the view draws it before the cells."""
        colours = self._theme.colours
        if chosen:
            painter.fillRect(box, QColor(colours.chosen))
        elif hover:
            painter.fillRect(box, QColor(colours.hover))
        elif line.entry is None or line.entry.level == "part":
            painter.fillRect(box, QColor(colours.band))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        line = index.data(ROW_ROLE)
        if not isinstance(line, Line):
            return
        painter.save()
        # In line with the headings; the name follows its box.
        named = index.column() == NAME
        box = option.rect.adjusted(4 if named else 8, 0, -8 if named else -4, 0)
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        colours = self._theme.colours
        quiet = line.entry is not None and (
            line.entry.level in ("measure", "text") or not line.entry.tracked
        )
        painter.setPen(QColor(colours.muted if quiet or not named else colours.text))
        painter.setFont(_font(option.font, line, index.column()))
        if index.column() == KIND:
            self._kind(painter, line, words, box)
        elif named:
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            paint_box(painter, colours, tick_box(option.rect), state)
            _words(painter, box.adjusted(BOX + 8 if state is not None else 0, 0, 0, 0), words)
        else:
            _words(painter, box, words)
        painter.restore()

    def _kind(self, painter: QPainter, line: Line, words: str, box: QRect) -> None:
        """Tasks have a frame: they are what will be counted."""
        entry = line.entry
        if entry is not None and entry.is_task and entry.tracked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = min(painter.fontMetrics().horizontalAdvance(words) + 12, box.width())
            painter.setPen(QColor(self._theme.colours.edge))
            frame = QRectF(box.x() + 0.5, box.center().y() - 9.5, wide, 20)
            painter.drawRoundedRect(frame, 3, 3)
            painter.setPen(QColor(self._theme.colours.text))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
            return
        _words(painter, box, words)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the box ticks."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and index.data(Qt.ItemDataRole.CheckStateRole) is not None
            and tick_box(option.rect).adjusted(-4, -6, 4, 6).contains(event.position())
        ):
            model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
            return True
        return False


def _font(font: QFont, line: Line, column: int) -> QFont:
    made = QFont(font)
    head = line.entry is None or line.entry.level == "part"
    made.setPixelSize(14 if column == NAME and (head or line.entry.is_task) else 13)
    if column == KIND:
        made.setPixelSize(12)
    return made


def _words(painter: QPainter, box: QRect, words: str) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(_LEFT), cut)
