"""Starts one program and says when its window is there; `benchmarks/start.py` runs it.

The program runs as it always does; only the event loop is entered with a watch beside it.
"""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module
from typing import Any


def main() -> None:
    """Arguments: the program, and the clock's reading when the process was asked for."""
    name, started = sys.argv[1], float(sys.argv[2])
    binding = "PySide6" if name in ("bare", "luoshi") else "PyQt6"
    widgets, core = import_module(f"{binding}.QtWidgets"), import_module(f"{binding}.QtCore")
    enter = widgets.QApplication.exec

    def watched(*_: Any) -> int:  # noqa: ANN401 (called on the class or on the application)
        def look() -> None:
            if any(
                ready(window, widgets, name) for window in widgets.QApplication.topLevelWidgets()
            ):
                # At once: how a program says good-bye is not measured.
                sys.__stdout__.write(f"shown {time.monotonic() - started}\n")
                sys.__stdout__.flush()
                os._exit(0)

        timer = core.QTimer()
        timer.timeout.connect(look)
        timer.start(0)
        return int(enter())

    widgets.QApplication.exec = watched
    sys.argv[1:] = []
    run(name, widgets)


def ready(window: Any, widgets: Any, name: str) -> bool:  # noqa: ANN401 (of either binding)
    """Whether a main window is on the screen; ours must have its tree filled, too."""
    if not isinstance(window, widgets.QMainWindow) or not window.isVisible():
        return False
    if not window.windowHandle() or not window.windowHandle().isExposed():
        return False
    if name != "luoshi":
        return True
    trees = window.findChildren(widgets.QTreeView)
    return any(tree.model() and tree.model().rowCount() and tree.isVisible() for tree in trees)


def run(name: str, widgets: Any) -> None:  # noqa: ANN401 (of either binding)
    """Enter the program as its own launcher does."""
    if name == "bare":
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
