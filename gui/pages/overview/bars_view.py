"""The bars of 各部分进度: a name, a bar of three shares, and their numbers, each a link."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.pages.overview.leading import Leading
from gui.tablemodels.bars import (
    BAR,
    DONE,
    HEADINGS,
    LATE,
    NAME,
    ON_PACE,
    ROW_ROLE,
    BarsModel,
    count,
)
from gui.theme import Theme
from gui.widgets.lights import paint_light
from models.overviewrows import PartBar
from models.rules import Light

ROW = 30
LOW_ROW = 25
HEAD = 26
LIGHTS = {DONE: Light.BLUE, ON_PACE: Light.GREEN, LATE: Light.RED}
_NUMBER = 64
_LEAST_NAME = 190
_THICK = 12


class BarsView(QTableView):
    """Never scrolls: it is as high as its rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bars = BarsModel(self)
        self.setModel(self.bars)
        self.setItemDelegate(BarDelegate(theme, self))
        self.setHorizontalHeader(_Head(theme, self))
        self.setAccessibleName("各部分进度")
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(LOW_ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        for column in (DONE, ON_PACE, LATE):
            head.resizeSection(column, _NUMBER)
        head.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self.leading = Leading(self)
        self.refit()

    def refit(self) -> None:
        """The number of rows has changed."""
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(HEAD + row * self.bars.rowCount() + 2)
        words = (self.bars.index(row, NAME).data() for row in range(self.bars.rowCount()))
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0) + 20
        most = max(_LEAST_NAME, int(self.width() * 0.42))
        self.horizontalHeader().resizeSection(NAME, max(_LEAST_NAME, min(widest, most)))

    def set_dense(self, dense: bool) -> None:
        """Lower rows, on a small screen."""
        self.verticalHeader().setDefaultSectionSize(LOW_ROW if dense else ROW)
        self.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what they need, up to two fifths."""
        super().resizeEvent(event)
        self.refit()


class _Head(QHeaderView):
    """Words over the columns, with the shape of what they count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Shape and word, at the right end over numbers."""
        box = QRectF(rect)
        colours = self._theme.colours
        painter.save()
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        light = LIGHTS.get(section)
        side = Qt.AlignmentFlag.AlignRight if light else Qt.AlignmentFlag.AlignLeft
        words = HEADINGS[section]
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        if light is not None:
            wide = painter.fontMetrics().horizontalAdvance(words)
            shape = QRectF(box.right() - wide - 14, box.center().y() - 5, 10, 10)
            paint_light(painter, light, colours.light(light), shape)
        painter.restore()


class BarDelegate(QStyledItemDelegate):
    """Names and numbers as text, the bar as three pieces side by side."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows of 30."""
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell, with a ring where the keyboard is."""
        bar = index.data(ROW_ROLE)
        if not isinstance(bar, PartBar):
            return
        colours, box = self._theme.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.hover))
        if index.column() == BAR:
            self._bar(painter, bar, box.adjusted(0, 0, -8, 0))
        else:
            self._words(painter, option, index, bar)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        bar: PartBar,
    ) -> None:
        colours, column = self._theme.colours, index.column()
        none = column != NAME and not count(bar, column)
        painter.setPen(QColor(colours.grey if none else colours.text))
        side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
        box = QRectF(option.rect).adjusted(0, 0, -12 if column == NAME else -2, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)

    def _bar(self, painter: QPainter, bar: PartBar, box: QRectF) -> None:
        """Each share in its colour; 滞后 is hatched too, and a gap divides them."""
        colours = self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        left, top = box.x(), box.center().y() - _THICK / 2
        for column, light in LIGHTS.items():
            wide = box.width() * count(bar, column) / bar.adopted
            if not wide:
                continue
            piece = QRectF(left, top, max(2.0, wide - 2), _THICK)
            painter.setBrush(QColor(colours.light(light)))
            painter.drawRoundedRect(piece, 2, 2)
            if column == LATE:
                painter.setBrush(QBrush(QColor(colours.page), Qt.BrushStyle.BDiagPattern))
                painter.drawRoundedRect(piece, 2, 2)
            left += wide
