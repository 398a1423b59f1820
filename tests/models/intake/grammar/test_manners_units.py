"""Who does it, in every manner; and what stands among units without being one."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake import read_plan
from models.intake.draft import TaskDraft
from models.intake.grammar.units import Units


def _task(*lines: str) -> TaskDraft:
    text = ["示例市2022年工作要点", "一、抓改革", *lines, "2.收尾。（戊局负责）"]
    return read_plan("\n".join(text).encode(), "plan.txt").all_tasks()[0]


def _units(*lines: str) -> Units:
    task = _task(*lines)
    return Units(task.lead_units, task.responsible_units, task.supporting_units)


@pytest.mark.parametrize(
    ("bracket", "units"),
    [
        ("[牵头单位:甲局、乙局]", Units(("甲局", "乙局"))),
        ("（责任单位：甲局，乙局、丙局）", Units((), ("甲局", "乙局", "丙局"))),
        ("（牵头单位：甲局；配合单位：乙局、丙局）", Units(("甲局",), (), ("乙局", "丙局"))),
        ("（牵头：甲局；配合：乙局）", Units(("甲局",), (), ("乙局",))),
        ("【责任单位：甲局（牵头）、乙局】", Units(("甲局",), ("乙局",))),
        ("（甲局牵头，乙局、丙局按职责分工负责）", Units(("甲局",), ("乙局", "丙局"))),
        ("（甲局、乙局负责）", Units((), ("甲局", "乙局"))),
        ("（甲局会同有关部门负责）", Units((), ("甲局",), ("有关部门",))),
        ("（甲局商乙局负责）", Units((), ("甲局",), ("乙局",))),
        ("（商标科、招商局负责）", Units((), ("商标科", "招商局"), ())),
        ("（甲局负责牵头，乙局配合）", Units(("甲局",), (), ("乙局",))),
        ("（甲局牵头，会同乙局、丙局落实）", Units(("甲局",), (), ("乙局", "丙局"))),
        ("（甲局牵头；乙局、丙局参与）", Units(("甲局",), (), ("乙局", "丙局"))),
        ("（市财政局、各县区政府）", Units((), ("市财政局", "各县区政府"))),
        ("（县教育局（县委教育工委）牵头）", Units(("县教育局（县委教育工委）",))),
    ],
)
def test_a_bracket_says_who(bracket: str, units: Units) -> None:
    assert _units(f"1.建立机制。{bracket}") == units
    assert _task(f"1.建立机制。{bracket}").text == "建立机制。"


@pytest.mark.parametrize(
    ("lines", "units"),
    [
        (
            ("牵头单位：甲局", "责任单位：乙局", "配合单位：丙局"),
            Units(("甲局",), ("乙局",), ("丙局",)),
        ),
        (("责任单位：甲局、乙局牵头，丙局配合",), Units(("甲局", "乙局"), (), ("丙局",))),
        (("实施单位：甲中心", "协办单位：乙局"), Units((), ("甲中心",), ("乙局",))),
        (("牵头单位：甲局  责任单位：乙局  完成时限：6月底",), Units(("甲局",), ("乙局",))),
        (("（责任单位：甲局）",), Units((), ("甲局",))),
        (("责任领导：张三", "责任单位：甲局", "责任人：李四"), Units((), ("甲局",))),
        (("由甲局牵头，乙局、丙局配合。",), Units(("甲局",), (), ("乙局", "丙局"))),
    ],
)
def test_lines_of_their_own_say_who(lines: tuple[str, ...], units: Units) -> None:
    assert _units("1.建立机制。", *lines) == units


@pytest.mark.parametrize(
    ("bracket", "units", "limit"),
    [
        ("（甲局、乙局负责，2022年底前完成）", ("甲局", "乙局"), date(2022, 12, 31)),
        ("（甲局负责；6月底前完成）", ("甲局",), date(2022, 6, 30)),
        ("（甲局负责，持续推进）", ("甲局",), None),
        ("（责任单位：甲局；完成时限：第三季度）", ("甲局",), date(2022, 9, 30)),
        ("（甲局负责，适用范围：全市）", ("甲局",), None),
        ("（甲局负责，备注：按年度推进）", ("甲局",), None),
        ("（甲局、乙局负责。列第一位的为牵头单位，下同）", ("乙局",), None),
        ("（责任单位：甲局等有关部门、各市（州））", ("甲局", "有关部门", "各市（州）"), None),
        ("（甲局、乙局等单位负责）", ("甲局", "乙局"), None),
    ],
)
def test_time_limits_scopes_and_remarks_are_no_units(
    bracket: str, units: tuple[str, ...], limit: date | None
) -> None:
    task = _task(f"1.建立机制。{bracket}")
    assert task.responsible_units == units
    assert (task.deadline.date if task.deadline else None) == limit


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("列第一位的为牵头单位，下同", "bracket"),
        ("排在首位的单位为牵头单位", "heading"),
        ("排名第一的为牵头单位", "note"),
    ],
)
def test_the_first_named_leads_where_the_plan_says_so(words: str, where: str) -> None:
    text = [
        "示例市2022年工作要点",
        f"一、重点任务{f'（{words}）' if where == 'heading' else ''}",
        f"1.建立机制。（甲局、乙局负责{f'。{words}' if where == 'bracket' else ''}）",
        "2.开展检查。（丙局、丁局负责）",
        *([f"注：{words}。"] if where == "note" else []),
    ]
    tasks = read_plan("\n".join(text).encode(), "plan.txt").all_tasks()
    assert [(t.lead_units, t.responsible_units) for t in tasks] == [
        (("甲局",), ("乙局",)),
        (("丙局",), ("丁局",)),
    ]


def test_the_others_support_where_the_plan_says_so() -> None:
    bracket = "（甲局、乙局负责，排在首位的为牵头单位，其他为配合单位）"
    assert _units(f"1.建立机制。{bracket}") == Units(("甲局",), (), ("乙局",))


@pytest.mark.parametrize(
    "text",
    [
        "建设“支持中心”（TISC）。",
        "服务企业（含个体工商户）。",
        "落实方案（示政发〔2022〕3号）。",
        "由企业自行负责。",
        "推进改革（以下简称改革）。",
        "覆盖各县（市、区）。",
        "支持企业（名单由各部门另行公布的除外）。",
    ],
)
def test_brackets_and_sentences_that_name_no_unit_stay_in_the_text(text: str) -> None:
    assert _task(f"1.{text}").text == text
    assert not _units(f"1.{text}")


def test_several_brackets_in_one_paragraph_belong_each_to_its_sentence() -> None:
    task = _task("1.建立机制（甲局负责）。开展检查。（乙局牵头）总结推广。")
    assert [(m.text, m.responsible_units, m.lead_units) for m in task.measures] == [
        ("建立机制。", ("甲局",), ()),
        ("开展检查。", (), ("乙局",)),
        ("总结推广。", (), ()),
    ]


def test_thousands_of_units_in_one_task_are_all_kept() -> None:
    names = [f"第{n}号分局" for n in range(3000)]
    assert _units(f"1.建立机制。（责任单位：{'、'.join(names)}）").responsible == tuple(names)
