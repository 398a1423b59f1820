"""Faults of the program: logged, and shown once in a dialog whose report can be copied.

The hook itself only writes the log and emits a signal, so that it survives any thread.
"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal

from gui import version

if TYPE_CHECKING:
    import traceback

    from PySide6.QtWidgets import QMainWindow

    from gui.dialogs.fault import FaultDialog

log = logging.getLogger(__name__)
_LONGEST = 1_000_000


def start_log(folder: Path) -> None:
    """Write the log into the user's folder; without one the window works all the same."""
    place = folder / "luoshi.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if place.exists() and place.stat().st_size > _LONGEST:
            place.replace(folder / "luoshi.old.log")
        handler = logging.FileHandler(place, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


class FaultHook(QObject):
    """Takes what nobody caught, from any thread; each fault is shown once in a session.

    A fault that comes while another is being shown stands in the same dialog.
    """

    _fault = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self._dialog: FaultDialog | None = None
        self._fault.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook of the program and of its threads."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a fault and hand it to the window's thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("fault", exc_info=(kind, error, trace))
        import traceback

        frames = traceback.extract_tb(trace)
        place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        self._fault.emit(f"{kind.__name__}@{place}", report(kind, frames))

    def _show(self, mark: str, text: str) -> None:
        if mark in self._seen:
            return
        self._seen.add(mark)
        if self._dialog is not None:
            self._dialog.add(text)
            return
        from gui.dialogs.fault import FaultDialog

        self._dialog = FaultDialog(text, _window())
        try:
            self._dialog.exec()
        finally:
            self._dialog = None


def _window() -> QMainWindow | None:
    """The window, whose look the dialog takes on; None before there is one."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    shown = QApplication.topLevelWidgets()
    return next((each for each in shown if isinstance(each, QMainWindow)), None)


def report(kind: type[BaseException], frames: traceback.StackSummary) -> str:
    """Versions and the way to the fault, without the error's message: it may quote a task."""
    import platform

    lines = [
        f"落实台账 {version()}",
        f"Python {platform.python_version()}  PySide6 {pyside_version}  {platform.platform()}",
        kind.__name__,
        *(f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames),
    ]
    return "\n".join(lines)
