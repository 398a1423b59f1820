"""One piece of evidence: its name and facts; looked at, opened, saved out, described, taken out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.dialogs.evidence import EvidenceDialog
from gui.operations import records
from gui.operations.operation import Operation
from gui.pages.tasks.evidence_files import EvidenceFiles
from gui.saving import run_asked, saver
from gui.widgets.autosave import SavingLine
from gui.widgets.fields import day_words
from gui.widgets.icon_button import IconButton
from gui.widgets.labels import Elided
from gui.widgets.reuse import Card
from models.rows import EvidenceRow, MeasureRow


class EvidenceLine(Card):
    """The name is changed where it stands; a paper original has no file: its place is said.

    look_wanted(evidence_id): show it in the window.
    """

    look_wanted = Signal(int)

    def __init__(self, context: Context, files: EvidenceFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._files = files
        self._row: EvidenceRow | None = None
        self._measures: tuple[MeasureRow, ...] = ()
        self.name = SavingLine("材料名称", saver(context, self._keep_name))
        self.name.setProperty("quiet", True)
        self.name.setPlaceholderText("材料名称")
        self._facts = Elided()
        self._facts.setProperty("small", True)
        self._facts.setContentsMargins(8, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(0)
        row.addLayout(words, 1)
        self._look = self._button("look", "在窗口里查看", self._show_here)
        self._open = self._button("open", "用其他程序打开", self._show_file)
        self._save = self._button("save", "另存到…", self._save_out)
        self._edit = self._button("edit", "修改说明…", self._describe)
        self._remove = self._button("trash", "移除（可撤销）", self._detach)
        for button in (self._look, self._open, self._save, self._edit, self._remove):
            row.addWidget(button)

    def _button(self, name: str, word: str, way: Callable[[], None]) -> QToolButton:
        button = IconButton(name, word)
        button.clicked.connect(lambda: way())
        return button

    def row_id(self) -> int | None:
        """Which piece is shown."""
        return self._row.id if self._row else None

    def leave(self) -> None:
        """Save what is being typed."""
        self.name.leave()

    def show_evidence(self, row: EvidenceRow, measures: Sequence[MeasureRow]) -> None:
        """Show a piece; measures: those of its task."""
        self._measures = tuple(measures)
        measure = next((each.number for each in measures if each.id == row.measure_id), "")
        # What is still typed for another piece is saved first, while its row is known.
        self.name.show_value(row.id, row.name)
        self._row = row
        self.name.setToolTip(row.name)
        self.name.setReadOnly(not self._context.desk.writable)
        self._facts.setText(" · ".join(facts_of(row, measure)))
        for button in (self._look, self._open, self._save):
            button.setVisible(bool(row.sha256))
        for button in (self._edit, self._remove):
            button.setEnabled(self._context.desk.writable)

    def ask_name(self) -> None:
        """Right after it was attached: the name is marked, so that typing replaces it."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _keep_name(self, key: Hashable, words: str) -> Operation:
        assert self._row is not None
        assert self._row.id == key
        return records.rename_evidence(self._row, words)

    def _show_here(self) -> None:
        if self._row is not None:
            self.look_wanted.emit(self._row.id)

    def _show_file(self) -> None:
        if self._row is not None:
            self._files.open(self._row)

    def _save_out(self) -> None:
        if self._row is not None:
            self._files.save_out(self._row)

    def _describe(self) -> None:
        if self._row is None:
            return
        dialog = EvidenceDialog(self._row, self._measures, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            wanted = records.describe_evidence(self._row.id, dialog.draft(), dialog.measure_id())
            run_asked(self._context, dialog, wanted)

    def _detach(self) -> None:
        if self._row is not None:
            self._context.desk.run(records.detach(self._row.id))


def facts_of(row: EvidenceRow, measure: str) -> list[str]:
    """What is known of a piece beside its name; the file's own name where it says something else."""
    facts = [f"举措 {measure}"] if measure else []
    facts += [row.document_number, day_words(row.formed_on), row.source]
    if row.pages:
        facts.append(f"{row.pages}页")
    facts.append(f"纸质原件：{row.place}" if not row.sha256 else size_words(row.size))
    if row.file_name and row.file_name.rpartition(".")[0] != row.name:
        facts.append(row.file_name)
    return [fact for fact in facts if fact]


def size_words(size: int) -> str:
    """35 KB, 1.2 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"
