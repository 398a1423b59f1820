"""The columns of a table in one list: ticked to be shown, moved, renamed, sized."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from gui.dialogs.form import FormDialog
from gui.widgets.columns import ColumnState
from gui.widgets.fields import FIELD_HEIGHT

_ROWS = 11


class ColumnsDialog(FormDialog):
    """Hands back the columns as they are wanted; `first` is how they are without any wish."""

    def __init__(
        self,
        states: Sequence[ColumnState],
        first: Sequence[ColumnState],
        marked: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("表格的列", "勾选要显示的列；可改名称、宽度和次序。", parent)
        self._first = list(first)
        self.list = QListWidget()
        self.list.setAccessibleName("列")
        self.list.setObjectName("checkList")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(_ROWS * 28)
        self.name = QLineEdit()
        self.name.setPlaceholderText("留空则用原来的名称")
        self.width_field = QSpinBox()
        self.width_field.setRange(24, 1200)
        self.width_field.setSuffix(" 像素")
        self.width_field.setFixedHeight(FIELD_HEIGHT)
        self.width_field.lineEdit().setTextMargins(6, 0, 0, 0)
        self.add_row("列", self.list)
        self.add_row("", self._moves())
        self.add_row("名称", self.name)
        self.add_row("宽度", self.width_field)
        self._fill(states)
        self.list.currentItemChanged.connect(lambda *_: self._show_marked())
        self.name.textEdited.connect(self._named)
        self.width_field.valueChanged.connect(self._sized)
        keys = [state.key for state in states]
        self.list.setCurrentRow(keys.index(marked) if marked in keys else 0)

    def _moves(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for word, way in (
            ("上移", lambda: self._move(-1)),
            ("下移", lambda: self._move(+1)),
            ("恢复默认", lambda: self._fill(self._first)),
        ):
            button = QPushButton(word)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, do=way: do())
            line.addWidget(button)
        line.addStretch(1)
        return row

    def states(self) -> list[ColumnState]:
        """The columns as they are wanted, in order."""
        return [self._state(self.list.item(place)) for place in range(self.list.count())]

    def _state(self, item: QListWidgetItem) -> ColumnState:
        state: ColumnState = item.data(Qt.ItemDataRole.UserRole)
        return replace(state, shown=item.checkState() is Qt.CheckState.Checked)

    def _fill(self, states: Sequence[ColumnState]) -> None:
        self.list.clear()
        for state in states:
            item = QListWidgetItem(state.name)
            item.setData(Qt.ItemDataRole.UserRole, state)
            item.setCheckState(Qt.CheckState.Checked if state.shown else Qt.CheckState.Unchecked)
            if state.fixed:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show_marked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            state = self._state(item)
            self.name.setText(state.name)
            self.name.setPlaceholderText(state.key)
            self.width_field.setValue(state.width)

    def _named(self, words: str) -> None:
        self._put(lambda state: replace(state, name=words.strip() or state.key))

    def _sized(self, width: int) -> None:
        self._put(lambda state: replace(state, width=width))

    def _put(self, change: Callable[[ColumnState], ColumnState]) -> None:
        item = self.list.currentItem()
        if item is not None:
            state = change(self._state(item))
            item.setData(Qt.ItemDataRole.UserRole, state)
            item.setText(state.name)

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        # The first column stays where the tree's branches are.
        if place < 1 or not 1 <= place + by < self.list.count():
            return
        item = self.list.takeItem(place)
        self.list.insertItem(place + by, item)
        self.list.setCurrentRow(place + by)
