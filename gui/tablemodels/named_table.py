"""A table whose headings a person may write over; `gui/widgets/columns.py` keeps what was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


class NamedTableModel(QAbstractTableModel):
    """headings: the words over the columns as they come."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._names: dict[int, str] = {}

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (Qt's variant)
        """The words over the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._names.get(section) or self._headings[section]

    def setHeaderData(
        self,
        section: int,
        orientation: Qt.Orientation,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Write other words over a column; nothing gives it its own back."""
        if role != Qt.ItemDataRole.EditRole or orientation is not Qt.Orientation.Horizontal:
            return False
        self._names[section] = str(value or "")
        self.headerDataChanged.emit(orientation, section, section)
        return True
