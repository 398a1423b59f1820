"""A heading, a table of rows to tick, and the buttons for all and none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.preferences import Preferences
from gui.tablemodels.check_table import CheckTableModel
from gui.tablemodels.rows_table import Column
from gui.widgets.columns import Columns
from gui.widgets.labels import muted, plain
from gui.widgets.table import ROW, plain_table

_MOST = 8


class CheckTable(QWidget):
    """Space ticks the marked rows; `action` is the button that does it."""

    def __init__(
        self,
        title: str,
        hint: str,
        columns: Sequence[Column],
        widths: Sequence[int],
        action: str,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.model = CheckTableModel(columns, self)
        self.table = plain_table(title, self.model, widths)
        Columns(self.table.horizontalHeader(), title, preferences)
        self.table.installEventFilter(self)
        self.action = QPushButton(action)
        self._word = action
        every, none = QPushButton("全选"), QPushButton("全不选")
        for button, ticked in ((every, True), (none, False)):
            button.setProperty("flat", True)
            # In a dialog Enter means 确定.
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, on=ticked: self.model.tick_all(on))
        heading = plain(title)
        heading.setProperty("title", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(every)
        row.addWidget(none)
        row.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        if hint:
            column.addWidget(muted(hint, wrap=True, small=True))
        column.addWidget(self.table)
        self.model.ticked.connect(self._count)

    def show_rows(self, rows: Sequence[Any], ticked: Iterable[int] | None = None) -> None:
        """Show other rows; without any the list is away."""
        self.model.show_rows(rows, ticked)
        self.setVisible(bool(rows))
        height = self.table.horizontalHeader().sizeHint().height() + 4
        self.table.setFixedHeight(height + ROW * min(max(len(rows), 1), _MOST))
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks whatever cell of the row the cursor stands in."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            for index in self.table.selectionModel().selectedRows(0):
                self.model.setData(index, True, Qt.ItemDataRole.CheckStateRole)
            return True
        return super().eventFilter(watched, event)

    def _count(self, count: int) -> None:
        self.action.setText(f"{self._word}（{count} 项）" if count else self._word)
        self.action.setEnabled(count > 0)
