"""One piece of evidence: its name and facts; opened, saved out, described, taken out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.dialogs.evidence import EvidenceDialog
from gui.dialogs.files import ask_save
from gui.operations import records
from gui.widgets.fields import day_words
from gui.widgets.icon_button import IconButton
from gui.widgets.labels import Elided
from gui.widgets.reuse import Card
from models import queries
from models.errors import KnownError
from models.rows import EvidenceRow
from reports.files import write_paper


class EvidenceLine(Card):
    """A paper original has no file to open: its place is said instead."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._row: EvidenceRow | None = None
        self._name = Elided()
        self._facts = Elided()
        self._facts.setProperty("small", True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(0)
        row.addLayout(words, 1)
        self._open = self._button("open", "打开", self._show_file)
        self._save = self._button("save", "另存到…", self._save_out)
        self._edit = self._button("edit", "修改说明…", self._describe)
        self._remove = self._button("trash", "移除（可撤销）", self._detach)
        for button in (self._open, self._save, self._edit, self._remove):
            row.addWidget(button)

    def _button(self, name: str, word: str, way: Callable[[], None]) -> QToolButton:
        button = IconButton(name, word)
        button.clicked.connect(lambda: way())
        return button

    def row_id(self) -> int | None:
        """Which piece is shown."""
        return self._row.id if self._row else None

    def show_evidence(self, row: EvidenceRow, measure: str) -> None:
        """Show a piece."""
        self._row = row
        self._name.setText(row.name)
        facts = [f"举措 {measure}"] if measure else []
        facts += [row.document_number, day_words(row.formed_on), row.source]
        if row.pages:
            facts.append(f"{row.pages}页")
        facts.append(f"纸质原件：{row.place}" if not row.sha256 else size_words(row.size))
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        for button in (self._open, self._save):
            button.setVisible(bool(row.sha256))
        for button in (self._edit, self._remove):
            button.setEnabled(self._context.desk.writable)

    def _show_file(self) -> None:
        def show(found: tuple[str, bytes]) -> None:
            name, content = found
            copy = self._context.opened.place(name)
            if self._write(copy, content):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

        self._with_content(show)

    def _save_out(self) -> None:
        def show(found: tuple[str, bytes]) -> None:
            name, content = found
            target = ask_save(self, "另存佐证材料", Path.home() / name, "所有文件 (*)")
            if target is not None and self._write(target, content):
                self._context.bus.told.emit(f"已另存：{target}")

        self._with_content(show)

    def _write(self, target: Path, content: bytes) -> bool:
        try:
            write_paper(content, target.name, target.parent, overwrite=True)
        except KnownError as error:
            self._context.bus.refused.emit(str(error))
            return False
        return True

    def _with_content(self, show: Callable[[tuple[str, bytes]], None]) -> None:
        if self._row is not None:
            self._context.desk.ask(queries.evidence_content, self._row.id, done=show, owner=self)

    def _describe(self) -> None:
        if self._row is None:
            return
        dialog = EvidenceDialog(self._row, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._context.desk.run(records.edit_evidence(self._row.id, dialog.draft()))

    def _detach(self) -> None:
        if self._row is not None:
            self._context.desk.run(records.detach(self._row.id))


def size_words(size: int) -> str:
    """35 KB, 1.2 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"
