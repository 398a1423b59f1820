"""How a line of the tree is drawn: box, name, badge, light with its word, bar, plain words."""

from __future__ import annotations

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
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.tablemodels.plan_nodes import Node, heading
from gui.tablemodels.task_columns import ADOPTION, DUE, LIGHT, NAME, PERCENT
from gui.tablemodels.task_tree import ROW_ROLE, TaskTreeModel, box_of, is_lit
from gui.theme import Theme
from gui.widgets.ground import fill
from gui.widgets.lights import paint_bar, paint_light
from gui.widgets.tick_box import BOX, paint_box, tick_box
from models.rows import PartRow, TaskRow
from models.rules import Adoption

ROW = 32
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TaskDelegate(QStyledItemDelegate):
    """Paints lines; a click on the box is handed to the model as a wish."""

    def __init__(self, theme: Theme, tasks: TaskTreeModel) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of 32."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        node = index.data(ROW_ROLE)
        if not isinstance(node, Node):
            return
        painter.save()
        # In line with the headings; the name follows its box.
        left, right = (4, -8) if index.column() == NAME else (8, -4)
        box = option.rect.adjusted(left, 0, right, 0)
        if isinstance(node.row, TaskRow):
            self._task_cell(painter, option, index.column(), node, node.row, box)
        else:
            self._heading_cell(painter, option, index, node, box)
        painter.restore()

    def paint_ground(
        self, painter: QPainter, box: QRect, node: Node, *, chosen: bool, hover: bool
    ) -> None:
        """The ground of a whole line; the view draws it before the cells."""
        colours = self._theme.colours
        if chosen:
            fill(painter, box, colours.chosen)
        elif hover:
            fill(painter, box, colours.hover)
        elif node.row is None or isinstance(node.row, PartRow):
            fill(painter, box, colours.band)
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _heading_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        node: Node,
        box: QRect,
    ) -> None:
        colours = self._theme.colours
        if index.column() == NAME:
            state = box_of(node)
            if state is not None:
                paint_box(painter, colours, tick_box(option.rect), state, quiet=True)
        elif index.column() == PERCENT:
            painter.setPen(QColor(colours.muted))
            painter.setFont(_sized(option.font, 13))
            _words(painter, box.adjusted(0, 0, -4, 0), self._tasks.words(node, PERCENT), _RIGHT)

    def paint_heading(self, painter: QPainter, font: QFont, node: Node, box: QRect) -> None:
        """The words of a part or an item go over the empty columns; the view draws them last."""
        colours = self._theme.colours
        top = node.row is None or isinstance(node.row, PartRow)
        painter.setPen(QColor(colours.text if top else colours.muted))
        painter.setFont(_sized(font, 14))
        left = BOX + 8 if box_of(node) is not None else 0
        _words(painter, box.adjusted(left + 4, 0, -8, 0), heading(node), _LEFT)

    def _task_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        column: int,
        node: Node,
        task: TaskRow,
        box: QRect,
    ) -> None:
        colours = self._theme.colours
        words = self._tasks.words(node, column)
        painter.setFont(option.font if column == NAME else _sized(option.font, 13))
        painter.setPen(QColor(colours.text if is_lit(task) else colours.muted))
        if column == NAME:
            paint_box(painter, colours, tick_box(option.rect), box_of(node))
            _words(painter, box.adjusted(BOX + 8, 0, 0, 0), words, _LEFT)
        elif column == ADOPTION:
            self._badge(painter, option, task.role if task.tracked else None, words, box)
        elif task.light is None:
            return
        elif column == LIGHT:
            mark = QRectF(box.x(), box.center().y() - 5, 12, 12)
            paint_light(painter, task.light, colours.light(task.light), mark)
            _words(painter, box.adjusted(18, 0, 4, 0), words, _LEFT)
        elif column == PERCENT:
            bar = QRectF(box.x(), box.center().y() - 2, max(0, box.width() - 48), 6)
            paint_bar(painter, task.percent, colours.light(task.light), colours.track, bar)
            painter.setPen(QColor(colours.muted))
            painter.drawText(box.adjusted(0, 0, -4, 0), int(_RIGHT), words)
        else:
            quiet = column == DUE and task.due_default
            painter.setPen(QColor(colours.muted if quiet else colours.text))
            _words(painter, box, words, _LEFT)

    def _badge(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        role: Adoption | None,
        words: str,
        box: QRect,
    ) -> None:
        colours = self._theme.colours
        font = _sized(option.font, 12)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(box.x() + 0.5, box.center().y() - 9.5, 48, 20)
        edge = {Adoption.OWN: colours.edge, Adoption.UNDECIDED: colours.yellow}
        if role in edge:
            painter.setPen(QColor(edge[role]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(QColor(colours.text if role is Adoption.OWN else colours.muted))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)

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


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made


def _words(painter: QPainter, box: QRect, words: str, align: Qt.AlignmentFlag) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(align), cut)
