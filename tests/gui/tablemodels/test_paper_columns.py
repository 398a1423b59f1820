"""The columns of a paper in the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from gui.tablemodels.paper_columns import PaperColumnsModel
from models.papersettings import ColumnChoice
from reports.columns import COLUMNS

CHECK = Qt.ItemDataRole.CheckStateRole


def model() -> PaperColumnsModel:
    made = PaperColumnsModel()
    made.show_paper("ledger", ())
    return made


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model())


def test_a_column_is_left_out_and_named() -> None:
    shown = model()
    assert shown.setData(shown.index(4, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert shown.setData(shown.index(3, 1), " 承办科室 ")
    assert shown.choices()[3:5] == (
        ColumnChoice("section", "承办科室"),
        ColumnChoice("person", shown=False),
    )


def test_the_task_cannot_be_left_out() -> None:
    shown = model()
    assert not shown.setData(shown.index(1, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert not shown.flags(shown.index(1, 0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_column_moves_until_the_edge() -> None:
    shown = model()
    assert shown.moved(1, -1)[0].key == "task"
    assert shown.moved(0, -1) == shown.choices()
    assert len(shown.moved(3, 1)) == len(COLUMNS["ledger"])
