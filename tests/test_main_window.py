"""`main.py` without a command: the window, on the platform that is named, with nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Program

ROOT = Path(__file__).resolve().parents[1]
# Runs main.py with an event loop that ends as soon as everything that waits has been done.
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
enter = QApplication.exec
def watched(*_):
    def look():
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow) and window.isVisible():
                print(QApplication.platformName(), window.windowTitle())
                heavy = ("reportlab", "openpyxl", "PIL", "fontTools", "reports.layout")
                print([name for name in heavy if name in sys.modules])
                window.close()
                return
        QTimer.singleShot(20, look)
    QTimer.singleShot(0, look)
    return enter()
QApplication.exec = watched
import main
sys.exit(main.main({words}))
"""


def window(program: Program, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("{words}", repr(list(words)))],
        cwd=ROOT,
        env={**program.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_window_opens_on_the_embedded_plan_and_imports_nothing_heavy(
    program: Program, own_home: Path
) -> None:
    done = window(program)
    assert (done.returncode, done.stderr) == (0, "")
    shown, heavy = done.stdout.splitlines()
    assert shown.startswith("offscreen ")
    assert heavy == "[]"
    assert (own_home / "luoshi" / "落实台账.luoshi").exists()


def test_a_demo_window_leaves_no_ledger_behind(program: Program, own_home: Path) -> None:
    program.environ["TMPDIR"] = str(own_home / "tmp")
    (own_home / "tmp").mkdir()
    done = window(program, "--demo")
    # It is made before the window is there: the terminal says for what one waits.
    assert done.returncode == 0
    # On a busy machine a small window says so too, which the offscreen platform remarks upon.
    said = [line for line in done.stderr.splitlines() if "This plugin" not in line]
    assert said == ["正在准备示例台账，窗口马上打开；在里面做的改动不保留。"]
    assert list((own_home / "tmp").iterdir()) == []
    assert not list(own_home.rglob("*.luoshi"))


def test_a_plan_can_be_named_for_the_window_too(program: Program) -> None:
    done = window(program, "--plan", "川市监发〔2021〕21号", "--operator", "张三")
    assert (done.returncode, done.stderr) == (0, "")
