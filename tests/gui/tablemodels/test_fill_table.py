"""The 填报 table without a window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from gui.operations.filling import Edit
from gui.tablemodels.fill_table import (
    MUTED_ROLE,
    NUMBER,
    PERCENT,
    STATUS,
    TASK,
    TEXT,
    FillTableModel,
)
from models.filling import FillLine
from models.rows import EntryRow
from models.rules import Status
from tests.gui.sample import task
from tests.models.filling.test_pasting import entry


def line(number: int, text: str = "", **said: Any) -> FillLine:
    """Task `number` with a report of these words, or without any."""
    report: EntryRow | None = entry(number, text, **said) if text or said else None
    return FillLine(task(number), None, str(number), f"简称{number}", 1, "规划科", report)


@pytest.fixture
def model() -> FillTableModel:
    made = FillTableModel()
    made.set_lines([line(1), line(2, "已办班2期。", percent=60.0), line(3, nothing_new=True)])
    return made


def wishes(model: FillTableModel) -> list[list[Edit]]:
    found: list[list[Edit]] = []
    model.edited.connect(found.append)
    return found


def shown(model: FillTableModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_it_obeys_qt(model: FillTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_row_says_whose_report_it_is_and_what_it_holds(model: FillTableModel) -> None:
    row = [shown(model, 1, column) for column in range(model.columnCount())]
    assert row == ["2", "简称2", "规划科", "已办班2期。", "", "", "推进中", "60%"]
    marks = [model.headerData(place, Qt.Orientation.Vertical) for place in range(3)]
    assert marks == ["", "✓", "✓"]


def test_what_nobody_said_is_shown_quietly_and_never_edited_or_copied_as_said(
    model: FillTableModel,
) -> None:
    assert (shown(model, 0, PERCENT), model.words(0, PERCENT)) == ("50%", "")
    assert (shown(model, 2, TEXT), model.words(2, TEXT)) == ("本期无新进展", "")
    assert model.index(2, TEXT).data(MUTED_ROLE)
    assert not model.index(1, TEXT).data(MUTED_ROLE)


def test_only_a_report_can_be_edited_and_nothing_in_a_ledger_that_is_only_read(
    model: FillTableModel,
) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert [
        column
        for column in range(model.columnCount())
        if model.flags(model.index(0, column)) & editable
    ] == [3, 4, 5, 6, 7]
    model.writable = False
    assert not model.flags(model.index(0, TEXT)) & editable


def test_the_status_of_a_measure_and_of_what_is_finished_is_not_said_here() -> None:
    one = FillLine(task(1), 11, "1.1", "办班。", 1, "规划科")
    two = FillLine(task(2, status=Status.COMPLETED), None, "2", "评估", 1, "规划科")
    model = FillTableModel()
    model.set_lines([one, two])
    for row in range(2):
        assert not model.flags(model.index(row, STATUS)) & Qt.ItemFlag.ItemIsEditable


def test_an_edit_is_a_wish_until_the_ledger_answers(model: FillTableModel) -> None:
    found = wishes(model)
    assert model.setData(model.index(0, TEXT), "召开座谈会。")
    (edits,) = found
    assert [(each.line.label, each.field, each.value) for each in edits] == [
        ("1", "text", "召开座谈会。")
    ]
    assert shown(model, 0, TEXT) == ""
    model.pend(edits)
    assert shown(model, 0, TEXT) == "召开座谈会。"
    model.settle(edits)
    assert shown(model, 0, TEXT) == ""


def test_a_newer_wish_outlives_the_answer_to_an_older_one(model: FillTableModel) -> None:
    old, new = (Edit(model.line_at(0), "text", words) for words in ("一", "二"))
    model.pend([old])
    model.pend([new])
    model.settle([old])
    assert shown(model, 0, TEXT) == "二"


def test_the_same_words_again_are_no_wish(model: FillTableModel) -> None:
    found = wishes(model)
    assert not model.setData(model.index(1, TEXT), "已办班2期。")
    assert not model.setData(model.index(1, PERCENT), "60")
    assert not model.setData(model.index(1, TASK), "别的任务")
    assert found == []


@pytest.mark.parametrize(("typed", "value"), [("70", 70.0), ("70%", 70.0), (" ７０％ ", 70.0)])
def test_a_percentage_is_read_as_people_write_it(
    model: FillTableModel, typed: str, value: float
) -> None:
    found = wishes(model)
    assert model.setData(model.index(1, PERCENT), typed)
    assert found[0][0].value == value


@pytest.mark.parametrize(("column", "typed"), [(PERCENT, "过半"), (PERCENT, "120"), (STATUS, "好")])
def test_what_cannot_be_in_a_cell_is_said_with_what_was_typed(
    model: FillTableModel, column: int, typed: str
) -> None:
    said: list[tuple[str, str]] = []
    model.refused.connect(lambda sentence, words: said.append((sentence, words)))
    assert not model.setData(model.index(1, column), typed)
    assert said[0][1] == typed
    assert "没有保存" in said[0][0]


def test_other_contents_keep_the_rows_and_other_lines_reset_them(model: FillTableModel) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_lines([line(1, "新"), line(2, "已办班2期。", percent=60.0), line(3)])
    assert (resets, shown(model, 0, TEXT)) == ([], "新")
    model.set_lines([line(2)])
    assert (resets, shown(model, 0, NUMBER)) == ([True], "2")
