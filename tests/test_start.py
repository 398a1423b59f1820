"""What the window has loaded when it is first seen with its tree: only what it shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.ledgers import FILE_NAME
from models.demo import build_demo

ROOT = Path(__file__).resolve().parents[1]
# Runs main.py and looks at the process as soon as the window is on the screen, tree and all.
SCRIPT = """
import json, os, sys
import main
import PySide6.QtCore as core, PySide6.QtWidgets as widgets
def watched(*_):
    def look():
        for window in widgets.QApplication.topLevelWidgets():
            handle = window.windowHandle()
            if handle and handle.isExposed():
                tree = window.findChild(widgets.QTreeView)
                print(json.dumps({
                    "rows": tree.model().rowCount(),
                    "modules": sorted(sys.modules),
                    "kinds": sorted(vars(widgets)),
                    "import": __builtins__.__import__.__name__,
                }))
                sys.stdout.flush()
                os._exit(0)
    timer = core.QTimer()
    timer.timeout.connect(look)
    timer.start(0)
    return enter()
enter = widgets.QApplication.exec
widgets.QApplication.exec = watched
sys.exit(main.main([]))
"""
# Whole folders, files, libraries: each has cost the start some milliseconds before it was sent away.
NOT_YET = (
    "cli.papers",
    "difflib",
    "gui.dialogs",
    "gui.manual",
    "gui.operations.",
    "gui.pages.fill",
    "gui.pages.overview",
    "gui.pages.report",
    "gui.pages.settings",
    "gui.pages.tasks.detail",
    "gui.widgets.autosave",
    "gui.widgets.copying",
    "gui.widgets.fields",
    "headless",
    "html",
    "models.commands",
    "models.demo",
    "models.filling",
    "models.history",
    "models.intake",
    "models.pinyin",
    "models.queries.changes",
    "models.queries.entries",
    "models.queries.filling",
    "models.queries.overview",
    "models.queries.reportrows",
    "models.queries.search",
    "models.schema",
    "models.typography.form",
    "openpyxl",
    "peewee",
    "playhouse",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "pypinyin",
    "reportlab",
    "reports",
)
# Kinds of widgets that come all at once when Qt is asked for a widget that it made itself.
FAR_KINDS = ("QGraphicsView", "QMdiArea", "QWizard", "QTextBrowser", "QStyle")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The process at the moment when its window is seen, with the ledger of a bureau at work."""
    home = str(tmp_path_factory.mktemp("home"))
    build_demo(Path(home) / FILE_NAME).close()
    names = ("HOME", "LUOSHI_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    environ = {**os.environ, **dict.fromkeys(names, home), "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(2):  # the first start compiles what the second finds
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_tree_is_there(seen: dict[str, Any]) -> None:
    assert seen["rows"] > 0
    assert "gui.pages.tasks.tree_view" in seen["modules"]


def test_nothing_is_loaded_that_is_not_seen(seen: dict[str, Any]) -> None:
    early = [
        name
        for name in seen["modules"]
        if any(name == each or name.startswith(f"{each.rstrip('.')}.") for each in NOT_YET)
    ]
    # The jobs' own shape is wanted by the desk.
    assert set(early) <= {"gui.operations.operation"}


def test_qt_is_not_asked_for_widgets_that_make_all_the_others(seen: dict[str, Any]) -> None:
    assert not set(FAR_KINDS) & set(seen["kinds"])


def test_no_module_is_searched_for_features_of_the_binding(seen: dict[str, Any]) -> None:
    # Shown to bite: without `gui.imports` the name is __feature_import__.
    assert seen["import"] in ("__import__", "__lazy_import__")
