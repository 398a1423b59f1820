"""A layout that puts chips side by side and goes to the next line when the row is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def empty_layout(layout: QLayout) -> None:
    """Take every widget out and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class FlowLayout(QLayout):
    """Items keep their own size; one that is wider than the row is cut to it, hidden ones take none."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at a width."""
        edge = self.contentsMargins()
        inner = width - edge.left() - edge.right()
        return self._place(QRect(0, 0, inner, 0), move=False) + edge.top() + edge.bottom()

    def setGeometry(self, box: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(box)
        self._place(box.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """As small as the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Any width will do, chips are cut."""
        edge = self.contentsMargins()
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(48, height + edge.top() + edge.bottom())

    def _place(self, box: QRect, *, move: bool) -> int:
        top = box.y()
        for row in self._rows(box.width()):
            high = max(size.height() for _, size in row)
            left = box.x()
            for item, size in row:
                if move:
                    # In the middle of its row, so that the words of all stand on one line.
                    corner = QPoint(left, top + (high - size.height()) // 2)
                    item.setGeometry(QRect(corner, size))
                left += size.width() + self._gap
            top += high + self._gap
        return max(0, top - self._gap - box.y())

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The shown items row by row, each with its size, never wider than the row."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in (each for each in self._items if not each.isEmpty()):
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not rows or used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self._gap
        return rows
