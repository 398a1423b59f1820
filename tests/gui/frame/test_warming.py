"""What other pages need is read in while nobody waits."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.frame import warming
from gui.frame.page_stack import page_modules
from gui.frame.warming import MODULES, Warming
from models import pinyin


def test_every_module_that_is_read_in_exists() -> None:
    from importlib.util import find_spec

    assert [name for name in (*page_modules(), *MODULES) if find_spec(name) is None] == []


def test_modules_are_read_in_after_a_quiet_while(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "QUIET_MS", 10)
    monkeypatch.setattr(warming, "MODULES", ("wave",))
    monkeypatch.delitem(sys.modules, "wave", raising=False)
    parent = QObject()
    made = Warming(parent, ("no_such_module",))
    read: list[str] = []
    monkeypatch.setattr(pinyin, "initials", read.append)
    made.begin()
    qtbot.waitUntil(lambda: "wave" in sys.modules and read == ["知"])
    made.stop()
    assert not made.thread.is_alive()


def test_a_window_that_is_closed_at_once_reads_in_nothing(qtbot: QtBot) -> None:
    parent = QObject()
    made = Warming(parent, ())
    made.begin()
    made.stop()
    qtbot.wait(20)
    assert not made.thread.is_alive()
