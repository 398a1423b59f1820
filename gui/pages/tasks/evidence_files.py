"""A piece of evidence out of the ledger: opened in its own program as a copy, or saved somewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.context import Context
from gui.dialogs.files import ask_save
from models import queries
from models.errors import KnownError
from models.rows import EvidenceRow
from reports.files import legal_name, write_paper

_LONGEST_ENDING = 10


class EvidenceFiles(QObject):
    """The ledger's own bytes never leave it; what is opened is a copy that goes with the window."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._widget = parent

    def open(self, row: EvidenceRow) -> None:
        """In the program that the system has for it."""

        def show(found: tuple[str, bytes]) -> None:
            name, content = found
            copy = self._context.opened.place(on_disk(name))
            if self._write(copy, content) and not QDesktopServices.openUrl(
                QUrl.fromLocalFile(str(copy))
            ):
                self._context.bus.refused.emit(
                    f"“{name}”没有打开：电脑上没有能打开它的程序。文件还在台账里，可以“另存到”别处再打开。"
                )

        self.read(row, show)

    def save_out(self, row: EvidenceRow) -> None:
        """To a place that a person chooses."""

        def show(found: tuple[str, bytes]) -> None:
            name, content = found
            target = ask_save(
                self._widget, "另存佐证材料", Path.home() / on_disk(name), "所有文件 (*)"
            )
            if target is not None and self._write(target, content):
                self._context.bus.told.emit(f"已另存：{target}")

        self.read(row, show)

    def read(self, row: EvidenceRow, show: Callable[[tuple[str, bytes]], object]) -> None:
        """File name and bytes, when the ledger has answered."""
        self._context.desk.ask(queries.evidence_content, row.id, done=show, owner=self)

    def _write(self, target: Path, content: bytes) -> bool:
        try:
            write_paper(content, target.name, target.parent, overwrite=True)
        except KnownError as error:
            self._context.bus.refused.emit(str(error))
            return False
        return True


def on_disk(name: str) -> str:
    """A file's name as the disk takes it: without folders, and short enough for every system."""
    path = Path(name.replace("\\", "/"))
    return legal_name(path.stem, path.suffix if len(path.suffix) <= _LONGEST_ENDING else "")
