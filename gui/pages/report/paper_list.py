"""The papers that can be made, each with what it is for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.theme import Theme
from reports.catalogue import PAPERS, PaperKind

Index = QModelIndex | QPersistentModelIndex
_KIND = Qt.ItemDataRole.UserRole
_WRAP = int(Qt.TextFlag.TextWordWrap)


class PaperList(QListWidget):
    """`chosen(PaperKind)`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("文稿种类")
        self.setItemDelegate(_Delegate(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in PAPERS:
            item = QListWidgetItem(kind.title)
            item.setData(_KIND, kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind.title}：{kind.purpose}")
            self.addItem(item)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(PAPERS[row]))

    def kind(self) -> PaperKind:
        """The paper that is marked."""
        return PAPERS[max(0, self.currentRow())]


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: PaperList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title and two lines."""
        return QSize(0, 88)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Title above purpose; the marked one has a red edge."""
        colours = self._theme.colours
        kind = index.data(_KIND)
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.chosen))
            painter.fillRect(box.x(), box.y(), 3, box.height(), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(16, 12, -12, -8)
        painter.setPen(QColor(colours.text))
        painter.drawText(inner, 0, kind.title)
        font = QFont(option.font)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(inner.adjusted(0, 24, 0, 0), _WRAP, kind.purpose)
        painter.restore()
