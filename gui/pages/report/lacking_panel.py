"""What a paper lacks and what should be looked at: grouped, each line a link to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Theme
from gui.widgets.copying import make_copyable
from gui.widgets.labels import muted
from models.dataclass import dataclass

Index = QModelIndex | QPersistentModelIndex
_WAY = Qt.ItemDataRole.UserRole
_HEAD = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.TextFlag.TextWordWrap)
_ARROW = "›"
_NONE = "没有发现缺项，也没有需要核对的地方。"
_WAITING = "文稿排好后，缺什么、要核对什么列在这里。"


@dataclass(frozen=True)
class Remark:
    """A sentence, the group it stands in, and where it leads; None where it leads nowhere.

    counted: whether it is one of those that are to be mended; not a sum of others, nor a hint.
    """

    group: str
    sentence: str
    way: Callable[[], object] | None = None
    counted: bool = True


class LackingPanel(QWidget):
    """A list with a head for each group; Enter or a click on a line leads to its place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = _List(theme)
        self._none = muted(_WAITING, wrap=True)
        self._none.setContentsMargins(16, 12, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.count = 0

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show other remarks; the marked line and the place of the list stay where they can."""
        self.count = sum(remark.counted for remark in remarks)
        self._none.setText(_NONE)
        self._none.setVisible(not remarks)
        self.list.setVisible(bool(remarks))
        self.list.fill(remarks)

    def clear(self) -> None:
        """There is no paper that could lack anything."""
        self.show_remarks(())
        self._none.setText(_WAITING)

    def sentences(self) -> list[str]:
        """Every remark that is listed."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text() for item in items if not item.data(_HEAD)]

    def follow(self, start: str) -> None:
        """Go where the line leads that begins with these words."""
        items = (self.list.item(row) for row in range(self.list.count()))
        item = next(each for each in items if each.text().startswith(start))
        self.list.setCurrentItem(item)
        self.list.go(item)


class _List(QListWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("还缺和请核对")
        self.setItemDelegate(_Delegate(theme, self))
        self.setMouseTracking(True)
        # Shift with the arrows, Ctrl+A, then Ctrl+C: what is lacking is sent to the sections.
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        make_copyable(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self.go)
        self.itemActivated.connect(self.go)

    def fill(self, remarks: Sequence[Remark]) -> None:
        at, row = self.verticalScrollBar().value(), self.currentRow()
        self.clear()
        groups = dict.fromkeys(remark.group for remark in remarks)
        for group in groups:
            mine = [remark for remark in remarks if remark.group == group]
            self._add_head(group, sum(remark.counted for remark in mine))
            for remark in mine:
                item = QListWidgetItem(remark.sentence)
                item.setData(_WAY, remark.way)
                if remark.way is not None:
                    item.setToolTip("点击或按回车，到要补的地方")
                self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))
        self.verticalScrollBar().setValue(at)

    def _add_head(self, group: str, count: int) -> None:
        head = QListWidgetItem(f"{group}（{count}）" if count else group)
        head.setData(_HEAD, True)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(head)

    def go(self, item: QListWidgetItem) -> None:
        way = item.data(_WAY)
        if way is not None:
            way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Wrapped sentences; an arrow where a line leads somewhere."""

    def __init__(self, theme: Theme, view: _List) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        if index.data(_HEAD):
            return QSize(width, 34)
        room = QRect(0, 0, max(40, width - 44), 10_000)
        box = QFontMetrics(option.font).boundingRect(room, _WRAP, index.data())
        return QSize(width, box.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        box: QRect = option.rect
        painter.save()
        if index.data(_HEAD):
            font = QFont(option.font)
            font.setPixelSize(12)
            painter.setFont(font)
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                box.adjusted(16, 8, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), index.data()
            )
            painter.restore()
            return
        leads = index.data(_WAY) is not None
        if leads and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.focus))
            painter.drawRect(box.adjusted(4, 0, -5, -1))
        painter.setPen(QColor(colours.focus if leads else colours.text))
        painter.drawText(box.adjusted(16, 6, -28, -6), _WRAP, index.data())
        if leads:
            arrow = box.adjusted(0, 4, -12, 0)
            painter.setPen(QColor(colours.muted))
            painter.drawText(arrow, int(Qt.AlignmentFlag.AlignRight), _ARROW)
        painter.restore()
