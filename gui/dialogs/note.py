"""What is said beside a note: when, by whom, and whether it is a 领导批示."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.widgets.fields import DayField, PickField
from models.rows import NoteRow

KINDS = (("记录", "note"), ("领导批示", "instruction"))


class NoteDialog(FormDialog):
    """修改日期、作者和类别; the words are changed where they stand."""

    def __init__(self, row: NoteRow, parent: QWidget | None = None) -> None:
        super().__init__("工作记录", "", parent)
        self._day = DayField("日期")
        self._day.show_day(row.dated_on)
        self._day.dateChanged.connect(self.check)
        self.add_row("日期", self._day)
        self._author = self.add_line("记录人或批示人", row.author)
        self._kind = PickField("类别")
        self._kind.offer(KINDS)
        self._kind.show_value(row.kind)
        self.add_row("类别", self._kind)

    def complete(self) -> bool:
        """A day is needed."""
        return self._day.day() is not None

    def values(self) -> dict[str, Any]:
        """dated_on, author, kind."""
        return {
            "dated_on": self._day.day(),
            "author": self._author.text(),
            "kind": self._kind.currentData(),
        }
