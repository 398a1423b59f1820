"""The tree of the draft with its keys; it tells what a person wants and changes nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView

from gui.icons import paint_icon
from gui.pages.intake.draft_delegate import DraftDelegate
from gui.preferences import Preferences
from gui.tablemodels.draft_tree import DUE, HEAD, KIND, NAME, ROW_ROLE, UNITS, DraftTreeModel, Line
from gui.theme import Theme
from gui.widgets.columns import Columns
from gui.widgets.copying import make_copyable
from models.intake.editing.outline import Outline

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {KIND: 84, UNITS: 148, DUE: 80}
# A longer draft begins folded: unfolding it all would hold up the window at every step.
_UNFOLDED = 3000


class DraftView(QTreeView):
    """line_chosen(id): the cursor went to a line; menu_wanted(QPoint); edit_wanted()."""

    line_chosen = Signal(int)
    menu_wanted = Signal(QPoint)
    edit_wanted = Signal()

    def __init__(self, model: DraftTreeModel, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setAccessibleName("读出的要点")
        self._theme = theme
        self._lines = model
        self._folded: set[int] = set()
        self._unfolded: set[int] = set()
        self.setModel(model)
        self._delegate = DraftDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        self.collapsed.connect(lambda index: self._remember(index, folded=True))
        self.expanded.connect(lambda index: self._remember(index, folded=False))
        self._lay_out_columns()
        self.columns = Columns(self.header(), "读出的要点", preferences)
        make_copyable(self)

    def _lay_out_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)

    def show_outline(self, outline: Outline, focus: int, *, fresh: bool = False) -> None:
        """Show a draft with the cursor on a line; folds stay unless it is a fresh one."""
        if fresh:
            self._folded.clear()
            self._unfolded.clear()
        self._lines.set_outline(outline)
        if len(outline.entries) <= _UNFOLDED:
            self.expandAll()
        # What a person folded and unfolded stays so; signals are held back meanwhile.
        for line_id in self._folded if len(outline.entries) <= _UNFOLDED else self._unfolded:
            index = self._lines.index_of(line_id)
            self.setExpanded(index, line_id in self._unfolded)
        self.go_to(focus)

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        line_id = self._lines.line(index).id
        (self._folded if folded else self._unfolded).add(line_id)
        (self._unfolded if folded else self._folded).discard(line_id)

    def go_to(self, line_id: int) -> bool:
        """Put the cursor on a line."""
        index = self._lines.index_of(line_id)
        if not index.isValid():
            return False
        if self.currentIndex().siblingAtColumn(NAME) != index:
            self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def current_id(self) -> int:
        """The line under the cursor."""
        index = self.currentIndex()
        return self._lines.line(index).id if index.isValid() else HEAD

    def selected_ids(self) -> list[int]:
        """All selected lines but the plan's head."""
        rows = self.selectionModel().selectedRows(NAME)
        found = [self._lines.line(index).id for index in rows]
        return [line_id for line_id in found if line_id != HEAD]

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the cursor went."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.line_chosen.emit(self._lines.line(current).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter and F2 go into the fields; the rest are the actions' keys."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and key is Qt.Key.Key_Space:
            index = self.currentIndex().siblingAtColumn(NAME)
            self._lines.setData(index, True, Qt.ItemDataRole.CheckStateRole)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole width of a line has one ground, the room before its words too."""
        line = index.data(ROW_ROLE)
        if isinstance(line, Line):
            under = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
            self._delegate.paint_ground(
                painter,
                option.rect,
                line,
                chosen=self.selectionModel().isSelected(index),
                hover=under.isValid() and self._lines.line(under) is line,
            )
        super().drawRow(painter, option, index)
        if self.hasFocus() and isinstance(line, Line) and line.id == self.current_id():
            mark = QRect(0, option.rect.y(), 3, option.rect.height() - 1)
            painter.fillRect(mark, QColor(self._theme.colours.accent))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small arrow before lines that can be folded."""
        line = index.data(ROW_ROLE)
        if isinstance(line, Line) and line.children:
            name = "down" if self.isExpanded(index) else "right"
            box = QRectF(rect.right() - 13, rect.center().y() - 6, 13, 13)
            paint_icon(painter, name, self._theme.colours.muted, box)
