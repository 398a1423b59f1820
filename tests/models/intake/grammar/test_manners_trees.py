"""Where the tasks of a plan are, three short samples for each manner, one of them wrong."""

from __future__ import annotations

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft


def _read(*lines: str) -> PlanDraft:
    return read_plan("\n".join(("示例市2022年工作要点", *lines)).encode(), "plan.txt")


def _numbers(draft: PlanDraft) -> list[str]:
    return [task.number for task in draft.all_tasks()]


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        (
            (
                "一、对改革成效明显的地方。予以奖励。（甲局负责）",
                "二、对创新成效明显的地方。（乙局、丙局负责）",
            ),
            [("甲局",), ("乙局", "丙局")],
        ),
        (
            ("一、建立机制。责任单位：甲局。", "二、开展检查。责任单位：乙局。"),
            [("甲局",), ("乙局",)],
        ),
        # A number is missing, and the last heading has no units: it is text.
        (
            ("一、建立机制。（甲局负责）", "三、开展检查。（乙局负责）", "四、要求"),
            [("甲局",), ("乙局",)],
        ),
    ],
)
def test_level_one_headings_are_the_tasks(
    lines: tuple[str, ...], units: list[tuple[str, ...]]
) -> None:
    assert [task.responsible_units for task in _read(*lines).all_tasks()] == units


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("（一）建立机制。完善制度。（甲局牵头，乙局配合）", "（二）开展检查。（丙局负责）"), 2),
        (("（一）建立机制。", "责任单位：甲局", "（二）开展检查。", "责任单位：丙局"), 2),
        # The bracket of the first was never closed: it stays in its text.
        (("（一）建立机制。（甲局负责", "（二）开展检查。（丙局负责）"), 1),
    ],
)
def test_items_are_the_tasks(lines: tuple[str, ...], count: int) -> None:
    draft = _read("一、抓改革", *lines)
    assert len(draft.parts[0].items) == 2
    assert len(draft.all_tasks()) == count


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        (("1.建立机制。（乙局负责）", "2.开展检查。（丙局负责）"), [("乙局",), ("丙局",)]),
        (("1.建立机制。责任单位：乙局。", "2.开展检查。"), [("乙局",), ()]),
        # Numbered one, one: a finding, and still two measures.
        (("1.建立机制。（乙局负责）", "1.开展检查。（丙局负责）"), [("乙局",), ("丙局",)]),
    ],
)
def test_lines_with_units_under_an_item_with_units_are_measures(
    lines: tuple[str, ...], units: list[tuple[str, ...]]
) -> None:
    draft = _read(
        "一、抓改革", "（一）深化改革。（甲局牵头）", *lines, "（二）扩大开放。（丁局负责）"
    )
    first, second = draft.all_tasks()
    assert (first.lead_units, second.responsible_units) == (("甲局",), ("丁局",))
    assert [measure.responsible_units for measure in first.measures] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("建立机制（甲局负责）。开展检查。（乙局负责）", [("甲局",), ("乙局",)]),
        (
            "建立机制；完善制度（甲局、丙局负责）。开展检查（乙局负责）。",
            [("甲局", "丙局"), ("乙局",)],
        ),
        # The second bracket names nobody.
        (
            "建立机制（甲局负责）。开展检查（含抽查）。总结（乙局负责）。",
            [("甲局",), (), ("乙局",)],
        ),
    ],
)
def test_each_bracket_belongs_to_its_sentence(text: str, units: list[tuple[str, ...]]) -> None:
    task = _read("一、抓改革", f"1.{text}", "2.收尾。（戊局负责）").all_tasks()[0]
    assert [measure.responsible_units for measure in task.measures] == units


SENTENCE = "围绕重点领域和关键环节，完善工作机制，压实各方责任"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            f"一、抓改革1.{SENTENCE}。（甲局负责）2.{SENTENCE}。（乙局负责）二、促开放3.{SENTENCE}。（丙局负责）",
            ["1", "2", "3"],
        ),
        (
            f"一、抓改革（一）{SENTENCE}。（甲局负责）（二）{SENTENCE}。（乙局负责）二、促开放（三）{SENTENCE}。（丙局负责）",
            ["", "", ""],
        ),
        # 3.5% and 第一、二、三产业 stand where a number would run on.
        (
            (
                f"一、抓改革1.{SENTENCE}，服务第一、二、三产业。（甲局负责）2.增长3.5%，{SENTENCE}。（乙局负责）"
                f"3.{SENTENCE}。（丙局负责）"
            ),
            ["1", "2", "3"],
        ),
    ],
)
def test_lost_breaks_are_found_again(text: str, numbers: list[str]) -> None:
    assert _numbers(read_plan(f"示例市工作要点{text}".encode(), "plan.txt")) == numbers


@pytest.mark.parametrize(
    ("heading", "count"),
    [("基本原则", 1), ("指导思想和主要目标", 1), ("目标管理", 3)],
)
def test_guidance_holds_no_tasks(heading: str, count: int) -> None:
    draft = _read(
        f"一、{heading}", "1.坚持创新。", "2.坚持共享。", "二、任务", "3.建机制。（甲局负责）"
    )
    assert len(draft.all_tasks()) == count


@pytest.mark.parametrize(
    ("lines", "articles"),
    [
        (
            (
                "第一章 总则",
                "第一条 为推进改革，制定本办法。",
                "第二章 任务",
                "第二条 建机制。（甲局负责）",
            ),
            1,
        ),
        (("第一章 任务", "第一条 建机制。（甲局负责）", "第二条 抓落实。（乙局负责）"), 2),
        # An article is missing.
        (("第一章 任务", "第一条 建机制。（甲局负责）", "第三条 抓落实。（乙局负责）"), 2),
    ],
)
def test_articles_are_tasks_where_they_name_units(lines: tuple[str, ...], articles: int) -> None:
    assert len(_read(*lines).all_tasks()) == articles
