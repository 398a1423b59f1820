"""One note: its day and author, its words in a field that saves itself."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import records
from gui.operations.operation import Operation
from gui.saving import saver
from gui.widgets.autosave import SavingText
from gui.widgets.fields import day_words
from gui.widgets.icon_button import IconButton
from gui.widgets.labels import muted
from models.rows import NoteRow


class NoteCard(QWidget):
    """Reworded in place, removed by its cross; undo brings it back."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.note_id: int | None = None
        self._facts = muted(small=True)
        self.words = SavingText("工作记录", saver(context, _keep), (1, 8))
        self._remove = IconButton("trash", "删除这条记录（可撤销）")
        self._remove.clicked.connect(self._drop)
        top = QHBoxLayout()
        top.addWidget(self._facts, 1)
        top.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.words)

    def show_note(self, row: NoteRow) -> None:
        """Show a note."""
        self.note_id = row.id
        kind = " · 领导批示" if row.kind == "instruction" else ""
        self._facts.setText(f"{day_words(row.dated_on)}　{row.author}{kind}")
        self.words.show_value(row.id, row.text)
        self.words.setReadOnly(not self._context.desk.writable)
        self._remove.setEnabled(self._context.desk.writable)

    def leave(self) -> None:
        """Save what is being typed."""
        self.words.leave()

    def _drop(self) -> None:
        if self.note_id is not None:
            self._context.desk.run(records.remove_note(self.note_id))


def _keep(key: Hashable, words: str) -> Operation:
    assert isinstance(key, int)
    return records.edit_note(key, words)
