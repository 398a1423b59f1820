"""A pasted block as a table: what is taken by itself and what waits for a yes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from gui.tablemodels.paste_rows import make_rows
from gui.tablemodels.paste_table import AFTER, REMARK, TAKE, WHERE, PasteTableModel
from models.filling import PasteGround, Place, matched_items, preview_block
from tests.models.filling.test_pasting import TARGETS, entry

HELD = {(138, None): entry(138, "原来的话"), (104, None): entry(104, "开会1次")}
GROUND = PasteGround(TARGETS, {(138, None): "培训和人才培养"}, HELD)
PEOPLE = ("王五",)
CHECKED = Qt.CheckState.Checked


def shown(block: str) -> PasteTableModel:
    model = PasteTableModel()
    items = matched_items(preview_block(block, TARGETS, HELD))
    model.set_rows(make_rows(items, GROUND, PEOPLE), GROUND, PEOPLE)
    return model


@pytest.fixture
def model() -> PasteTableModel:
    return shown("14\t查办46件\n38\t新的话\n4\t开会1次\n99\t没有的")


def ticks(model: PasteTableModel) -> list[bool]:
    return [row.take for row in model.rows]


def words(model: PasteTableModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_it_obeys_qt(model: PasteTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_nothing_is_overwritten_without_a_yes(model: PasteTableModel) -> None:
    assert ticks(model) == [True, False, False, False]
    assert [words(model, row, REMARK)[:5] for row in range(4)] == [
        "",
        "会覆盖现有",
        "与现有内容",
        "没有找到对",
    ]
    model.take_overwriting()
    assert ticks(model) == [True, True, False, False]


def test_a_tick_is_put_and_taken_by_the_first_column(model: PasteTableModel) -> None:
    index = model.index(1, TAKE)
    assert model.setData(index, CHECKED.value, Qt.ItemDataRole.CheckStateRole)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == CHECKED
    model.take(3, True)
    assert ticks(model)[3] is False


def test_what_was_not_found_is_named_and_placed_by_hand(model: PasteTableModel) -> None:
    assert words(model, 3, WHERE) == "未对应：99"
    model.move(3, Place(138, None, "38"), "problems")
    assert words(model, 3, WHERE) == "38 培训和人才培养"
    assert ticks(model)[3] is True
    assert [each.text for each in model.taken] == ["查办46件", "没有的"]


def test_two_pieces_for_one_place_are_not_both_taken() -> None:
    assert ticks(shown("14\t一\n14\t二")) == [True, False]


def test_what_a_chat_leaves_goes_by_a_wish_and_comes_back() -> None:
    model = shown("王五 10:22\n14 查办46件\U0001f44d")
    pasted = words(model, 0, AFTER)
    assert len(model.row_at(0).pieces) == 2
    model.tidy()
    assert words(model, 0, AFTER) == "查办46件"
    model.untidy(0)
    assert words(model, 0, AFTER) == pasted


def test_other_words_may_be_written_and_too_little_is_not_taken(model: PasteTableModel) -> None:
    model.reword(0, "查办47件")
    assert (model.taken[0].text, ticks(model)[0]) == ("查办47件", True)
    model.reword(0, "")
    assert (words(model, 0, REMARK), ticks(model)[0]) == ("没有内容。", False)


def test_saved_pieces_go_and_the_rest_stays(model: PasteTableModel) -> None:
    model.drop(model.taken)
    assert model.rowCount() == 3
