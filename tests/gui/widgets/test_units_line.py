"""A line of several units, completed while one types."""

from __future__ import annotations

from collections.abc import Hashable

import pytest
from pytestqt.qtbot import QtBot

from gui.widgets.autosave import Heard
from gui.widgets.units_line import UnitsLine
from tests.gui.conftest import type_in

Saved = list[tuple[Hashable, str]]


@pytest.fixture
def saved() -> Saved:
    return []


@pytest.fixture
def line(qtbot: QtBot, saved: Saved) -> UnitsLine:
    def keep(key: Hashable, typed: str, heard: Heard) -> None:
        saved.append((key, typed))
        heard(True)

    made = UnitsLine("责任单位", keep)
    qtbot.addWidget(made)
    made.show_known(["市市场监管局", "市教育局", "市公安局交警支队"])
    made.show_value(1, "市教育局、")
    made.show()
    made.setFocus()
    made.end(False)
    return made


def test_units_that_hold_what_is_typed_are_offered(line: UnitsLine) -> None:
    type_in(line, "监管")
    assert line.proposed() == ["市市场监管局"]


def test_the_chosen_one_takes_the_place_of_what_was_typed(line: UnitsLine, saved: Saved) -> None:
    type_in(line, "交警")
    line._offer.activated[str].emit("市公安局交警支队")
    assert line.text() == "市教育局、市公安局交警支队"
    line.leave()
    assert saved == [(1, "市教育局、市公安局交警支队")]


def test_what_nobody_knows_is_kept_as_typed(line: UnitsLine, saved: Saved) -> None:
    type_in(line, "示例海关")
    assert line.proposed() == []
    line.leave()
    assert saved == [(1, "市教育局、示例海关")]
