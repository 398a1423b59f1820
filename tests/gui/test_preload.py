"""What Qt will want is read beside Python's own start, and decides nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gui import preload

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
from gui import preload
thread = preload.begin(("offscreen", "of a kind that is not"))
thread.join()
maps = open("/proc/self/maps").read()
print("libQt6Widgets" in maps, "libqoffscreen" in maps, "PySide6" in sys.modules)
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
application = QApplication(["test", "-platform", "offscreen"])
print(application.thread() == QThread.currentThread())
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="libraries are read ahead on Linux"
)
def test_the_libraries_are_there_before_pyside_asks_and_the_main_thread_stays_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["True", "True", "False", "True"]


def test_on_other_systems_nothing_is_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert preload.begin(("windows",)) is None
