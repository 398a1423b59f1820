"""The window on the generated ledger never keeps a person waiting."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from benchmarks import start
from benchmarks.large import GAP, ROUNDS, window_round
from benchmarks.watchdog import Watchdog

TIMES = 4


def test_the_window_answers_within_four_times_the_aim(large_made: Path) -> None:
    """The best of three: a machine that does other things now and then must not fail it."""
    gaps = [window_round(large_made)["gaps"] for _ in range(ROUNDS)]
    least = {name: min(each[name] for each in gaps) for name in gaps[0]}
    assert {name: gap for name, gap in least.items() if gap > GAP * TIMES} == {}


def test_the_window_is_there_within_four_times_the_aim(
    large_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The best of three: the tree is filled, on a screen or without one."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    times = start.measured(("bare", "luoshi"), ROUNDS, large_made)
    assert min(times["luoshi"]) < TIMES * start.LARGE_AIM * min(times["bare"])


def test_a_planted_sleep_is_seen(qtbot: QtBot) -> None:
    watchdog = Watchdog()
    watchdog.start()
    watchdog.begin("sleeping")
    QTimer.singleShot(20, lambda: time.sleep(0.25))
    qtbot.wait(400)
    watchdog.begin("awake")
    qtbot.wait(50)
    gaps = watchdog.gaps()
    assert gaps["sleeping"] > GAP * TIMES
    assert gaps["awake"] < GAP * TIMES
