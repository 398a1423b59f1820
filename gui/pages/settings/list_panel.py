"""The shape of 科室 and 人员: a heading, a table, and buttons for the marked row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.tablemodels.rows_table import Column, RowsTableModel
from gui.widgets.columns import Columns
from gui.widgets.labels import muted, plain
from gui.widgets.table import plain_table

Way = Callable[[], None]


def _nothing() -> None:
    """Nothing is offered yet."""


class ListPanel(QWidget):
    """The panel that is built on this one says with `offer` what adding, changing and 停用 mean.

    hints: what to know of the list, and what to do while it is empty.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        hints: tuple[str, str],
        columns: Sequence[Column],
        widths: Sequence[int],
    ) -> None:
        super().__init__()
        self.context = context
        self.model = RowsTableModel(columns, self)
        self.table = plain_table(title, self.model, widths)
        Columns(self.table.horizontalHeader(), title, context.preferences)
        self.table.selectionModel().currentRowChanged.connect(self._mark)
        self._hints = hints
        self._hint = muted(hints[0], wrap=True)
        self._buttons: list[QPushButton] = []
        self.paste_wanted: Way = _nothing
        self._order: list[QWidget] = [self.table]
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self.stop_button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        heading = plain(title)
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(self._hint)
        column.addLayout(self._row)
        column.addWidget(self.table, 1)

    def offer(self, add: Way, paste: Way, edit: Way, stop: Way) -> None:
        """The buttons; Enter or a double click on a row changes it, Ctrl+V brings in a list."""
        self.add_button("增加…", add, needs_row=False)
        pasting = self.add_button("从表格粘贴…", paste, needs_row=False)
        pasting.setToolTip("在 Excel 或 WPS 里复制名单，再按 Ctrl+V")
        self.add_button("修改…", edit)
        self.stop_button = self.add_button("停用", stop)
        self.table.activated.connect(lambda _: edit())
        self.paste_wanted = paste
        # Wherever the cursor stands in the panel: nobody puts it into an empty table first.
        shortcut = QShortcut(QKeySequence("Ctrl+V"), self, self.bring_in)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def bring_in(self) -> None:
        """Ctrl+V: a list that was copied elsewhere."""
        if self.context.desk.writable:
            self.paste_wanted()

    def add_button(
        self, word: str, way: Callable[[], None], *, needs_row: bool = True
    ) -> QPushButton:
        """A button above the table; most need a marked row."""
        button = QPushButton(word)
        button.clicked.connect(lambda: way())
        button.setEnabled(self.context.desk.writable and not needs_row)
        if needs_row:
            self._buttons.append(button)
        self._row.insertWidget(self._row.count() - 1, button)
        self._order.insert(-1, button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes as they stand: first the buttons, then the table."""
        super().showEvent(event)
        # Not earlier: to be put into the page would bring the order back to that of making.
        for before, after in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show rows, the marked one kept."""
        place = self.table.currentIndex().row()
        self.model.set_rows(rows)
        self._hint.setText(self._hints[0] if rows else self._hints[1])
        if rows:
            self.table.selectRow(min(max(0, place), len(rows) - 1))
        self._mark()

    def marked(self) -> Any:  # noqa: ANN401 (the subclass knows its rows)
        """The marked row."""
        return self.model.row_at(self.table.currentIndex().row())

    def _mark(self) -> None:
        row = self.marked()
        for button in self._buttons:
            button.setEnabled(row is not None and self.context.desk.writable)
        if row is not None:
            self.stop_button.setText("停用" if row.active else "启用")
