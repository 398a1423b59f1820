"""Asking for files; answers with a path or None. The system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.preferences import Preferences

LEDGERS = "台账 (*.luoshi)"
PLANS = (
    "工作要点 (*.docx *.pdf *.xlsx *.xls *.html *.htm *.txt *.doc *.wps *.et *.odt *.ods *.rtf *.mht)"
    ";;全部文件 (*)"
)

_ATTACHED = "attached folder"


def ask_open_ledger(parent: QWidget, near: Path) -> Path | None:
    """Which ledger to open."""
    name, _ = QFileDialog.getOpenFileName(parent, "打开台账", str(near.parent), LEDGERS)
    return Path(name) if name else None


def ask_new_ledger(parent: QWidget, near: Path, title: str = "新建台账") -> Path | None:
    """Where a new ledger, or a copy, should lie."""
    proposed = near.with_name("新台账.luoshi")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), LEDGERS)
    return _ending(name, ".luoshi")


def ask_copy(parent: QWidget, ledger: Path) -> Path | None:
    """Where a copy of the ledger should lie."""
    proposed = ledger.with_name(f"{ledger.stem}（副本）.luoshi")
    name, _ = QFileDialog.getSaveFileName(parent, "另存副本", str(proposed), LEDGERS)
    return _ending(name, ".luoshi")


def ask_save(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Where a file should be written; an existing one is asked about by the system's dialog."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return _ending(name, proposed.suffix)


def ask_folder(parent: QWidget, title: str, near: Path) -> Path | None:
    """Which folder; a new one can be made in the system's dialog."""
    name = QFileDialog.getExistingDirectory(parent, title, str(near))
    return Path(name) if name else None


def ask_plan(parent: QWidget, folder: Path) -> Path | None:
    """Which plan to read."""
    name, _ = QFileDialog.getOpenFileName(parent, "读入工作要点", str(folder), PLANS)
    return Path(name) if name else None


def ask_files(parent: QWidget, title: str, remembered: Preferences) -> list[Path]:
    """Which files to attach, from the folder of the last time; the first time from the user's own."""
    near = Path(remembered.text(_ATTACHED) or Path.home())
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(near))
    if names:
        remembered.keep(_ATTACHED, str(Path(names[0]).parent))
    return [Path(name) for name in names]


def _ending(name: str, ending: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == ending else path.with_name(path.name + ending)
