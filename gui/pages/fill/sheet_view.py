"""The 填报 table on the screen: Excel's keys, rows as high as their words."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView

from gui.pages.fill.cell_delegate import CellDelegate
from gui.pages.fill.range_edits import cleared, filled_down, jump
from gui.pages.fill.row_heights import row_height
from gui.preferences import Preferences
from gui.tablemodels.fill_table import (
    NUMBER,
    PERCENT,
    SECTION,
    STATUS,
    TASK,
    TEXT,
    TEXTS,
    FillTableModel,
)
from gui.theme import Theme
from gui.widgets.cell_editor import CellEditor
from gui.widgets.columns import Columns
from gui.widgets.copying import copy_rows, make_copyable

# What is left is 进展情况.
_WIDTHS = {NUMBER: 48, TASK: 152, SECTION: 96, 4: 152, 5: 152, STATUS: 80, PERCENT: 72}
_SIDE = 24
_NUMBER_OF_LINES = {"line": (1, 1), "middle": (2, 5), "all": (2, 40)}
_ALL = 1000
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
Index = QModelIndex | QPersistentModelIndex


class SheetView(QTableView):
    """Changes nothing itself: `edits_wanted(list[Edit])`, `paste_wanted()`, `nothing_wanted(rows)`.

    left() when F6 leaves the table; given_up([(key, column)]) when Esc gives up cells that could not be saved.
    """

    edits_wanted = Signal(object)
    paste_wanted = Signal()
    nothing_wanted = Signal(object)
    left = Signal()
    given_up = Signal(object)
    told = Signal(str)
    task_wanted = Signal(int)

    def __init__(self, model: FillTableModel, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.rows = model
        self._theme = theme
        self._height = "middle"
        self._dragged: dict[object, int] = {}
        self._fitting = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self.fit_rows)
        self.setAccessibleName("填报表格")
        self.setModel(model)
        self.delegate = CellDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.delegate.step_wanted.connect(self._step)
        self._dress()
        self.columns = Columns(self.horizontalHeader(), "fill", preferences)
        make_copyable(self)
        model.modelReset.connect(self.fit_rows)
        model.dataChanged.connect(lambda first, last: self._fit(first.row(), last.row()))
        self.horizontalHeader().sectionResized.connect(lambda *_: self._settle.start())
        self.verticalHeader().sectionResized.connect(self._drag)
        theme.changed.connect(self.viewport().update)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        side = self.verticalHeader()
        side.setFixedWidth(_SIDE)
        side.setMinimumSectionSize(28)
        side.setHighlightSections(False)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    # -- rows as high as their words

    def set_height(self, height: str) -> None:
        """line, middle or all: how much of the words is shown."""
        self._height = height
        self._dragged.clear()
        self.fit_rows()

    def sizeHintForRow(self, row: int) -> int:
        """As high as all of its words: a double click on the edge of a row."""
        return self._wanted(row, 1, _ALL)

    def fit_rows(self) -> None:
        """Give every row the height of its words."""
        self._fit(0, self.rows.rowCount() - 1)

    def _fit(self, first: int, last: int) -> None:
        self._fitting = True
        least, most = _NUMBER_OF_LINES[self._height]
        for row in range(first, last + 1):
            kept = self._dragged.get(self.rows.line_at(row).key)
            height = kept or self._wanted(row, least, most)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self._fitting = False

    def _wanted(self, row: int, least: int, most: int) -> int:
        metrics = self.fontMetrics()
        pixels = self.font().pixelSize()
        if pixels <= 0:
            pixels = metrics.horizontalAdvance("国")
        shown = (each for each in (TASK, *TEXTS) if not self.isColumnHidden(each))
        cells = ((self._measured(row, each), self.columnWidth(each) - 16) for each in shown)
        return row_height(cells, pixels, metrics.lineSpacing(), least, most)

    def _measured(self, row: int, column: int) -> str:
        """A cell's words for its height; a name as received is as long as in its proper form."""
        return self.rows.line_at(row).title if column == TASK else self.rows.words(row, column)

    def _drag(self, row: int, _: int, height: int) -> None:
        if not self._fitting and row < self.rows.rowCount():
            self._dragged[self.rows.line_at(row).key] = height

    # -- where one is

    def show_key(self, key: object, column: int = TEXT) -> bool:
        """Put the cursor into a line; answers whether it is shown."""
        row = self.rows.row_of(key)
        if row < 0:
            return False
        index = self.rows.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def chosen(self) -> list[QModelIndex]:
        """The selected cells, else the one under the cursor."""
        found = self.selectionModel().selectedIndexes()
        current = self.currentIndex()
        return found or ([current] if current.isValid() else [])

    @property
    def editor(self) -> CellEditor | None:
        """The editor that is open, if it is one for text."""
        found = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
        return found if isinstance(found, CellEditor) else None

    @property
    def editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def put_back(self, key: object, column: int, words: str) -> bool:
        """Go on editing a cell with words that were typed before."""
        if not self.show_key(key, column):
            return False
        self.edit(self.currentIndex())
        editor = self.findChild(CellEditor)
        if editor is None:
            return False
        editor.put_back(words)
        return True

    def columns_shown(self) -> list[int]:
        """The columns in the order in which they stand."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in order if not header.isSectionHidden(column)]

    def _step(self, rows: int, columns: int) -> None:
        """Go on to another cell, from the end of a row to the next one's first field."""
        current = self.currentIndex()
        row, column = current.row() + rows, current.column()
        if columns:
            fields = [each for each in self.columns_shown() if each >= TEXT] or [column]
            place = fields.index(column) + columns if column in fields else 0
            row += place // len(fields)
            column = fields[place % len(fields)]
        if 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, column))
        self.setFocus()

    # -- keys

    def edit(self, index: Index, trigger: object = None, event: object = None) -> bool:  # type: ignore[override]
        """Know whether the first key takes the place of the words."""
        if trigger is None:
            self.delegate.replacing = False
            super().edit(index)
            return True
        self.delegate.replacing = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed
        return bool(super().edit(index, trigger, event))

    def event(self, event: QEvent) -> bool:
        """The table's own keys come before those of the menus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._way(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Excel's keys; what is none of them is Qt's affair, printable ones begin an edit."""
        way = self._way(event)
        if way is not None:
            way()
            event.accept()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.delegate.replacing = True
            super().edit(self.currentIndex())
            if self.editor is not None:
                self.editor.put_back("")
        else:
            self._say_fixed(event)
            super().keyPressEvent(event)

    def _say_fixed(self, event: QKeyEvent) -> None:
        """Typing where nothing can be typed: where else it is done."""
        held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        typed = event.key() == Qt.Key.Key_F2 or (
            event.text().isprintable() and event.text().strip()
        )
        index = self.currentIndex()
        editable = index.flags() & Qt.ItemFlag.ItemIsEditable
        if not typed or held or editable or not index.isValid() or not self.rows.writable:
            return
        if index.column() != STATUS:
            self.told.emit("这一格不在这里改：任务和责任科室请到“任务”页改。")
        elif self.rows.line_at(index.row()).measure_id is not None:
            self.told.emit("状态是整项任务的，请在任务那一行改。")
        else:
            self.told.emit("这项任务已经办结，状态不在这里改；需要重做，请到“任务”页退回。")

    def _way(self, event: QKeyEvent):  # noqa: ANN202 (a way to do it, or None)
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = bool(held & _CONTROL), bool(held & _SHIFT)
        if key in _ARROWS and control:
            return lambda: self._leap(*_ARROWS[key], stretch=shift)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            return lambda: self._step(-1 if shift else 1, 0)
        if key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            return self._open_choices
        if key == Qt.Key.Key_Escape and self._refused():
            return lambda: self.given_up.emit(self._refused())
        plain = {
            Qt.Key.Key_Delete: self.clear_cells,
            Qt.Key.Key_F9: self.say_nothing,
            Qt.Key.Key_F6: self.left.emit,
        }
        with_control = {
            Qt.Key.Key_D: self.fill_down,
            Qt.Key.Key_X: self.cut,
            Qt.Key.Key_V: self.paste_wanted.emit,
        }
        if control and (shift or held & Qt.KeyboardModifier.AltModifier):
            return None  # Ctrl+Shift+V and Ctrl+Alt+V are the menus'
        return (with_control if control else plain).get(key)

    def _refused(self) -> list[tuple[object, int]]:
        """The chosen cells whose content could not be saved."""
        return [
            (self.rows.line_at(index.row()).key, index.column())
            for index in self.chosen()
            if self.rows.is_refused(index)
        ]

    def _open_choices(self) -> None:
        """Alt+↓: the choices of the cell, to pick one and stay there; else an edit."""
        self.edit(self.currentIndex())
        choices = self.viewport().findChildren(QComboBox)
        if choices:
            choices[-1].showPopup()

    def _tab(self, event: QKeyEvent) -> None:
        """Right or left; beyond the last and the first cell out of the table."""
        forward = event.key() == Qt.Key.Key_Tab
        current = self.currentIndex()
        fields = [each for each in self.columns_shown() if each >= TEXT]
        edge = fields[-1 if forward else 0] if fields else current.column()
        last = self.rows.rowCount() - 1 if forward else 0
        beyond = current.column() >= edge if forward else current.column() <= edge
        if not current.isValid() or (current.row() == last and beyond):
            event.ignore()
            return
        self._step(0, 1 if forward else -1)
        event.accept()

    def _leap(self, rows: int, columns: int, *, stretch: bool) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        shown = self.columns_shown()
        if rows:
            line = range(self.rows.rowCount())
            filled = [bool(self.rows.words(row, current.column())) for row in line]
            target = self.rows.index(jump(filled, current.row(), rows), current.column())
        else:
            filled = [bool(self.rows.words(current.row(), each)) for each in shown]
            place = jump(filled, shown.index(current.column()), columns)
            target = self.rows.index(current.row(), shown[place])
        if stretch:
            self._stretch(current, target)
        else:
            self.setCurrentIndex(target)

    def _stretch(self, current: QModelIndex, target: QModelIndex) -> None:
        """Select from the corner opposite the cursor to another cell."""
        chosen = self.chosen()
        rows = {index.row() for index in chosen}
        columns = {index.column() for index in chosen}
        row = max(rows) if current.row() == min(rows) else min(rows)
        column = max(columns) if current.column() == min(columns) else min(columns)
        flags = QItemSelectionModel.SelectionFlag
        area = QItemSelection(self.rows.index(row, column), target)
        self.selectionModel().setCurrentIndex(target, flags.NoUpdate)
        self.selectionModel().select(area, flags.ClearAndSelect)
        self.scrollTo(target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the keys do, in words."""
        from gui.pages.fill.sheet_menu import sheet_menu

        menu = sheet_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # -- what is done to many cells

    def clear_cells(self) -> None:
        """Take the chosen texts out."""
        chosen = self.chosen()
        edits = cleared(self.rows, chosen)
        if edits:
            self.edits_wanted.emit(edits)
        elif any(index.column() in (STATUS, PERCENT) for index in chosen):
            self.told.emit("状态和完成进度不能清空，可以改填其他值。")

    def cut(self) -> None:
        """Copy, then take out."""
        if copy_rows(self):
            self.clear_cells()

    def fill_down(self) -> None:
        """The topmost cell in all chosen below it."""
        edits = filled_down(self.rows, self.chosen(), range(self.rows.rowCount()))
        if edits:
            self.edits_wanted.emit(edits)

    def say_nothing(self) -> None:
        """本期无新进展 for the chosen lines."""
        rows = sorted({index.row() for index in self.chosen()})
        self.nothing_wanted.emit([self.rows.line_at(row) for row in rows])
