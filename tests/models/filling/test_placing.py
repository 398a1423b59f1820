"""Where the pieces of a pasted block go, and what would be overwritten there."""

from __future__ import annotations

from models.filling import (
    FillLine,
    PasteGround,
    PasteItem,
    Place,
    fault,
    item_of_whole,
    items_in_order,
    matched_items,
    preview_block,
    values,
)
from models.filling.cells import single_cell
from models.rules import Status
from tests.models.filling.test_pasting import TARGETS, entry
from tests.reports.factory import task

HELD = {(138, None): entry(138, "原来的话", percent=40.0)}
GROUND = PasteGround(TARGETS, {}, HELD)
PLACE = Place(138, None, "38")


def items(block: str) -> list[PasteItem]:
    return matched_items(preview_block(block, TARGETS, HELD))


def test_every_field_is_a_piece_of_its_own_beside_what_stands_there() -> None:
    found = items("序号\t进展情况\t存在问题\t完成进度\n38\t新的话\t经费\t60%")
    assert [(each.word, GROUND.before(each), each.text) for each in found] == [
        ("进展情况", "原来的话", "新的话"),
        ("存在问题", "", "经费"),
        ("完成进度", "40%", "60%"),
    ]


def test_what_was_not_matched_keeps_all_its_fields_and_its_name() -> None:
    words = "种树" * 300
    found = items(f"序号\t重点任务\t进展情况\t存在问题\n\t园林绿化\t{words}\t缺水")
    assert [(each.place, each.name, each.text) for each in found] == [
        (None, "园林绿化", words),
        (None, "园林绿化", "缺水"),
    ]
    assert "没有找到对应" in fault(found[0])


def test_words_that_were_reviewed_are_what_would_be_overwritten() -> None:
    held = entry(138, "原报", reviewed_text="审定")
    (made,) = preview_block("38\t新的话", TARGETS, {(138, None): held}).proposals
    assert made.overwrites[0].before == "审定"
    (same,) = preview_block("38\t原报", TARGETS, {(138, None): held}).proposals
    assert same.overwrites == ()


def test_cells_go_one_by_one_and_what_has_no_room_waits_for_a_place() -> None:
    lines = [FillLine(task(number), None, str(number), "", 2, "规划科") for number in (1, 2)]
    found = items_in_order("甲\t乙\n丙\t\n丁\t", lines, ["text", "problems"])
    assert [(each.place and each.place.label, each.field, each.text) for each in found] == [
        ("1", "text", "甲"),
        ("1", "problems", "乙"),
        ("2", "text", "丙"),
        (None, "text", "丁"),
    ]
    assert found[0].place == Place(task(1).id, None, "1", 2)


def test_a_whole_block_can_be_one_cell() -> None:
    line = FillLine(task(1), None, "1", "", 2, "规划科")
    (item,) = item_of_whole("一是办班。\n二是评估。\n", line, "text")
    assert item.text == "一是办班。\n二是评估。"


def test_a_place_of_another_section_has_nothing_to_overwrite() -> None:
    other = Place(138, None, "38", 7)
    assert GROUND.before(PasteItem(1, other, "text", "新的话")) == ""
    assert GROUND.before(PasteItem(1, Place(138, None, "38", 1), "text", "新的话")) == "原来的话"


def test_what_cannot_be_filled_says_why() -> None:
    assert fault(PasteItem(1, PLACE, "text", "办班")) == ""
    assert "0到100" in fault(PasteItem(1, PLACE, "percent", "过半"))
    assert "没有内容" in fault(PasteItem(1, PLACE, "text", " "))
    assert "逐项填" in fault(PasteItem(1, PLACE, "status", "已办结"))
    assert fault(PasteItem(1, PLACE, "status", "推进中")) == ""


def test_of_two_pieces_for_one_field_the_later_is_written() -> None:
    found = values(
        [
            PasteItem(1, PLACE, "text", "一"),
            PasteItem(2, PLACE, "text", "二"),
            PasteItem(2, PLACE, "percent", "0.6"),
            PasteItem(2, PLACE, "status", "推进中"),
            PasteItem(3, None, "text", "三"),
        ]
    )
    assert found == {PLACE: {"text": "二", "percent": 60.0, "status": Status.DOING}}


def test_one_cell_is_known_quoted_or_not() -> None:
    assert single_cell("办班2期\n") == "办班2期"
    assert single_cell('"一是办班。\n二是评估。"\n') == "一是办班。\n二是评估。"
    assert [single_cell(each) for each in ("", "甲\t乙", "甲\n乙", '"甲\n"\t"乙\n"')] == [None] * 4
