"""The head of the plan: title, number, who issued it, when."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.widgets.autosave import Heard, SavingLine, SavingText
from gui.widgets.fields import DayField
from gui.widgets.labels import muted
from gui.widgets.units_line import UnitsLine
from models.intake.draft import PlanDraft

_LINES = (("title", "标题"), ("document_number", "发文字号"), ("notice_title", "来文标题"))


class HeadPanel(QWidget):
    """words_given(field, words); day_given(date)."""

    words_given = Signal(str, str)
    day_given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines = {key: SavingLine(word, self._save) for key, word in _LINES}
        self.lines["issuers"] = UnitsLine("发文机关", self._save)
        self.lines["addressees"] = SavingLine("主送机关", self._save)
        self.issued_on = DayField("成文日期")
        self.preamble = SavingText("前言", self._save, rows=(2, 5))
        self._version = ""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        places = {
            "title": (0, 0, "标题", 3),
            "document_number": (1, 0, "发文字号", 1),
            "issuers": (2, 0, "发文机关", 1),
            "addressees": (2, 2, "主送机关", 1),
            "notice_title": (3, 0, "来文标题", 3),
        }
        for key, (row, column, word, wide) in places.items():
            self._field(grid, row, column, word, self.lines[key], wide)
        self._field(grid, 1, 2, "成文日期", self.issued_on, 1)
        self._field(grid, 4, 0, "前言", self.preamble, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(grid)
        column.addStretch(1)
        self.issued_on.picked.connect(self.day_given)

    def _field(
        self, grid: QGridLayout, row: int, column: int, word: str, field: QWidget, wide: int
    ) -> None:
        label = muted(word, small=True)
        label.setBuddy(field)
        high = isinstance(field, SavingText)
        if high:
            # Beside the first line of the words.
            label.setContentsMargins(0, 8, 0, 0)
        where = Qt.AlignmentFlag.AlignTop if high else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label, row, column, where)
        grid.addWidget(field, row, column + 1, 1, wide)

    @property
    def fields(self) -> dict[str, SavingLine | SavingText]:
        """The fields by the names of what they hold."""
        return {**self.lines, "preamble": self.preamble}

    def show_head(self, head: PlanDraft, version: str) -> None:
        """Show a head; ``version`` tells one plan that was read from another."""
        self._version = version
        for key, field in self.lines.items():
            field.show_value((version, key), _said(head, key))
        self.preamble.show_value((version, "preamble"), head.preamble)
        self.issued_on.show_day(head.issued_on)

    def leave(self) -> None:
        """Take what is being typed as if the fields were left."""
        for field in self.fields.values():
            field.leave()

    def _save(self, key: Hashable, typed: str, heard: Heard) -> None:
        assert isinstance(key, tuple)
        heard(True)
        if key[0] == self._version:
            self.words_given.emit(key[1], typed)


def _said(head: PlanDraft, key: str) -> str:
    value = getattr(head, key)
    return "、".join(value) if isinstance(value, tuple) else value
