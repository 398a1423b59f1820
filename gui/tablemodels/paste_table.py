"""A pasted block before it is saved: what goes where, beside what stands there now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from gui.tablemodels.named_table import Index, NamedTableModel
from gui.tablemodels.paste_rows import Row, make_row
from models.filling import PasteGround, PasteItem, Place, apply_suggestions

TAKE, WHERE, FIELD, BEFORE, AFTER, REMARK = range(6)
_HEADINGS = ("填入", "填到", "栏目", "现有内容", "新内容", "说明")
_NOTHING = QModelIndex()
_SHOWN = 200


class PasteTableModel(NamedTableModel):
    """Rows change only by what a person does; nothing is saved from here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_HEADINGS, parent)
        self._rows: list[Row] = []
        self._ground: PasteGround | None = None
        self._people: tuple[str, ...] = ()

    def set_rows(self, rows: Iterable[Row], ground: PasteGround, people: Sequence[str]) -> None:
        """Show a block."""
        self.beginResetModel()
        self._ground, self._people = ground, tuple(people)
        self._rows = list(rows)
        self.endResetModel()

    def _row(self, item: PasteItem, pasted: str) -> Row:
        assert self._ground is not None
        return make_row(item, pasted, self._ground, self._people)

    def row_at(self, place: int) -> Row:
        """A row."""
        return self._rows[place]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return tuple(self._rows)

    @property
    def taken(self) -> list[PasteItem]:
        """What would be saved now."""
        return [row.item for row in self._rows if row.take and not row.fault]

    def drop(self, items: Iterable[PasteItem]) -> None:
        """Take saved items out."""
        gone = set(items)
        self.beginResetModel()
        self._rows = [row for row in self._rows if row.item not in gone]
        self.endResetModel()

    # -- what a person changes

    def take(self, place: int, take: bool) -> None:
        """Tick a row, unless it cannot be filled in."""
        row = self._rows[place]
        self._put(place, replace(row, take=take and not row.fault))

    def take_overwriting(self) -> None:
        """Tick everything that would overwrite."""
        for place, row in enumerate(self._rows):
            if row.overwrites and not row.fault:
                self._rows[place] = replace(row, take=True)
        self._tell_all()

    def move(self, place: int, target: Place | None, field: str) -> None:
        """Send a row elsewhere by hand."""
        row = self._rows[place]
        item = replace(row.item, place=target, field=field, doubt="")
        self._put(place, self._row(item, row.pasted))

    def reword(self, place: int, words: str) -> None:
        """Other words for a row."""
        if words != self._rows[place].item.text:
            self._put(place, self._reworded(place, words))

    def _reworded(self, place: int, words: str) -> Row:
        row = self._rows[place]
        changed = self._row(replace(row.item, text=words), row.pasted)
        return replace(changed, take=not changed.fault and (row.take or changed.take))

    def tidy(self, only: int | None = None) -> None:
        """Take out what the suggestions name; `untidy` brings it back."""
        for place, row in enumerate(self._rows):
            if row.pieces and only in (None, place):
                words = apply_suggestions(row.item.text, row.pieces)
                self._rows[place] = self._reworded(place, words)
        self._tell_all()

    def untidy(self, place: int) -> None:
        """The words as they were pasted."""
        self.reword(place, self._rows[place].pasted)

    def _tell_all(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, REMARK)
            self.dataChanged.emit(self.index(0, 0), last)

    def _put(self, place: int, row: Row) -> None:
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, REMARK))

    # -- Qt's questions

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """How many pieces."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        found = super().flags(index)
        if index.isValid() and index.column() == TAKE and not self._rows[index.row()].fault:
            return found | Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words of a cell and the tick."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TAKE and not row.fault:
            return Qt.CheckState.Checked if row.take else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(row, index.column())[:_SHOWN] or None
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick or untick."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.take(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _words(self, row: Row, column: int) -> str:
        place = row.item.place
        if column == TAKE:
            return f"第{row.item.line}行"
        if column == WHERE:
            if place is not None:
                return self.title(place)
            name = row.item.name[:_SHOWN].replace("\n", " ")
            return f"未对应：{name}" if name else "未对应"
        found = {
            FIELD: row.item.word,
            BEFORE: row.before,
            AFTER: row.item.text,
            REMARK: row.remark,
        }[column]
        return found[:_SHOWN].replace("\n", " ")

    def title(self, place: Place) -> str:
        """4 专利代理规范与立法调研."""
        titles = self._ground.titles if self._ground is not None else {}
        return f"{place.label} {titles.get(place.what, '')}"
