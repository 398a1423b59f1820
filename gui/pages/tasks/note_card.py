"""One note: its day and author, its words in a field that saves itself."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.context import Context
from gui.dialogs.note import NoteDialog
from gui.operations import records
from gui.operations.operation import Operation
from gui.saving import run_asked, saver
from gui.widgets.autosave import SavingText
from gui.widgets.fields import day_words
from gui.widgets.icon_button import IconButton
from gui.widgets.labels import muted
from gui.widgets.reuse import Card
from models.rows import NoteRow


class NoteCard(Card):
    """Reworded in place, removed by its cross; undo brings it back."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._row: NoteRow | None = None
        self._facts = muted(small=True)
        self.words = SavingText("工作记录", saver(context, _keep), (1, 8))
        self._remove = IconButton("trash", "删除这条记录（可撤销）")
        self._remove.clicked.connect(self._drop)
        self._edit = IconButton("edit", "修改日期、作者…")
        self._edit.clicked.connect(self._describe)
        top = QHBoxLayout()
        top.addWidget(self._facts, 1)
        top.addWidget(self._edit)
        top.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.words)

    def row_id(self) -> int | None:
        """Which note is shown."""
        return self._row.id if self._row else None

    def show_note(self, row: NoteRow) -> None:
        """Show a note."""
        self._row = row
        kind = " · 领导批示" if row.kind == "instruction" else ""
        self._facts.setText(f"{day_words(row.dated_on)}　{row.author}{kind}")
        self.words.show_value(row.id, row.text)
        self.words.setReadOnly(not self._context.desk.writable)
        for button in (self._edit, self._remove):
            button.setEnabled(self._context.desk.writable)

    def leave(self) -> None:
        """Save what is being typed."""
        self.words.leave()

    def _drop(self) -> None:
        if self._row is not None:
            self._context.desk.run(records.remove_note(self._row.id))

    def _describe(self) -> None:
        if self._row is None:
            return
        dialog = NoteDialog(self._row, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self._context, dialog, records.edit_note(self._row.id, **dialog.values()))


def _keep(key: Hashable, words: str) -> Operation:
    assert isinstance(key, int)
    return records.edit_note(key, text=words)
