"""Rows that are ticked or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.tablemodels.check_table import CheckTableModel
from gui.tablemodels.rows_table import Column

CHECK = Qt.ItemDataRole.CheckStateRole


def model_of(*rows: str) -> CheckTableModel:
    model = CheckTableModel([Column("名称", str), Column("字数", lambda row: str(len(row)))])
    model.show_rows(rows)
    return model


def test_the_table_obeys_qt(qtmodeltester: ModelTester) -> None:
    model = model_of("甲", "乙")
    qtmodeltester.check(model)


def test_a_tick_is_taken_away_and_told(qtbot: QtBot) -> None:
    model = model_of("甲", "乙", "丙")
    with qtbot.waitSignal(model.ticked) as told:
        model.setData(model.index(1, 0), False, CHECK)
    assert told.args == [2]
    assert model.chosen() == ["甲", "丙"]
    assert model.index(1, 0).data(CHECK) is Qt.CheckState.Unchecked
    assert model.index(1, 1).data(CHECK) is None


def test_all_and_none(qtbot: QtBot) -> None:
    model = model_of("甲", "乙")
    model.tick_all(False)
    assert model.chosen() == []
    model.tick_all(True)
    assert model.chosen() == ["甲", "乙"]
