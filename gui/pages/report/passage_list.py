"""The passages of a paper under each other: headings, two lines of each paragraph, what was changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.pages.report.passage_rows import TITLE, PassageRow
from gui.theme import Theme
from gui.widgets.labels import paint_two_lines
from gui.widgets.list_row import paint_row

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_TABLE = "（表格，按台账生成）"
_HEAD, _BODY = 32, 52
_SHOWN = 120
_ONE_LINE = 12
"""Characters of a paragraph that two lines can hold."""


class PassageList(QListWidget):
    """`chosen(key)`; `edit_wanted()` on F2, Enter or a double click."""

    chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("文稿的段落")
        self.setToolTip("方向键选段落，F2 或回车修改")
        self.setItemDelegate(_Delegate(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(lambda _: self.edit_wanted.emit())

    def fill(self, rows: Sequence[PassageRow]) -> None:
        """Show other passages; the marked one and the place stay without telling."""
        kept, at = self.key, self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                item = QListWidgetItem(row.text[:_SHOWN] or _TABLE)
                item.setData(_ROW, row)
                mark = f"，{row.mark}" if row.mark else ""
                item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text() + mark)
                self.addItem(item)
                if row.key == kept:
                    self.setCurrentItem(item)
        self.verticalScrollBar().setValue(at)

    @property
    def key(self) -> str:
        """The marked passage's key; empty when none is."""
        item = self.currentItem()
        return item.data(_ROW).key if item is not None else ""

    def mark(self, key: str) -> bool:
        """Mark a passage and bring it into view; whether there is one."""
        for place in range(self.count()):
            if self.item(place).data(_ROW).key == key:
                self.setCurrentRow(place)
                self.scrollToItem(self.item(place))
                return True
        return False

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ROW).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Enter go into the text."""
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


def _is_short(row: PassageRow) -> bool:
    """One line is enough."""
    return bool(row.level) or row.is_table or len(row.text) <= _ONE_LINE


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: PassageList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings and tables are one line, the rest two."""
        row: PassageRow = index.data(_ROW)
        return QSize(0, _HEAD if _is_short(row) else _BODY)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The words; a chip at the right says what was changed."""
        colours, row = self._theme.colours, index.data(_ROW)
        box: QRect = option.rect
        painter.save()
        paint_row(painter, option, colours)
        right = self._chip(painter, box, row) if row.mark else 10
        indent = 16 if row.key == TITLE else 8 + 8 * (row.level or 2)
        inner = box.adjusted(indent, 5, -right, -5)
        font = QFont(option.font)
        font.setBold(row.key == TITLE or row.level == 1)
        font.setStrikeOut(row.dropped)
        painter.setFont(font)
        faint = row.dropped or row.fixed
        painter.setPen(QColor(colours.muted if faint else colours.text))
        if _is_short(row):
            elide = Qt.TextElideMode.ElideRight
            words = painter.fontMetrics().elidedText(index.data(), elide, inner.width())
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)
        else:
            paint_two_lines(painter, inner, index.data())
        painter.restore()

    def _chip(self, painter: QPainter, box: QRect, row: PassageRow) -> int:
        """Paint the mark; answers how much room it takes at the right."""
        colours = self._theme.colours
        painter.save()
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(row.mark) + 12
        chip = QRect(box.right() - width - 8, box.y() + 6, width, 20)
        painter.setPen(QColor(colours.warn_edge if row.conflict else colours.edge))
        painter.setBrush(QColor(colours.warn if row.conflict else colours.page))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(QColor(colours.text if row.conflict else colours.muted))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), row.mark)
        painter.restore()
        return width + 16
