"""How a cell of the 填报 table is drawn and edited."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.tablemodels.fill_table import (
    CHOICES,
    HEADINGS,
    LINE_ROLE,
    MUTED_ROLE,
    REFUSED_ROLE,
    STATUS,
    TEXT,
    field_of,
)
from gui.theme import Theme
from gui.widgets.cell_editor import CellEditor
from models.filling import FillLine

Index = QModelIndex | QPersistentModelIndex
# More than the highest row can show; laying out 20,000 characters would be felt.
_MOST = 1500
_MARK = 3
_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class CellDelegate(QStyledItemDelegate):
    """`step_wanted(rows, columns)` when a key ends an edit and goes on to another cell."""

    step_wanted = Signal(int, int)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.replacing = False

    # -- drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words cut with … at the last line that fits, a mark for what needs a look."""
        colours = self._theme.colours
        painter.save()
        box = option.rect
        line = index.data(LINE_ROLE)
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not here
        ground = colours.chosen if chosen else colours.page
        if not chosen and field_of(index.column()) is None:
            ground = colours.band
        painter.fillRect(box, QColor(ground))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if index.column() == TEXT and isinstance(line, FillLine) and line.repeated:
            painter.fillRect(box.x(), box.y(), _MARK, box.height() - 1, QColor(colours.yellow))
        if index.data(REFUSED_ROLE):
            painter.fillRect(box.x(), box.y(), _MARK, box.height() - 1, QColor(colours.accent))
        quiet = bool(index.data(MUTED_ROLE))
        painter.setPen(QColor(colours.muted if quiet else colours.text))
        painter.setFont(option.font)
        draw_words(painter, box.adjusted(8, 6, -8, -4), str(index.data() or ""))
        if here:
            pen = painter.pen()
            pen.setColor(QColor(colours.focus))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    # -- editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list for the status, lines of text for everything else."""
        line = index.data(LINE_ROLE)
        name = f"{line.label} {HEADINGS[index.column()]}"
        if index.column() == STATUS:
            return self._choice(parent, name)
        editor = CellEditor(name, (line.key, field_of(index.column())), parent)
        editor.setPalette(self._palette(editor.palette()))
        editor.setFont(option.font)
        return editor

    def _choice(self, parent: QWidget, name: str) -> QComboBox:
        choice = QComboBox(parent)
        choice.setAccessibleName(name)
        for each in CHOICES:
            choice.addItem(each.word)
        choice.activated.connect(lambda _: self._finish(choice))
        return choice

    def _palette(self, palette: QPalette) -> QPalette:
        palette.setColor(QPalette.ColorRole.Base, QColor(self._theme.colours.page))
        return palette

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's words; what is being typed stays."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, CellEditor):
            editor.begin(words, replace=self.replacing)
        elif isinstance(editor, QComboBox) and not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.setCurrentText(words)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed or chosen."""
        if isinstance(editor, CellEditor) and (editor.unsaved or index.data(REFUSED_ROLE)):
            model.setData(QModelIndex(index), editor.toPlainText())
        elif isinstance(editor, QComboBox):
            model.setData(QModelIndex(index), editor.currentText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell."""
        if isinstance(editor, CellEditor):
            editor.place(option.rect)
        else:
            editor.setGeometry(QRect(option.rect.topLeft(), editor.sizeHint()))
            editor.setFixedWidth(option.rect.width())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter down, Tab right, with Ctrl or Alt a new line; Esc gives up."""
        if not (isinstance(event, QKeyEvent) and isinstance(editor, QWidget)):
            return super().eventFilter(editor, event)
        if event.type() != QEvent.Type.KeyPress or event.key() not in _STEPS:
            return super().eventFilter(editor, event)
        rows, columns = _STEPS[Qt.Key(event.key())]
        held = event.modifiers()
        breaking = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if rows and held & breaking:
            if isinstance(editor, CellEditor):
                editor.break_line()
            return True
        self._finish(editor)
        back = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self.step_wanted.emit(-rows if back else rows, columns)
        return True

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def draw_words(painter: QPainter, box: QRect, words: str) -> None:
    """Lay words out in lines; the last line that fits ends with … where there is more."""
    if not words:
        return
    text = words[:_MOST].replace("\n", "\u2028")
    layout = QTextLayout(text, painter.font(), painter.device())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = painter.fontMetrics()
    step = metrics.lineSpacing()
    layout.beginLayout()
    top = 0
    drawn = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, box.width()))
        if top + 2 * step > box.height() and line.textStart() + line.textLength() < len(text):
            drawn.append((top, None, text[line.textStart() :].split("\u2028")[0] + "…"))
            break
        drawn.append((top, line, ""))
        top += step
    layout.endLayout()
    for place, line, rest in drawn:
        if line is None:
            cut = metrics.elidedText(rest + "　", Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box.x(), box.y() + place + metrics.ascent(), cut)
        else:
            line.draw(painter, QPointF(box.x(), box.y() + place - line.y()))
