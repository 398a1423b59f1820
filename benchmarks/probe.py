"""Starts one program and says when its window is there; `benchmarks/start.py` runs it.

The program runs as it always does; only its event loops are entered with a watch beside them.
"""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module
from typing import Any


class Watch:
    """Looks for the program's window from its first event loop on, and ends the process then."""

    def __init__(self, name: str, started: float) -> None:
        self._name = name
        self._started = started
        binding = "PySide6" if name in ("bare", "luoshi") else "PyQt6"
        self.widgets = import_module(f"{binding}.QtWidgets")
        self._timer = import_module(f"{binding}.QtCore").QTimer
        self._running: Any = None

    def install(self) -> None:
        """Stand beside every event loop; message boxes are not waited for.

        Vorta asks for its backup program in a box before its window is shown; novelWriter greets in
        a dialog over its window.
        """
        run_program, run_dialog = self.widgets.QApplication.exec, self.widgets.QDialog.exec

        def program(*_: Any) -> int:  # noqa: ANN401 (called on the class or on the application)
            self._begin()
            return int(run_program())

        def dialog(box: Any) -> int:  # noqa: ANN401 (of either binding)
            self._begin()
            return int(run_dialog(box))

        self.widgets.QApplication.exec = program
        self.widgets.QDialog.exec = dialog
        self.widgets.QMessageBox.exec = lambda *_: 0

    def _begin(self) -> None:
        self._running = self._timer()
        self._running.timeout.connect(self._look)
        self._running.start(0)

    def _look(self) -> None:
        if any(map(self._ready, self.widgets.QApplication.topLevelWidgets())):
            # At once: how a program says good-bye is not measured.
            os.write(1, f"shown {time.monotonic() - self._started}\n".encode())
            os._exit(0)

    def _ready(self, window: Any) -> bool:  # noqa: ANN401 (of either binding)
        """Whether a main window is on the screen; ours must have its tree filled, too."""
        if not isinstance(window, self.widgets.QMainWindow) or not window.isVisible():
            return False
        if not window.windowHandle() or not window.windowHandle().isExposed():
            return False
        if self._name != "luoshi":
            return True
        trees = window.findChildren(self.widgets.QTreeView)
        return any(tree.model() and tree.model().rowCount() and tree.isVisible() for tree in trees)


def main() -> None:
    """Arguments: the program, and the clock's reading when the process was asked for."""
    name = sys.argv[1]
    watch = Watch(name, float(sys.argv[2]))
    watch.install()
    sys.argv[1:] = []
    if name == "bare":
        application = watch.widgets.QApplication([])
        window = watch.widgets.QMainWindow()
        window.show()
        application.exec()
    elif name == "luoshi":
        import_module("main").main([])
    elif name == "vorta":
        import_module("vorta.__main__").main()
    else:
        import_module("novelwriter").main([])


if __name__ == "__main__":
    main()
