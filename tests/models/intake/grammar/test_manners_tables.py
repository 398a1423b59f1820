"""Tables of tasks as offices keep them: groups, merged cells, headings in two rows, ledgers."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft
from models.intake.grammar.columns import columns_of

HEAD = "示例市市场监管局2021年重点工作台账"


def _read(*rows: str, head: str = HEAD) -> PlanDraft:
    return read_plan("\n".join((head, *rows)).encode(), "台账.txt")


LEDGER = (
    "序号\t重点任务\t责任领导\t责任科室\t责任人\t完成时限\t进展情况（截至6月20日）\t完成进度\t存在问题\t备注",
    "一、知识产权保护\t\t\t\t\t\t\t\t\t",
    "1\t开展“蓝天”专项行动。\t张三\t知识产权科\t李四\t9月底前\t已检查30次。\t60%\t人手不足\t",
    "2\t建立名录库。\t张三\t知识产权科\t王五\t6月30日前\t已建成。\t已完成\t\t转法规科",
    "二、服务企业\t\t\t\t\t\t\t\t\t",
    "3\t培训企业100家。\t赵六\t信用科\t钱七\t全年\t\t0.3\t\t",
)


def test_a_ledger_gives_tasks_and_what_its_own_columns_say() -> None:
    plan = _read(*LEDGER)
    assert [(part.title, len(part.tasks)) for part in plan.parts] == [
        ("知识产权保护", 2),
        ("服务企业", 1),
    ]
    assert plan.all_tasks()[0].responsible_units == ("知识产权科",)
    first, second, third = plan.ledger_rows
    assert (first.position, first.leader, first.person) == (1, "张三", "李四")
    assert (first.progress, first.percent, first.problems) == ("已检查30次。", 60, "人手不足")
    assert first.until == date(2021, 6, 20)
    assert (second.percent, second.status, second.remarks) == (None, "已完成", "转法规科")
    assert (third.position, third.percent) == (3, 30)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("截至2021年6月20日", date(2021, 6, 20)),
        ("截止10月底", date(2021, 10, 31)),
        ("截至2020.12.5", date(2020, 12, 5)),
        ("落实情况", None),
        ("截至13月", None),
    ],
)
def test_the_heading_says_how_far_progress_goes(words: str, day: date | None) -> None:
    plan = _read(f"任务\t责任单位\t工作进展（{words}）", "建机制。\t甲局\t已建。")
    assert plan.ledger_rows[0].until == day


def test_rows_merged_into_one_task_give_its_measures() -> None:
    plan = _read(
        "序号\t工作任务\t具体措施\t责任单位\t完成时限",
        "1\t推进改革\t1.制定方案\t甲局\t6月底",
        "1\t推进改革\t2.开展试点\t乙局、丙局\t9月底",
        "2\t加强监管\t开展检查\t丁局\t长期",
    )
    first, second = plan.all_tasks()
    assert [(m.text, m.responsible_units) for m in first.measures] == [
        ("制定方案", ("甲局",)),
        ("开展试点", ("乙局", "丙局")),
    ]
    assert first.deadline is not None
    assert (first.deadline.text, first.deadline.date) == ("6月底；9月底", date(2021, 9, 30))
    assert second.responsible_units == ("丁局",)


def test_a_heading_in_two_rows_and_again_on_the_next_page() -> None:
    heading = ("序号\t任务\t责任分工\t\t时限", "\t\t牵头\t配合\t")
    plan = _read(
        *heading, "1\t建机制。\t甲局\t乙局\t6月底", *heading, "2\t强检查。\t丙局\t丁局\t全年"
    )
    assert [(t.lead_units, t.supporting_units) for t in plan.all_tasks()] == [
        (("甲局",), ("乙局",)),
        (("丙局",), ("丁局",)),
    ]


def test_titles_in_a_column_of_their_own_head_their_tasks() -> None:
    plan = _read(
        "序号\t任务名称\t工作内容\t牵头部门",
        "1\t强化审查\t建立机制。\t甲局",
        "2\t优化服务\t搭建平台。\t乙局",
    )
    assert plan.parts == ()
    assert [t.text for t in plan.tasks] == ["强化审查\n建立机制。", "优化服务\n搭建平台。"]
    assert [m.text for m in plan.tasks[0].measures] == ["建立机制。"]


def test_cells_that_say_the_role_themselves() -> None:
    plan = _read(
        "工作任务\t单位",
        "公开政策\t牵头：甲局 配合：乙局",
        "公开数据\t丙局牵头，丁局配合",
        "其他\t—",
    )
    assert [(t.lead_units, t.supporting_units) for t in plan.all_tasks()] == [
        (("甲局",), ("乙局",)),
        (("丙局",), ("丁局",)),
        ((), ()),
    ]


def test_a_note_below_the_table_is_a_finding_and_no_task() -> None:
    plan = _read("任务\t责任单位", "建机制。\t甲局", "备注：每月25日前报送。\t")
    assert len(plan.all_tasks()) == 1
    assert [finding.text for finding in plan.findings] == ["备注：每月25日前报送。"]


@pytest.mark.parametrize(
    "cells",
    [
        ("指标", "2020年", "2021年"),
        ("姓名", "电话"),
        ("责任单位", "联系人"),
        ("一、抓改革", "甲局"),
        ("任务", "甲局和乙局要按照职责分工抓好落实并定期向办公室报送进展情况以及存在问题"),
    ],
)
def test_other_tables_are_no_tables_of_tasks(cells: tuple[str, ...]) -> None:
    assert columns_of(cells) == []
