"""The papers that can be made, each with what it is for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.theme import Theme
from gui.widgets.list_row import paint_row
from reports.catalogue import PAPERS, PaperKind

Index = QModelIndex | QPersistentModelIndex
_KIND = Qt.ItemDataRole.UserRole
_WRAP = int(Qt.TextFlag.TextWordWrap)
_HIGH, _LOW = 66, 48
"""With two lines of purpose, and with one where the window is low."""


class PaperList(QListWidget):
    """`chosen(PaperKind)`. As high as its rows."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("文稿种类")
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in PAPERS:
            item = QListWidgetItem(kind.title)
            item.setData(_KIND, kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind.title}：{kind.purpose}")
            item.setToolTip(kind.purpose)
            self.addItem(item)
        # As high as its rows; lower, with a scroll bar, only where there is no room at all.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.fit(low=False)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(PAPERS[row]))

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(_LOW, len(PAPERS) * self._delegate.height)

    def kind(self) -> PaperKind:
        """The paper that is marked."""
        return PAPERS[max(0, self.currentRow())]

    def mark(self, kind_id: str) -> bool:
        """Mark the paper of an id; whether there is one."""
        for row, kind in enumerate(PAPERS):
            if kind.id == kind_id:
                self.setCurrentRow(row)
                return True
        return False

    def fit(self, *, low: bool) -> None:
        """Give a low window lower rows."""
        self._delegate.height = _LOW if low else _HIGH
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.setMinimumHeight(3 * self._delegate.height)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: PaperList) -> None:
        super().__init__(parent)
        self._theme = theme
        self.height = _HIGH

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title and what it is for."""
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Title above purpose; the marked one has a red edge."""
        colours = self._theme.colours
        kind = index.data(_KIND)
        box: QRect = option.rect
        painter.save()
        paint_row(painter, option, colours)
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(16, 6, -8, -4)
        painter.setPen(QColor(colours.text))
        painter.drawText(inner, 0, kind.title)
        font = QFont(option.font)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        below = inner.adjusted(0, 22, 0, 0)
        if self.height == _HIGH:
            painter.drawText(below, _WRAP, kind.purpose)
        else:
            room = Qt.TextElideMode.ElideRight
            words = painter.fontMetrics().elidedText(kind.purpose, room, below.width())
            painter.drawText(below, 0, words)
        painter.restore()
