"""The papers of one kind and 填报期 that stand in the register, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.pages.report.life_steps import said
from gui.pages.report.shelf import FRESH
from gui.theme import Theme
from gui.widgets.list_row import paint_row
from models.paperrows import PaperRow

Index = QModelIndex | QPersistentModelIndex
_ID = Qt.ItemDataRole.UserRole
_SECOND = Qt.ItemDataRole.UserRole + 1
_HEIGHT = 48


class ShelfList(QListWidget):
    """`chosen(paper id)`, FRESH for the ledger as it stands."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("本期各稿")
        self.setItemDelegate(_Delegate(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_HEIGHT * 2)
        self.currentItemChanged.connect(self._tell)

    def show_papers(
        self, papers: Sequence[PaperRow], shown: int, year: int, tasks: Mapping[int, str]
    ) -> None:
        """List papers under the ledger as it stands; mark the one that is shown.

        tasks: what slips are about, by the task's id.
        """
        with QSignalBlocker(self):
            self.clear()
            self._add("现在的台账", "未登记的草样，可导出、打印", FRESH)
            for paper in papers:
                about = tasks.get(paper.task_id or 0, "")
                name = " ".join(filter(None, (paper.document_number, about))) or paper.title
                self._add(name, said(paper, paper.kind, year), paper.id, paper.title)
                if paper.id == shown:
                    self.setCurrentRow(self.count() - 1)
            if shown == FRESH:
                self.setCurrentRow(0)

    def _add(self, first: str, second: str, paper_id: int, title: str = "") -> None:
        item = QListWidgetItem(first)
        item.setData(_ID, paper_id)
        item.setData(_SECOND, second)
        item.setToolTip(f"{title}\n{second}" if title else second)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}，{second}")
        self.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ID))


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: ShelfList) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A name and a state."""
        return QSize(0, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Number or title above state and day."""
        colours = self._theme.colours
        box: QRect = option.rect
        painter.save()
        paint_row(painter, option, colours)
        inner = box.adjusted(16, 5, -8, -4)
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(colours.text))
        words = painter.fontMetrics().elidedText(index.data(), elide, inner.width())
        painter.drawText(inner, 0, words)
        font = QFont(option.font)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        second = painter.fontMetrics().elidedText(index.data(_SECOND), elide, inner.width())
        painter.drawText(inner.adjusted(0, 20, 0, 0), 0, second)
        painter.restore()
