"""A table of rows that are ticked or not; the ticks stand in the first column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from gui.tablemodels.rows_table import Column, Index, RowsTableModel

_CHECK = Qt.ItemDataRole.CheckStateRole


class CheckTableModel(RowsTableModel):
    """`ticked(count)` whenever another row is ticked."""

    ticked = Signal(int)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._ticked: set[int] = set()

    def show_rows(self, rows: Sequence[Any], ticked: Iterable[int] | None = None) -> None:
        """Show other rows, all of them ticked, or those at some places."""
        self._ticked = set(range(len(rows)) if ticked is None else ticked)
        self.set_rows(rows)
        self.ticked.emit(len(self._ticked))

    def chosen(self) -> list[Any]:
        """The rows that are ticked, in their order."""
        return [self.row_at(place) for place in sorted(self._ticked)]

    def tick_all(self, ticked: bool) -> None:
        """Tick every row, or none."""
        self._ticked = set(range(self.rowCount())) if ticked else set()
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.ticked.emit(len(self._ticked))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The tick beside the first words."""
        if role == _CHECK:
            if not index.isValid() or index.column() != 0:
                return None
            ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick a row."""
        if role != _CHECK or not index.isValid() or index.column() != 0:
            return False
        self._ticked ^= {index.row()}
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked.emit(len(self._ticked))
        return True
