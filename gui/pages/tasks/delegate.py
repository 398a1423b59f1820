"""How a line of the tree is drawn: box, name, badge, light with its word, bar, plain words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tablemodels.plan_nodes import Node, heading
from gui.tablemodels.task_columns import ADOPTION, DUE, LIGHT, NAME, PERCENT
from gui.tablemodels.task_tree import TaskTreeModel, box_of, is_lit
from gui.theme import Theme
from gui.widgets.ground import fill
from gui.widgets.lights import paint_bar, paint_light
from gui.widgets.tick_box import BOX, paint_box, tick_box
from models.rows import PartRow, TaskRow
from models.rules import Adoption

ROW = 32
Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
# Letters in px: names, the other cells, the badge.
_NAME, _CELL, _BADGE = 14, 13, 12
_REMEMBERED = 4000


class LinePainter:
    """Draws whole lines: asked for by Qt cell by cell they take twice as long.

    `begin` before the lines of one picture.
    """

    def __init__(self, theme: Theme, tasks: TaskTreeModel) -> None:
        self._theme = theme
        self._tasks = tasks
        self._font = QFont()
        self._fonts: dict[int, tuple[QFont, QFontMetrics]] = {}
        self._cut: dict[tuple[str, int, int], str] = {}

    def begin(self, font: QFont) -> None:
        """The letters of the next lines."""
        if font != self._font or not self._fonts:
            self._font = QFont(font)
            self._fonts = {pixels: _sized(font, pixels) for pixels in (_NAME, _CELL, _BADGE)}
            self._cut.clear()

    def paint_ground(
        self, painter: QPainter, box: QRect, node: Node, *, chosen: bool, hover: bool
    ) -> None:
        """The ground of a whole line, under everything else."""
        colours = self._theme.colours
        if chosen:
            fill(painter, box, colours.chosen)
        elif hover:
            fill(painter, box, colours.hover)
        elif node.row is None or isinstance(node.row, PartRow):
            fill(painter, box, colours.band)
        painter.setPen(_ink(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def paint_line(self, painter: QPainter, node: Node, cells: Mapping[int, QRect]) -> None:
        """The cells of a line; cells: the box of each column that is to be seen."""
        row = node.row
        if isinstance(row, TaskRow):
            for column, cell in cells.items():
                self._task_cell(painter, column, node, row, cell)
        else:
            self._heading(painter, node, cells)

    def _heading(self, painter: QPainter, node: Node, cells: Mapping[int, QRect]) -> None:
        colours = self._theme.colours
        name, percent = cells.get(NAME), cells.get(PERCENT)
        if percent is not None:
            painter.setPen(_ink(colours.muted))
            words = self._tasks.words(node, PERCENT)
            self._words(painter, percent.adjusted(4, 0, -8, 0), words, _CELL, _RIGHT)
        if name is None:
            return
        state = box_of(node)
        if state is not None:
            paint_box(painter, colours, tick_box(name), state, quiet=True)
        # The words go over the empty columns, as far as 已完成 3/4 where that one comes last.
        shown = percent is not None and percent.x() > name.x()
        right = percent.x() if percent is not None and shown else _end(cells)
        left = name.x() + 4 + (BOX + 8 if state is not None else 0)
        top = node.row is None or isinstance(node.row, PartRow)
        painter.setPen(_ink(colours.text if top else colours.muted))
        box = QRect(left, name.y(), right - 8 - left, name.height())
        self._words(painter, box, heading(node), _NAME, _LEFT)

    def _task_cell(
        self, painter: QPainter, column: int, node: Node, task: TaskRow, cell: QRect
    ) -> None:
        colours = self._theme.colours
        # In line with the headings; the name follows its box.
        box = cell.adjusted(4, 0, -8, 0) if column == NAME else cell.adjusted(8, 0, -4, 0)
        words = self._tasks.words(node, column)
        if column == NAME:
            paint_box(painter, colours, tick_box(cell), box_of(node))
            painter.setPen(_ink(colours.text if is_lit(task) else colours.muted))
            self._words(painter, box.adjusted(BOX + 8, 0, 0, 0), words, _NAME, _LEFT)
        elif column == ADOPTION:
            self._badge(painter, task.role if task.tracked else None, words, box)
        elif task.light is None:
            return
        elif column == LIGHT:
            mark = QRectF(box.x(), box.center().y() - 5, 12, 12)
            paint_light(painter, task.light, colours.light(task.light), mark)
            painter.setPen(_ink(colours.text if is_lit(task) else colours.muted))
            self._words(painter, box.adjusted(18, 0, 4, 0), words, _CELL, _LEFT)
        elif column == PERCENT:
            bar = QRectF(box.x(), box.center().y() - 2, max(0, box.width() - 48), 6)
            paint_bar(painter, task.percent, colours.light(task.light), colours.track, bar)
            painter.setPen(_ink(colours.muted))
            painter.setFont(self._fonts[_CELL][0])
            painter.drawText(box.adjusted(0, 0, -4, 0), _RIGHT, words)
        else:
            quiet = column == DUE and task.due_default
            painter.setPen(_ink(colours.muted if quiet else colours.text))
            self._words(painter, box, words, _CELL, _LEFT)

    def _badge(self, painter: QPainter, role: Adoption | None, words: str, box: QRect) -> None:
        colours = self._theme.colours
        frame = QRectF(box.x() + 0.5, box.center().y() - 9.5, 48, 20)
        edge = {Adoption.OWN: colours.edge, Adoption.UNDECIDED: colours.yellow}
        if role in edge:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(_ink(edge[role]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(_ink(colours.text if role is Adoption.OWN else colours.muted))
        painter.setFont(self._fonts[_BADGE][0])
        painter.drawText(frame, _MIDDLE, words)

    def _words(self, painter: QPainter, box: QRect, words: str, pixels: int, align: int) -> None:
        if not words:
            return
        font, metrics = self._fonts[pixels]
        key = (words, box.width(), pixels)
        cut = self._cut.get(key)
        if cut is None:
            if len(self._cut) >= _REMEMBERED:
                self._cut.clear()
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            self._cut[key] = cut
        painter.setFont(font)
        painter.drawText(box, align, cut)


class TaskDelegate(QStyledItemDelegate):
    """A click on the box is handed to the model as a wish; the lines are drawn by `LinePainter`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of 32."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Nothing: the view has drawn the line already."""

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
            and index.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and tick_box(option.rect).adjusted(-4, -6, 4, 6).contains(event.position())
        ):
            model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
            return True
        return False


@lru_cache(maxsize=64)
def _ink(colour: str) -> QColor:
    return QColor(colour)


def _end(cells: Mapping[int, QRect]) -> int:
    return max(cell.right() for cell in cells.values())


def _sized(font: QFont, pixels: int) -> tuple[QFont, QFontMetrics]:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made, QFontMetrics(made)
