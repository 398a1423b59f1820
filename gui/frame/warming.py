"""Reads in what the other pages need while nobody waits, so that a first switch is as quick as any."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

log = logging.getLogger(__name__)
# A person first looks at what is there.
QUIET_MS = 1200
# What the pages import late: the search and its list, the papers with their libraries, verbs.
MODULES = (
    "models.commands",
    "gui.frame.search_list",
    "gui.dialogs.tasks",
    "reports.press",
    "reports.layout",
    "reports.pdf",
    "reports.fonts",
    "gui.dialogs.evidence",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
)


class Warming(QObject):
    """Imports modules one by one in a thread of its own, some time after the window was shown.

    Nothing depends on it: a module that is wanted earlier is imported where it is wanted.
    """

    def __init__(self, parent: QObject, modules: Iterable[str]) -> None:
        super().__init__(parent)
        self._modules = (*modules, *MODULES)
        self._stop = threading.Event()
        self.thread = threading.Thread(target=self._run, name="warming", daemon=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.thread.start)

    def begin(self) -> None:
        """Begin once it has been quiet for a while."""
        self._timer.start(QUIET_MS)

    def stop(self) -> None:
        """The window closes: the module that is being read is the last one."""
        self._timer.stop()
        self._stop.set()
        if self.thread.is_alive():
            self.thread.join()

    def _run(self) -> None:
        for name in self._modules:
            if self._stop.is_set():
                return
            try:
                import_module(name)
            except ImportError:
                # Whoever wants it later says what is missing, in the place where it matters.
                log.info("%s could not be read in beforehand", name)
        self._read_pinyin()

    def _read_pinyin(self) -> None:
        """The readings of the characters, which the first text that is saved would wait for."""
        from models.pinyin import initials

        if not self._stop.is_set():
            initials("知")
