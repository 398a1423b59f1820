"""记录与佐证: dated notes, and the evidence that hangs on a task."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.dialogs.evidence import PaperDialog
from gui.dialogs.files import ask_files
from gui.dialogs.note import KINDS
from gui.operations import records
from gui.operations.operation import Operation
from gui.pages.tasks.evidence_files import EvidenceFiles
from gui.pages.tasks.evidence_row import EvidenceLine
from gui.pages.tasks.note_card import NoteCard
from gui.saving import run_asked, saver
from gui.widgets.autosave import SavingLine, SavingText
from gui.widgets.copying import table_data
from gui.widgets.drop import DropZone
from gui.widgets.fields import PickField
from gui.widgets.icon_button import IconButton
from gui.widgets.labels import muted
from gui.widgets.reuse import fit_cards, scroll_to
from models.rows import EvidenceRow, NoteRow, TaskDetail
from models.words import long_day

_HEADINGS = ("序号", "材料名称", "文号", "形成日期", "来源", "页数", "对应举措", "存放位置或文件")

# Until the layouts of a new row have come to rest.
_SETTLED_MS = 50


class RecordsTab(QWidget):
    """Leaving the new note's field keeps it; a file dropped anywhere here is attached.

    files_wanted([Path]), paste_wanted(): attach these; look_wanted(rows, evidence_id).
    """

    files_wanted = Signal(list)
    paste_wanted = Signal()
    look_wanted = Signal(list, int)

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
        self._fresh: int | None = None
        self._of_evidence = EvidenceFiles(context, self)
        self._drop = DropZone("把文件或文件夹拖到任务上的任何地方，或按 Ctrl+V 粘贴图片、文件")
        self._drop.setWordWrap(True)
        self._drop.dropped.connect(self.attach)
        self._list_copied = IconButton("copy", "复制清单：成为表格，可粘贴到 Excel、WPS")
        self._list_copied.clicked.connect(self.copy_list)
        self._files = QPushButton("添加文件…")
        self._files.clicked.connect(self._ask_files)
        self._paper = QPushButton("登记纸质原件…")
        self._paper.clicked.connect(self._register)
        self._lay_out()

    def _ask_files(self) -> None:
        self.attach(ask_files(self, "添加佐证材料", self._context.preferences))

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
        buttons.setSpacing(4)
        self._title = muted("佐证材料")
        buttons.addWidget(self._title)
        buttons.addStretch(1)
        buttons.addWidget(self._list_copied)
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
        self._list_copied.setVisible(bool(count))
        self._ask_fresh_name()

    def first_field(self) -> QWidget:
        """The new note."""
        return self.note

    def attach(self, paths: list[Path]) -> None:
        """Keep files as evidence of the task."""
        self.files_wanted.emit(paths)

    def name_next(self, evidence_id: int) -> None:
        """A piece was just attached: as soon as it is listed, its name is asked for."""
        self._fresh = evidence_id
        self._ask_fresh_name()

    def _ask_fresh_name(self) -> None:
        found = [line for line in self._evidence if line.row_id() == self._fresh]
        if self._fresh is not None and found and self.isVisible():
            self._fresh = None
            # After the layouts have found its place: before that it cannot be scrolled to.
            QTimer.singleShot(_SETTLED_MS, found[0], partial(_begin_naming, found[0]))

    def copy_list(self) -> None:
        """The evidence as a table on the clipboard."""
        numbers = {row.id: row.number for row in self._detail.measures} if self._detail else {}
        rows = [
            [
                place,
                row.name,
                row.document_number,
                long_day(row.formed_on) if row.formed_on else "",
                row.source,
                row.pages or "",
                numbers.get(row.measure_id or 0, ""),
                row.place or row.file_name,
            ]
            for place, row in enumerate(self.evidence(), 1)
        ]
        QGuiApplication.clipboard().setMimeData(table_data(rows, _HEADINGS))
        self._context.bus.told.emit("佐证材料清单已复制，可以粘贴到 Excel 或 WPS。")

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
            self._make_line,
            self._evidence_list,
        )
        for line, row in zip(self._evidence, rows, strict=True):
            line.show_evidence(row, detail.measures)

    def _make_line(self) -> EvidenceLine:
        line = EvidenceLine(self._context, self._of_evidence, self)
        line.look_wanted.connect(
            lambda number: self.look_wanted.emit(
                [row for row in self.evidence() if row.sha256], number
            )
        )
        return line

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
            run_asked(self._context, dialog, records.attach_paper(dialog.draft()))

    def evidence(self) -> list[EvidenceRow]:
        """What is listed."""
        return list(self._detail.evidence) if self._detail else []


def _begin_naming(line: EvidenceLine) -> None:
    scroll_to(line)
    line.ask_name()
