from __future__ import annotations

import datetime as dt

import pytest

from reports.builders.points import MOST_POINTS, next_blocks, problem_blocks
from reports.document import Block, Paragraph
from tests.reports.factory import dossier, entry, period, rows, task


def said(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_single_point_is_not_numbered() -> None:
    made = rows(dossier(task(1), entry(1, "", "人手不足")))
    assert said(problem_blocks(made)) == ["人手不足。"]


def test_the_same_problem_of_several_tasks_is_said_once_with_all_its_sources() -> None:
    made = rows(
        dossier(task(1), entry(1, "", "基层力量不足")),
        dossier(task(2), entry(2, "", "经费未落实。")),
        dossier(task(3), entry(3, "", "基层力量不足。")),
    )
    blocks = problem_blocks(made)
    assert said(blocks) == ["一是基层力量不足。二是经费未落实。"]
    assert isinstance(blocks[0], Paragraph)
    assert len(blocks[0].sources) == 3


def test_a_problem_that_all_tasks_share_needs_no_number() -> None:
    many = [dossier(task(n), entry(n, "", "人手不足")) for n in range(1, MOST_POINTS + 2)]
    assert said(problem_blocks(rows(*many))) == ["人手不足。"]


def test_a_text_with_numbers_of_its_own_is_not_numbered_again() -> None:
    made = rows(
        dossier(task(1), entry(1, "", "", "一是办班。二是宣传。")),
        dossier(task(2), entry(2, "", "", "报送材料")),
        dossier(task(3), entry(3, "", "", "签订合同")),
    )
    assert said(next_blocks(made)) == [
        "下半年，我市将对照《工作要点》，重点抓好以下工作。",
        "一是任务2简称。报送材料。二是任务3简称。签订合同。",
        "任务1简称。一是办班。二是宣传。",
    ]


def test_a_step_that_names_itself_gets_no_second_name() -> None:
    made = rows(dossier(task(1), entry(1, "", "", "加快规划编制。9月底前报审。")))
    assert said(next_blocks(made)) == [
        "下半年，我市将对照《工作要点》，重点抓好以下工作。加快规划编制。9月底前报审。"
    ]


def test_many_points_are_enumerated_by_part() -> None:
    many = [dossier(task(n), entry(n, "", f"第{n}个问题")) for n in range(1, MOST_POINTS + 2)]
    blocks = said(problem_blocks(rows(*many)))
    assert len(blocks) == 2
    assert blocks[0] == "一是做好知识产权制度设计方面。第1个问题。第2个问题。"
    assert blocks[1].startswith("二是提升知识产权创造质量方面。第3个问题。")


def test_twelve_points_are_still_one_paragraph() -> None:
    assert MOST_POINTS == 12
    many = [dossier(task(n), entry(n, "", f"第{n}个问题")) for n in range(1, 13)]
    (text,) = said(problem_blocks(rows(*many)))
    assert text.startswith("一是第1个问题。")
    assert text.endswith("十二是第12个问题。")


@pytest.mark.parametrize(
    ("code", "opening"),
    [("2021-04", "5月"), ("2021-12", "下一步"), ("2021-Q1", "第二季度"), ("2021", "下一步")],
)
def test_the_time_to_come_follows_the_period(code: str, opening: str) -> None:
    made = rows(
        dossier(task(1), entry(1, "", "", "报审")), period=period(code, dt.date(2021, 12, 20))
    )
    assert said(next_blocks(made))[0].startswith(f"{opening}，我市")


def test_a_step_still_due_inside_the_period_is_no_step_of_the_time_after_it() -> None:
    made = rows(dossier(task(1), entry(1, "", "", "6月底前完成评估。")))
    assert said(next_blocks(made))[0].startswith("下一步，我市")
