"""The 填报 table: a row for each report, cells that are edited in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from gui.operations.filling import Edit
from gui.tablemodels.named_table import Index, NamedTableModel
from models import text
from models.filling import FIELD_WORDS, FIELDS, FillLine
from models.rows import SectionRow
from models.rules import Status
from models.words import number

LINE_ROLE = Qt.ItemDataRole.UserRole
MUTED_ROLE = Qt.ItemDataRole.UserRole + 1
REFUSED_ROLE = Qt.ItemDataRole.UserRole + 2
NUMBER, TASK, SECTION, TEXT, PROBLEMS, NEXT, STATUS, PERCENT = range(8)
HEADINGS = ("序号", "任务", "责任科室", *(FIELD_WORDS[field] for field in FIELDS))
TEXTS = (TEXT, PROBLEMS, NEXT)
CHOICES = (
    Status.NOT_STARTED,
    Status.DOING,
    Status.ONGOING,
    Status.SUSPENDED,
    Status.COMPLETED,
)
_SAME = "与上期文字相同，请核对。"
_REFUSED = "这里的内容还没有保存，下一次保存时一起补存；按 Esc 放弃。"
NOTHING_NEW = "本期无新进展"
_PERCENT = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*[%％]?\s*")
_NO_PERCENT = "完成进度应是0到100之间的数，没有保存；请改正后再填。"
_NO_STATUS = f"状态应是{'、'.join(each.word for each in CHOICES)}之一，没有保存；请改正后再填。"


def field_of(column: int) -> str | None:
    """Which field of a report a column holds, None for the three that name the line."""
    return FIELDS[column - TEXT] if TEXT <= column <= PERCENT else None


class FillTableModel(NamedTableModel):
    """`edited(list[Edit])` is a wish; the cell shows it until the ledger has answered.

    refused(str, str): a sentence about what cannot be in a cell, and what was typed.
    """

    edited = Signal(object)
    refused = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._lines: tuple[FillLine, ...] = ()
        self._pending: dict[tuple[object, str], Any] = {}
        self._refused: set[tuple[object, str]] = set()
        self._short: dict[int, str] = {}
        self.writable = True

    # -- what is shown

    def set_lines(self, lines: Sequence[FillLine]) -> None:
        """Show other lines; where they are the same reports, only their contents change."""
        fresh = tuple(lines)
        if [line.key for line in fresh] == [line.key for line in self._lines]:
            old, self._lines = self._lines, fresh
            for row in (i for i, line in enumerate(fresh) if line != old[i]):
                self._tell(row)
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    @property
    def lines(self) -> tuple[FillLine, ...]:
        """The lines that are shown."""
        return self._lines

    def line_at(self, row: int) -> FillLine:
        """The line of a row."""
        return self._lines[row]

    def row_of(self, key: object) -> int:
        """The row of a line's key, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def set_sections(self, sections: Sequence[SectionRow]) -> None:
        """Call sections by their short names."""
        self._short = {each.id: each.short_name for each in sections if each.short_name}
        if self._lines:
            self.dataChanged.emit(self.index(0, SECTION), self.index(len(self._lines) - 1, SECTION))

    def pend(self, edits: Iterable[Edit]) -> None:
        """Show what was typed until it is saved."""
        for edit in edits:
            place = (edit.line.key, edit.field)
            self._pending[place] = edit.value
            self._refused.discard(place)
            self._tell(self.row_of(edit.line.key))

    def refuse(self, edits: Iterable[Edit]) -> None:
        """Go on showing what could not be saved, marked, unless something newer was typed."""
        for edit in edits:
            place = (edit.line.key, edit.field)
            if self._pending.get(place) == edit.value:
                self._refused.add(place)
                self._tell(self.row_of(edit.line.key))

    def is_refused(self, index: Index) -> bool:
        """Whether what a cell shows was to be saved and could not be."""
        place = (self._lines[index.row()].key, field_of(index.column()))
        return place in self._refused or (
            index.column() == TEXT and (place[0], "nothing_new") in self._refused
        )

    def settle(self, edits: Iterable[Edit]) -> None:
        """The ledger has answered: show what it holds; a newer wish for the cell stays."""
        for edit in edits:
            place = (edit.line.key, edit.field)
            if self._pending.get(place) == edit.value:
                self._pending.pop(place, None)
                self._refused.discard(place)
                self._tell(self.row_of(edit.line.key))

    @property
    def waiting(self) -> bool:
        """Whether something that was typed is not in the ledger yet."""
        return bool(self._pending)

    def typed(self) -> list[tuple[str, str, str]]:
        """Typed texts that are not in the ledger yet: what people call the cell, its key, words."""
        labels = {line.key: line.label for line in self._lines}
        return [
            (
                f"第{labels.get(key, '')}项{HEADINGS[FIELDS.index(name) + TEXT]}",
                repr((key, name)),
                value,
            )
            for (key, name), value in self._pending.items()
            if isinstance(value, str) and name in FIELDS and value.strip()
        ]

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, PERCENT))

    # -- Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (Qt's variant)
        """The words over the columns; beside a row, whether it is filled."""
        if orientation is Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        line = self._lines[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "同" if line.repeated else "✓" if line.filled else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            filled = _SAME if line.repeated else "本期已填"
            return filled if line.filled else "本期还没有填"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of a report can be edited; the status only of a whole task that is not 办结."""
        found = super().flags(index)
        if not index.isValid() or not self.writable or field_of(index.column()) is None:
            return found
        line = self._lines[index.row()]
        if index.column() == STATUS and (line.measure_id is not None or line.task.status.done):
            return found
        return found | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, what an editor begins with, and the line itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _REFUSED if self.is_refused(index) else self._tip(line, index.column())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _REFUSED if self.is_refused(index) else ""
        if role == MUTED_ROLE:
            return not self.words(index.row(), index.column())
        if role == REFUSED_ROLE:
            return self.is_refused(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.label} {HEADINGS[index.column()]}：{self._shown(index.row(), index.column())}"
        return None

    def words(self, row: int, column: int) -> str:
        """What a cell holds, as it is copied and edited; empty where nobody said anything."""
        line = self._lines[row]
        field = field_of(column)
        if field is None:
            return self._shown(row, column)
        value = self._pending.get((line.key, field), self._value(line, field))
        if value is None:
            return ""
        if isinstance(value, Status):
            return value.word
        return f"{number(value)}%" if field == "percent" else str(value)

    def _value(self, line: FillLine, field: str) -> Any:  # noqa: ANN401 (a text, status or number)
        if field == "status":
            return line.task.status if line.measure_id is None else None
        if field == "percent":
            return line.entry.percent if line.entry else None
        return line.words(field)

    def _shown(self, row: int, column: int) -> str:
        line = self._lines[row]
        if column == NUMBER:
            return line.label
        if column == TASK:
            return text.proper(line.title)
        if column == SECTION:
            return self._short.get(line.section_id) or line.section or "未分工"
        words = self.words(row, column) if field_of(column) else ""
        if words:
            return words
        if column == TEXT and (
            self._pending.get((line.key, "nothing_new"), False)
            or (line.entry is not None and line.entry.nothing_new)
        ):
            return NOTHING_NEW
        if column == PERCENT and line.measure_id is None and line.task.percent:
            return f"{number(line.task.percent)}%"
        return ""

    def _tip(self, line: FillLine, column: int) -> str | None:
        field = field_of(column)
        if column == TASK:
            return text.proper(line.task.local_text or line.task.text)
        if column == TEXT and line.repeated:
            return _SAME
        if field and line.reviewed(field):
            return "审定文本，改动的是审定的文字；原报文本不变。"
        if column == PERCENT and line.entry is not None and line.entry.percent is None:
            return "本期没有填，显示的是最近一次的进度。"
        return None

    # -- what a person did

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Wish for another content of one cell."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        edit = self.edit_for(index.row(), index.column(), str(value))
        if edit is None:
            return False
        self.edited.emit([edit])
        return True

    def edit_for(self, row: int, column: int, typed: str) -> Edit | None:
        """The wish that typed words mean; None where nothing changes or they cannot be there."""
        field = field_of(column)
        editable = self.flags(self.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        stands = typed == self.words(row, column) and not self.is_refused(self.index(row, column))
        if field is None or not editable or stands:
            return None
        line = self._lines[row]
        if field == "percent":
            value, fault = _percent(typed), _NO_PERCENT
        elif field == "status":
            value = next((each for each in CHOICES if each.word == typed.strip()), None)
            fault = _NO_STATUS
        else:
            return Edit(line, field, typed)
        if value is None:
            self.refused.emit(fault, typed)
            return None
        return None if value == self._value(line, field) else Edit(line, field, value)


def _percent(typed: str) -> float | None:
    match = _PERCENT.fullmatch(text.clean(typed, text.ANY_LENGTH, lines=False))
    value = float(match[1]) if match else -1.0
    return value if 0 <= value <= 100 else None
