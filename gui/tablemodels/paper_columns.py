"""The columns of one paper, to be named, ordered and left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from gui.tablemodels.named_table import Index, NamedTableModel
from models.papersettings import ColumnChoice
from reports.columns import ALWAYS, COLUMNS, choices_for

_HEADINGS = ("栏目", "自定名称（空着用原名）")
_USUAL, _NAME = 0, 1


class PaperColumnsModel(NamedTableModel):
    """A row a column of the paper: its usual words with a box, and the office's own name.

    `choices()` is what stands here; whoever edits a cell hears of it by `dataChanged`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_HEADINGS, parent)
        self._words: dict[str, str] = {}
        self._rows: list[ColumnChoice] = []

    def show_paper(self, paper: str, chosen: Sequence[ColumnChoice]) -> None:
        """Show the columns of a paper as the office wants them."""
        rows = list(choices_for(paper, chosen))
        words = dict(COLUMNS[paper])
        if (rows, words) == (self._rows, self._words):
            return
        self.beginResetModel()
        self._rows, self._words = rows, words
        self.endResetModel()

    def choices(self) -> tuple[ColumnChoice, ...]:
        """The columns in order."""
        return tuple(self._rows)

    def moved(self, place: int, by: int) -> tuple[ColumnChoice, ...]:
        """The columns with one of them moved up (-1) or down (1); at an edge as they are."""
        rows = list(self._rows)
        if 0 <= place < len(rows) and 0 <= place + by < len(rows):
            rows.insert(place + by, rows.pop(place))
        return tuple(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many columns the paper has."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The box can be ticked where the column may be left out; the name can be written."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if index.column() == _NAME:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags if self._rows[index.row()].key in ALWAYS else flags | _CHECKABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, and whether it is printed."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == _USUAL:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.shown else Qt.CheckState.Unchecked
            return self._words[row.key] if role == Qt.ItemDataRole.DisplayRole else None
        return row.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Tick, or write a name."""
        if not index.isValid():
            return False
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and row.key not in ALWAYS:
            changed = replace(row, shown=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and index.column() == _NAME:
            changed = replace(row, name=str(value).strip())
        else:
            return False
        if changed != row:
            self._rows[index.row()] = changed
            self.dataChanged.emit(index, index)
        return True


_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable
