"""A list of lines that lead to their task: the next deadlines, the latest changes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.pages.overview.leading import Leading
from gui.tablemodels.overview_lists import LINE_ROLE, Line, LinesModel
from gui.theme import Theme
from gui.widgets.copying import make_copyable
from gui.widgets.lights import paint_light

ROW = 32
_LEAST_ROWS = 3
_WISHED_ROWS = 10
_MOST_ASIDE = 120


class LineList(QListView):
    """Scrolls inside its panel. least: px of the words before which what stands aside gives way."""

    def __init__(self, name: str, theme: Theme, least: int = 150) -> None:
        super().__init__()
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, least, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_LEAST_ROWS * ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.leading = Leading(self)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        make_copyable(self)
        self.lines.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """All lines, when they are not many; what is left is shared by the layout."""
        return QSize(300, min(max(self.lines.rowCount(), _LEAST_ROWS), _WISHED_ROWS) * ROW)


class LineDelegate(QStyledItemDelegate):
    """Shape, words cut with …, and two muted ends on the right."""

    def __init__(self, theme: Theme, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least = least

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows of 32."""
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One line with a rule under it."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        colours, box = self._theme.colours, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver and line.link is not None:
            painter.fillRect(box, QColor(colours.hover))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(colours.line))
        left = box.x() + 2
        if line.light is not None:
            shape = QRectF(left, box.center().y() - 6, 12, 12)
            paint_light(painter, line.light, colours.light(line.light), shape)
            left += 20
        least = min(self._least, painter.fontMetrics().horizontalAdvance(line.words))
        right = self._ends(painter, line, box, left + least)
        painter.setPen(QColor(colours.grey if line.gone else colours.text))
        room = QRectF(left, box.y(), max(0.0, right - left - 12), box.height())
        words = painter.fontMetrics().elidedText(
            line.words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.focus), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -2.5), 4, 4)
        painter.restore()

    def _ends(self, painter: QPainter, line: Line, box: QRectF, words: float) -> float:
        """Draw what stands on the right; answers where it begins.

        What is aside gives way where it would leave the words less than up to `words`.
        """
        colours = self._theme.colours
        font = painter.font()
        small = painter.font()
        small.setPixelSize(12)
        painter.setFont(small)
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right = box.right() - 2
        painter.setPen(QColor(colours.text if line.urgent else colours.muted))
        painter.drawText(QRectF(box.x(), box.y(), right - box.x(), box.height()), flags, line.end)
        right -= metrics.horizontalAdvance(line.end) + 12
        aside = metrics.elidedText(line.aside, Qt.TextElideMode.ElideRight, _MOST_ASIDE)
        if right - metrics.horizontalAdvance(aside) - 12 < words:
            aside = ""
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(box.x(), box.y(), right - box.x(), box.height()), flags, aside)
        painter.setFont(font)
        return right - metrics.horizontalAdvance(aside)
