"""Headings that a person may write over; `gui/widgets/columns.py` keeps what was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, Qt

# To Python the shared part is no model; Qt's own class comes after it.
_Model = QAbstractItemModel if TYPE_CHECKING else object


class OwnHeadings(_Model):
    """Written before Qt's class; `begin_headings` says the words over the columns as they come."""

    def begin_headings(self, headings: Sequence[str]) -> None:
        """headings: nothing that a person wrote stands over them yet."""
        self._headings = tuple(headings)
        self._names: dict[int, str] = {}

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (Qt's variant)
        """The words over the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._headings):
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
