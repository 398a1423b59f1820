"""The files that a plan came as, its revisions included, written into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.context import Context
from gui.dialogs.files import ask_folder
from models import queries
from models.errors import KnownError
from models.rows import EvidenceRow
from reports.files import write_paper

_FOLDER = "export folder"


class Originals(QObject):
    """另存工作要点原件: of the plan that is shown; nothing in the folder is written over."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self) -> None:
        """Look which originals there are; ask for a folder only when there is something to write."""
        plan = self._context.session.plan_id
        if plan is None:
            self._context.bus.told.emit("台账中还没有工作要点，没有原件可以另存。")
            return
        self._context.desk.ask(queries.plan_evidence, plan, done=self._choose, owner=self)

    def _choose(self, rows: tuple[EvidenceRow, ...]) -> None:
        kept = [row for row in rows if row.sha256]
        if not kept:
            self._context.bus.told.emit("这份工作要点没有留存原件，没有写出文件。")
            return
        near = Path(self._context.preferences.text(_FOLDER) or Path.home())
        folder = ask_folder(self._window, "另存工作要点原件到", near)
        if folder is None:
            return
        self._context.preferences.keep(_FOLDER, str(folder))
        contents = partial(_contents, [row.id for row in kept])
        self._context.desk.ask(contents, done=partial(self._write, folder), owner=self)

    def _write(self, folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
        self._context.papers.run(
            lambda: [write_paper(content, name, folder) for name, content in files],
            lambda written: self._done(folder, [each.path.name for each in written]),
            self._failed,
            owner=self,
        )

    def _done(self, folder: Path, names: Sequence[str]) -> None:
        place = QUrl.fromLocalFile(str(folder))
        ways = (("打开文件夹", lambda: QDesktopServices.openUrl(place)),)
        self._context.bus.done.emit(f"原件已另存：{'、'.join(names)}", ways)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def _contents(ids: Sequence[int]) -> list[tuple[str, bytes]]:
    """Names and bytes, read in the ledger's lane."""
    return [queries.evidence_content(each) for each in ids]
