"""The squares of 任务亮灯: colour, shape and number in each, as large as the room allows."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.pages.overview.leading import Leading
from gui.tablemodels.squares import ROW_ROLE, SquaresModel
from gui.theme import Theme
from gui.widgets.lights import paint_light
from models import text
from models.rows import TaskRow
from models.rules import Adoption, Light

# Width and height of a cell in logical pixels; the wide ones show the task's short name too.
CELLS = (
    *((width, height) for height in (56, 46) for width in (220, 190, 160, 144)),
    *((side, side) for side in (56, 52, 48, 44, 40, 36, 32)),
)
GAP = 6
_TINT = 0.16
_SQUARE = 42


class SquaresView(QListView):
    """Never scrolls: it asks for the height that its squares need at its width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.squares = SquaresModel(self)
        self.setModel(self.squares)
        self.setItemDelegate(SquareDelegate(theme, self))
        self.setAccessibleName("任务亮灯，每格一项任务")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionRectVisible(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.leading = Leading(self)
        self._fit()

    def refit(self) -> None:
        """The number of squares has changed."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as the room allows, and never cut."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        count, width = self.squares.rowCount(), self.width()
        self.setMinimumHeight(height_at(CELLS[-1], count, width))
        fitting = (cell for cell in CELLS if height_at(cell, count, width) <= self.height())
        wide, high = next(fitting, CELLS[-1])
        if wide > high:
            # The wide ones share the whole row.
            wide = (width - 1) // columns_at(wide, width) - GAP
        grid = QSize(wide + GAP, high + GAP)
        if self.gridSize() != grid:
            self.setGridSize(grid)

    def sizeHint(self) -> QSize:
        """Small; the layout gives what is left."""
        return QSize(200, self.minimumHeight())


def height_at(cell: tuple[int, int], count: int, width: int) -> int:
    """How high `count` cells of a size are at a width, in logical pixels."""
    return max(1, ceil(count / columns_at(cell[0], width))) * (cell[1] + GAP)


def columns_at(cell: int, width: int) -> int:
    """How many cells of a width stand in a row."""
    # Qt begins a new row when the last cell would touch the right edge.
    return max(1, (width - 1) // (cell + GAP))


def _inner(cell: QRectF) -> QRectF:
    """The square within its cell; its ring stays inside the cell too.

    What lies outside would not be painted anew when the ring goes.
    """
    return cell.adjusted(1.5, 1.5, 0.5 - GAP, 0.5 - GAP)


def _is_wide(inner: QRectF) -> bool:
    """Whether there is room for the name beside the number."""
    return inner.width() > inner.height() * 2


def _square(inner: QRectF) -> QRectF:
    """Where number and shape stand."""
    wide = _SQUARE if _is_wide(inner) else inner.width()
    return QRectF(inner.x(), inner.y(), wide, inner.height())


class SquareDelegate(QStyledItemDelegate):
    """Number above shape, in a square tinted with the light's colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grounds: dict[tuple[Light | None, bool, bool], QPixmap] = {}
        self._measure: tuple[QSize, float] = (QSize(), 0.0)
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._grounds.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The grid decides."""
        view = self.parent()
        assert isinstance(view, QListView)
        return view.gridSize()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The square; a ring around it where the keyboard is, a darker tint under the mouse."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TaskRow):
            return
        colours = self._theme.colours
        state = option.state
        whole = _inner(QRectF(option.rect))
        painter.save()
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        ratio = painter.device().devicePixelRatio()
        ground = self._ground(row, option.rect.size(), ratio, hover=hover)
        painter.drawPixmap(option.rect.topLeft(), ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if _is_wide(whole):
            self._name(painter, row, whole.adjusted(_SQUARE, 2, -8, -2))
        self._number(painter, row, _square(whole))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
        painter.restore()

    def _number(self, painter: QPainter, row: TaskRow, box: QRectF) -> None:
        """The number, above the shape of the light."""
        colours = self._theme.colours
        lit = row.light is not None
        painter.setPen(QColor(colours.text if lit else colours.muted))
        font = painter.font()
        font.setPixelSize(12 if box.width() < 42 or len(row.label) > 2 else 14)
        painter.setFont(font)
        number = box.adjusted(0, 0, 0, -box.height() * 0.34) if lit else box
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), row.label)

    def _name(self, painter: QPainter, row: TaskRow, room: QRectF) -> None:
        """The short name in at most two lines of small letters."""
        colours = self._theme.colours
        painter.setPen(QColor(colours.text if row.light else colours.muted))
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        words = text.proper(row.short_title or row.text).replace("\n", " ")
        # A little less than two lines: the second may break early.
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width() * 1.85))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), words)

    def _ground(self, row: TaskRow, size: QSize, ratio: float, *, hover: bool) -> QPixmap:
        """The square with its shape, painted once for all that look alike: rounding takes long."""
        if (size, ratio) != self._measure:
            # All are of one size; while the window is being resized the former ones are let go.
            self._measure = (size, ratio)
            self._grounds.clear()
        key = (row.light, row.role is Adoption.UNDECIDED, hover)
        picture = self._grounds.get(key)
        if picture is None:
            picture = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            box = _inner(QRectF(0, 0, size.width(), size.height()))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, row, box, hover=hover)
            if row.light is not None:
                self._paint_shape(painter, row.light, _square(box))
            painter.end()
            self._grounds[key] = picture
        return picture

    def _paint_shape(self, painter: QPainter, light: Light, box: QRectF) -> None:
        size = round(box.height() * 0.28)
        shape = QRectF(0, 0, size, size)
        shape.moveCenter(box.center())
        shape.moveTop(box.bottom() - size - box.height() * 0.12)
        paint_light(painter, light, self._theme.colours.light(light), shape)

    def _paint_ground(self, painter: QPainter, row: TaskRow, box: QRectF, *, hover: bool) -> None:
        colours = self._theme.colours
        edge = QPen(QColor(colours.light(row.light) if row.light else colours.edge), 1)
        if row.light is None:
            painter.setBrush(QColor(colours.hover if hover else colours.page))
            if row.role is Adoption.UNDECIDED:
                edge.setStyle(Qt.PenStyle.DashLine)
        else:
            ground = QColor(colours.light(row.light))
            ground.setAlphaF(_TINT * (2 if hover else 1))
            painter.setBrush(ground)
        painter.setPen(edge)
        painter.drawRoundedRect(box, 4, 4)
