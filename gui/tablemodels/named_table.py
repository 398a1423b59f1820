"""A table whose headings a person may write over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from gui.tablemodels.own_headings import OwnHeadings

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


class NamedTableModel(OwnHeadings, QAbstractTableModel):
    """headings: the words over the columns as they come."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.begin_headings(headings)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)
