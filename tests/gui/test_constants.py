"""Qt calls that do not count None must not wear it out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_A_DAY_OF_CALLS = """
import sys
sys.path.insert(0, {root!r})
from gui.constants import hold
hold()
from PySide6.QtCore import QTimer
timer = QTimer()
for _ in range(300_000):
    timer.stop()
    timer.timeout.emit()
print("alive")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="nothing is counted any more")
def test_a_long_day_of_qt_calls_does_not_end_the_program() -> None:
    code = _A_DAY_OF_CALLS.format(root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive")
