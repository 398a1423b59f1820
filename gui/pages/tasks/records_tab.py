"""记录与佐证: dated notes, and the evidence that hangs on a task."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.dialogs.evidence import PaperDialog
from gui.dialogs.files import ask_files
from gui.dialogs.note import KINDS
from gui.operations import records
from gui.operations.operation import Operation
from gui.pages.tasks.evidence_row import EvidenceLine
from gui.pages.tasks.note_card import NoteCard
from gui.saving import saver
from gui.widgets.autosave import SavingLine, SavingText
from gui.widgets.drop import DropZone
from gui.widgets.fields import PickField
from gui.widgets.labels import muted
from gui.widgets.reuse import fit_cards
from models.rows import EvidenceRow, NoteRow, TaskDetail


class RecordsTab(QWidget):
    """Leaving the new note's field keeps it; a file dropped anywhere here is attached."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: TaskDetail | None = None
        self._notes: list[NoteCard] = []
        self._evidence: list[EvidenceLine] = []
        self.note = SavingText("新的工作记录", saver(context, self._keep_note), (2, 8))
        self.note.setPlaceholderText("写一条工作记录，写好后点别处或按 Ctrl+回车，自动保存")
        self._kind = PickField("类别")
        self._kind.offer(KINDS)
        self._kind.picked.connect(self._show_author)
        self._author = SavingLine("批示人", lambda key, words, heard: None)
        self._author.setPlaceholderText("批示人")
        self._author.hide()
        self._drop = DropZone("把文件拖到这里，作为佐证材料")
        self._drop.dropped.connect(self.attach)
        self._files = QPushButton("添加文件…")
        self._files.clicked.connect(lambda: self.attach(ask_files(self, "添加佐证材料")))
        self._paper = QPushButton("登记纸质原件…")
        self._paper.clicked.connect(self._register)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 8)
        self._column.setSpacing(8)
        kind = QHBoxLayout()
        kind.addWidget(muted("工作记录"))
        kind.addStretch(1)
        kind.addWidget(self._author)
        kind.addWidget(self._kind)
        self._kind.setFixedWidth(104)
        self._author.setFixedWidth(120)
        self._column.addLayout(kind)
        self._column.addWidget(self.note)
        self._note_list = QVBoxLayout()
        self._note_list.setSpacing(8)
        self._column.addLayout(self._note_list)
        buttons = QHBoxLayout()
        self._title = muted("佐证材料")
        buttons.addWidget(self._title)
        buttons.addStretch(1)
        buttons.addWidget(self._files)
        buttons.addWidget(self._paper)
        self._column.addSpacing(8)
        self._column.addLayout(buttons)
        self._evidence_list = QVBoxLayout()
        self._evidence_list.setSpacing(0)
        self._column.addLayout(self._evidence_list)
        self._column.addWidget(self._drop)
        self._column.addStretch(1)

    def show_detail(self, detail: TaskDetail) -> None:
        """Show the notes and the evidence of a task."""
        self._detail = detail
        writable = self._context.desk.writable
        self.note.show_value(("new", detail.task.id), "")
        self.note.setReadOnly(not writable)
        for widget in (self._kind, self._files, self._paper, self._drop):
            widget.setEnabled(writable)
        self._show_notes(detail.notes)
        self._show_evidence(detail)
        count = len(detail.evidence)
        self._title.setText(f"佐证材料 {count} 件" if count else "佐证材料")

    def first_field(self) -> QWidget:
        """The new note."""
        return self.note

    def attach(self, paths: list[Path]) -> None:
        """Keep files as evidence of the task."""
        if self._detail is not None:
            for path in paths:
                self._context.desk.run(records.attach_file(path, self._detail.task.id))

    def _show_notes(self, rows: tuple[NoteRow, ...]) -> None:
        self._notes = fit_cards(
            self._notes,
            [row.id for row in rows],
            lambda: NoteCard(self._context, self),
            self._note_list,
        )
        for card, row in zip(self._notes, rows, strict=True):
            card.show_note(row)

    def _show_evidence(self, detail: TaskDetail) -> None:
        rows = detail.evidence
        self._evidence = fit_cards(
            self._evidence,
            [row.id for row in rows],
            lambda: EvidenceLine(self._context, self),
            self._evidence_list,
        )
        numbers = {measure.id: measure.number for measure in detail.measures}
        for line, row in zip(self._evidence, rows, strict=True):
            line.show_evidence(row, numbers.get(row.measure_id or 0, ""))

    def _show_author(self, kind: str) -> None:
        self._author.setVisible(kind == "instruction")
        if kind == "instruction":
            self._author.setFocus()

    def _keep_note(self, key: Hashable, words: str) -> Operation:
        assert isinstance(key, tuple)
        kind = self._kind.currentData()
        author = self._author.text().strip() if kind == "instruction" else ""
        self._kind.show_value("note")
        self._author.clear()
        self._author.hide()
        return records.add_note(key[1], words, kind, author or None)

    def _register(self) -> None:
        if self._detail is None:
            return
        dialog = PaperDialog(self._detail.task, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._context.desk.run(records.attach_paper(dialog.draft()))

    def evidence(self) -> list[EvidenceRow]:
        """What is listed."""
        return list(self._detail.evidence) if self._detail else []
