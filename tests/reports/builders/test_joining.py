from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.builders.joining import (
    ended,
    has_own_numbers,
    join,
    joined_entries,
    meaning,
    one_paragraph,
)
from reports.document import Source
from tests.reports.factory import dossier, entry, evidence, measure, period, task

H1 = period()
APRIL = period("2021-04", dt.date(2021, 4, 25))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("启动贯标8家", "启动贯标8家。"),
        ("启动贯标8家；", "启动贯标8家。"),
        ("启动贯标8家。。", "启动贯标8家。"),
        ("启动贯标8家.", "启动贯标8家。"),
        ("写着“办好。”", "写着“办好。”"),
        ("印发《方案》", "印发《方案》。"),
        ("", ""),
    ],
)
def test_a_text_ends_with_one_full_stop(text: str, end: str) -> None:
    assert ended(text) == end


@pytest.mark.parametrize(
    "text", ["无", "无。", "暂无", "没有", "暂无问题", "—", "本期无新进展", "  "]
)
def test_a_field_that_says_nothing_is_empty(text: str) -> None:
    assert meaning(text) == ""


def test_a_text_that_begins_with_no_is_kept() -> None:
    assert meaning("无偿提供服务3次") == "无偿提供服务3次"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("截至6月20日，办理5件。", "办理5件。"),
        ("截止2021年6月20日办理5件。", "办理5件。"),
        ("截至目前，办理5件。", "办理5件。"),
        ("今年以来，办理5件。", "办理5件。"),
        ("上半年，办理5件。", "办理5件。"),
        ("2021年上半年，办理5件。", "办理5件。"),
    ],
)
def test_an_opening_that_repeats_the_report_goes(text: str, told: str) -> None:
    assert join([text], H1) == told


@pytest.mark.parametrize(
    "text",
    [
        "截至6月18日，办理5件。",
        "截至6月底，办理5件。",
        "截至2020年6月20日，办理5件。",
        "上半年工作推进会6月召开。",
        "4月28日，报送材料。",
    ],
)
def test_an_opening_that_says_something_else_stays(text: str) -> None:
    assert join([text], H1) == text


def test_since_the_years_beginning_says_more_than_april() -> None:
    assert join(["今年以来，办理5件。"], APRIL) == "今年以来，办理5件。"
    assert join(["4月，办理5件。"], APRIL) == "办理5件。"
    assert join(["4月份，办理5件。"], APRIL) == "办理5件。"


def test_the_same_opening_stands_once_in_a_paragraph() -> None:
    texts = ["截至6月18日，甲科办理5件。", "截至6月18日，乙科办理3件。"]
    assert join(texts, H1) == "截至6月18日，甲科办理5件。乙科办理3件。"


def test_an_equal_sentence_of_two_sections_stands_once() -> None:
    texts = ["联合开展检查2次。查办案件5件。", "联合开展检查2次，移送1件。", "联合开展检查2次"]
    assert join(texts, H1) == "联合开展检查2次。查办案件5件。联合开展检查2次，移送1件。"


def test_a_few_words_that_come_twice_say_something_twice() -> None:
    """已办结。 of one measure and 已办结。 of another are two things."""
    assert join(["完成征求意见。已办结。", "完成备案。已办结。"], H1) == (
        "完成征求意见。已办结。完成备案。已办结。"
    )


def test_numbered_points_keep_all_their_numbers() -> None:
    text = "1.联合开展检查2次。\n2.查办案件5件"
    assert (
        join(["联合开展检查2次。", text], H1)
        == "联合开展检查2次。1.联合开展检查2次。2.查办案件5件。"
    )


def test_lines_become_one_paragraph_with_stops_between() -> None:
    assert one_paragraph("开展培训\n\n印发资料；\n") == "开展培训。印发资料。"


@pytest.mark.parametrize(
    "text", ["一是培训。二是宣传。", "1.培训", "（1）培训", "①培训", "首先培训。一是办班"]
)
def test_own_numbers_are_seen(text: str) -> None:
    assert has_own_numbers(text)


@pytest.mark.parametrize("text", ["增长3.5%。", "第一是指导", "全市统一是否合规", "2021年培训1次"])
def test_numbers_inside_a_sentence_are_no_own_numbers(text: str) -> None:
    assert not has_own_numbers(text)


def test_entries_stand_in_the_order_of_the_measures_with_their_sources() -> None:
    both = dossier(
        task(14),
        entry(14, "网监科监测网店1260家次", measure_id=142, id_=1),
        entry(14, "执法支队移送案件3件", measure_id=141, id_=2),
        entry(14, "保护科办案46件", id_=3),
        measures=(measure(14, 1, "甲"), measure(14, 2, "乙")),
        evidence=(evidence(14),),
    )
    joined = joined_entries(both, "wording", H1)
    assert joined.text == "保护科办案46件。执法支队移送案件3件。网监科监测网店1260家次。"
    assert joined.sources == (
        Source("entry", 3),
        Source("entry", 2),
        Source("entry", 1),
        Source("evidence", 914),
    )


def test_reviewed_words_stand_instead_of_those_received() -> None:
    reviewed = dossier(task(1), entry(1, "我科弄好了", reviewed_text="已完成"))
    assert joined_entries(reviewed, "wording", H1).text == "已完成。"


def test_nothing_new_prints_nothing() -> None:
    quiet = dossier(task(1), entry(1, "本期无新进展", nothing_new=True))
    assert joined_entries(quiet, "wording", H1).text == ""


@given(st.lists(st.text("培训件，。；\n1.一是截至6月20日《》“”3 ", max_size=40), max_size=5))
def test_any_text_joins_to_one_paragraph_that_ends_once(texts: list[str]) -> None:
    joined = join(texts, H1)
    assert "\n" not in joined
    assert not joined.endswith(("。。", "；", "，"))


def test_what_was_said_of_the_whole_task_stands_before_what_was_said_of_a_measure() -> None:
    row = dossier(
        task(1),
        entry(1, "举措已落实。", measure_id=measure(1, 1, "举措。").id, id_=1),
        entry(1, "总体已推进。", id_=2),
    )
    assert joined_entries(row, "wording", H1).text == "总体已推进。举措已落实。"
