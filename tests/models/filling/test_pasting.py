from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.filling import FillTarget, PastePreview, Proposal, preview_paste
from models.filling.cells import rows_of
from models.folding import folded
from models.periods import Period
from models.rows import EntryRow

MAY = Period.parse("2021-05")


def target(label: str, *names: str, measure: int | None = None) -> FillTarget:
    task = 100 + int(label.partition(".")[0].removeprefix("增"))
    return FillTarget(task, measure, label, tuple(map(folded, names)))


TARGETS = (
    target("4", "立法调研", "开展专利代理规范与立法调研。报送意见。"),
    target("4.1", "组织召开立法座谈会,报送意见。", measure=41),
    target("4.10", "编写月报。", measure=50),
    target("14", "行政保护专项行动", "统筹推进“铁拳”“春雷”专项行动。"),
    target("38", "培训和人才培养", "举办培训班4期。"),
    FillTarget(901, None, "增1", (folded("商户承诺书"),)),
)


def entry(task_id: int, text: str, measure_id: int | None = None, **said: object) -> EntryRow:
    day = dt.date(2021, 5, 20)
    values = (
        0,
        task_id,
        measure_id,
        "2021-05",
        1,
        "规划科",
        "",
        "",
        day,
        day,
        "",
        None,
        None,
        False,
    )
    row = EntryRow(*values, text, "", "", None, None, None)  # type: ignore[arg-type]
    return EntryRow(**{**row.__dict__, **said})


def paste(block: str, *entries: EntryRow) -> PastePreview:
    return preview_paste(block, TARGETS, entries, MAY)


def only(block: str, *entries: EntryRow) -> Proposal:
    preview = paste(block, *entries)
    assert preview.unplaced == ()
    (made,) = preview.proposals
    return made


def labels(block: str) -> list[str]:
    return [each.target.label for each in paste(block).proposals]


def test_a_table_with_headings_is_read_by_them_whatever_their_order() -> None:
    made = only("存在问题\t序号\t完成进度\t进展情况（截至5月底）\n经费未到\t38\t60%\t办班2期")
    assert (made.target.label, made.text, made.problems) == ("38", "办班2期", "经费未到")
    assert (made.percent, made.matched) == (60.0, "number")


def test_a_table_without_headings_is_read_in_the_usual_order() -> None:
    made = only(
        "38\t培训和人才培养\t办班2期,培训四百三十人次,并且还有很长的一段说明文字在这里供人阅读\t经费\t继续"
    )
    assert (made.target.label, made.problems, made.next_steps) == ("38", "经费", "继续")


def test_a_row_copied_whole_from_the_table_is_read_by_its_own_name() -> None:
    made = only("38\t培训和人才培养\t规划科\t办班2期\t经费\t继续")
    assert (made.text, made.problems, made.next_steps) == ("办班2期", "经费", "继续")
    made = only("38\t培训和人才培养\t办班2期\t经费")
    assert (made.text, made.problems) == ("办班2期", "经费")


@pytest.mark.parametrize("word", ["38", "38.", "38、", "第38项", "任务38", "（38）", "38："])
def test_a_number_may_be_written_in_many_ways(word: str) -> None:
    assert labels(f"序号\t进展情况\n{word}\t办班2期") == ["38"]


@pytest.mark.parametrize(
    "name",
    ["培训和人才培养", "培训和人才 培养", "举办培训班４期。", "举办培训班4期", "行政保护专项行动"],
)
def test_a_line_without_a_number_is_matched_by_its_words(name: str) -> None:
    made = only(f"重点任务\t进展情况\n{name}\t办班2期")
    assert made.matched == "words"
    assert made.target.label == ("14" if name.startswith("行政") else "38")


def test_what_is_like_nothing_or_like_two_is_shown_as_unplaced() -> None:
    preview = paste("重点任务\t进展情况\n园林绿化\t种树\n报送意见\t已报")
    assert [each.line for each in preview.unplaced] == [2, 3]
    assert "没有找到对应" in preview.unplaced[0].reason


def test_excels_4_1_for_4_10_is_seen_by_the_words_beside_it() -> None:
    made = only("序号\t举措\t进展情况\n4.1\t编写月报。\t编了5期")
    assert made.target.label == "4.10"
    assert "序号是4.1，文字是4.10的" in made.doubt


def test_a_tasks_name_beside_a_measures_number_is_no_doubt() -> None:
    made = only("序号\t重点任务\t进展情况\n4.1\t立法调研\t开会1次")
    assert (made.target.label, made.doubt) == ("4.1", "")


def test_what_would_be_overwritten_is_shown_field_by_field() -> None:
    held = entry(138, "原来的话", percent=40.0, original_problems="经费")
    made = only("序号\t进展情况\t存在问题\t完成进度\n38\t新的话\t\t60", held)
    assert [(each.word, each.before, each.after) for each in made.overwrites] == [
        ("进展情况", "原来的话", "新的话"),
        ("完成进度", "40", "60"),
    ]
    assert made.problems is None
    assert only("38\t原来的话", held).overwrites == ()
    assert only("4.1\t新的话", held).overwrites == ()


def test_two_lines_for_one_place_are_said() -> None:
    first, second = paste("38\t一\n38\t二").proposals
    assert (first.doubt, "与第1行是同一项" in second.doubt) == ("", True)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("60%", 60.0), ("60", 60.0), ("0.6", 60.0), ("６０％", 60.0), ("100", 100.0)],
)
def test_percentages_are_read_as_spreadsheets_copy_them(cell: str, value: float) -> None:
    assert only(f"序号\t完成进度\n38\t{cell}").percent == value


@pytest.mark.parametrize("cell", ["过半", "120%", "-5"])
def test_a_percentage_that_is_none_is_left_out_and_said(cell: str) -> None:
    made = only(f"序号\t进展情况\t完成进度\n38\t办班\t{cell}")
    assert made.percent is None
    assert "没有填入" in made.doubt


def test_a_chat_is_cut_where_a_number_or_a_name_begins() -> None:
    block = "张三 2021-05-18 10:22\n38 办班2期\n培训430人\n\n李四 10:30\n立法调研：开会1次\n第14项：查办46件"
    preview = paste(block)
    assert [each.target.label for each in preview.proposals] == ["38", "4", "14"]
    assert preview.proposals[0].text == "张三 2021-05-18 10:22\n办班2期\n培训430人"
    assert (preview.proposals[1].text or "").startswith("李四 10:30")


def test_words_of_a_chat_that_name_nothing_are_unplaced_and_years_are_no_numbers() -> None:
    preview = paste("大家好\n2021年工作已经开始\n38 办班")
    assert [each.target.label for each in preview.proposals] == ["38"]
    assert preview.unplaced[0].text.startswith("大家好")


def test_a_cell_with_line_breaks_and_quotes_is_one_cell() -> None:
    rows = list(rows_of('38\t"一是办班。\n二是""护航""行动。"\r\n14\t"铁拳"行动\n\n4\t乙'))
    assert rows == [
        (1, ["38", '一是办班。\n二是"护航"行动。']),
        (3, ["14", '"铁拳"行动']),
        (5, ["4", "乙"]),
    ]


def test_too_long_a_cell_and_too_long_a_block_are_said() -> None:
    preview = paste(f"38\t{'长' * 100_000}\n4\t开会")
    assert [each.target.label for each in preview.proposals] == ["4"]
    assert "20000字的上限" in preview.unplaced[0].reason
    with pytest.raises(KnownError, match="没有读入"):
        paste("长" * 1_000_001)


@given(st.text(alphabet=st.sampled_from('38.14增\t\n"甲：会 \x00\u2028'), max_size=60))
def test_no_block_fails_and_every_word_is_in_the_preview(block: str) -> None:
    preview = paste(block)
    shown = "".join(
        f"{each.text}{each.problems}{each.next_steps}" for each in preview.proposals
    ) + "".join(each.text for each in preview.unplaced)
    assert shown.count("甲") <= block.count("甲")
    if "\t" not in block:
        assert shown.count("甲") == block.count("甲")
