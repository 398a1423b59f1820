"""Starts one program and says when its window is there; `benchmarks/start.py` runs it.

The program runs as it always does; only its event loops are entered with a watch beside them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any


class Watch:
    """Looks for the program's window from its first event loop on, and ends the process then."""

    def __init__(self, name: str, started: float) -> None:
        self._name = name
        self._started = started
        self.binding = "PySide6" if name in ("bare", "luoshi") else "PyQt6"
        self.widgets: Any = None
        self._timer: Any = None
        self._running: Any = None

    def install(self, widgets: Any) -> None:  # noqa: ANN401 (of either binding)
        """Stand beside every event loop; message boxes are not waited for.

        Vorta asks for its backup program in a box before its window is shown; novelWriter greets in
        a dialog over its window.
        """
        self.widgets = widgets
        self._timer = import_module(f"{self.binding}.QtCore").QTimer
        run_program, run_dialog = widgets.QApplication.exec, widgets.QDialog.exec

        def program(*_: Any) -> int:  # noqa: ANN401 (called on the class or on the application)
            self._begin()
            return int(run_program())

        def dialog(box: Any) -> int:  # noqa: ANN401 (of either binding)
            self._begin()
            return int(run_dialog(box))

        widgets.QApplication.exec = program
        widgets.QDialog.exec = dialog
        widgets.QMessageBox.exec = lambda *_: 0

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


class WhenImported:
    """Calls `then` with a module as soon as the program itself has imported it.

    The probe imports no Qt beforehand: how a program brings it in is part of its start.
    """

    def __init__(self, name: str, then: Callable[[Any], None]) -> None:
        self._name = name
        self._then = then

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module as it is found without us, with its loading watched."""
        if fullname != self._name:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def loaded(module: ModuleType) -> None:
            load(module)
            self._then(module)

        spec.loader.exec_module = loaded  # type: ignore[method-assign]
        return spec


def main() -> None:
    """Arguments: the program, and the clock's reading when the process was asked for."""
    name = sys.argv[1]
    watch = Watch(name, float(sys.argv[2]))
    finder: Any = WhenImported(f"{watch.binding}.QtWidgets", watch.install)
    sys.meta_path.insert(0, finder)
    sys.argv[1:] = []
    if name == "bare":
        widgets = import_module("PySide6.QtWidgets")
        application = widgets.QApplication([])
        window = widgets.QMainWindow()
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
