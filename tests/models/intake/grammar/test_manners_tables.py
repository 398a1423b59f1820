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


OURS = (
    "序号\t重点任务\t本市举措\t责任科室\t责任人\t状态\t存在问题及下一步打算\t备注",
    (
        '1\t"保护行动"\t"1.1 检查市场。\n1.2 约谈商户。"\t'
        '"甲科（1.1）\n乙科（1.2）"\t张三\t推进中\t'
        '"存在问题：人手不足。\n下一步打算：增加人手。"\t'
    ),
    "2\t国际交流\t\t\t\t不涉及\t\t我市无此任务",
    "3\t服务企业\t增1.1 走访企业30户。\t甲科\t李四\t已办结\t下一步：总结。\t",
)


def _sheet() -> PlanDraft:
    cells = "".join(
        "<tr>" + "".join(f"<td>{cell.strip(chr(34))}</td>" for cell in row.split("\t")) + "</tr>"
        for row in OURS
    )
    return read_plan(f"<table>{cells.replace(chr(10), '<br>')}</table>".encode(), "台账.html")


def test_the_numbers_that_a_ledger_gives_its_measures_are_no_part_of_them() -> None:
    first, _, third = _sheet().all_tasks()
    assert [each.text for each in first.measures] == ["检查市场。", "约谈商户。"]
    assert first.responsible_units == ("甲科", "乙科")
    assert [each.text for each in third.measures] == ["走访企业30户。"]


def test_a_number_that_is_said_is_no_number_of_a_measure() -> None:
    texts = "1.5 万户企业受益。2.1 万人参加培训。"
    plan = _read("序号\t重点任务\t责任科室", f"1\t{texts}\t甲科", "2\t走访企业。\t乙科")
    assert [each.text for each in plan.all_tasks()[0].measures] == [
        "1.5 万户企业受益。",
        "2.1 万人参加培训。",
    ]


def test_a_row_with_a_title_alone_is_a_task() -> None:
    second = _sheet().all_tasks()[1]
    assert (second.text, second.measures[0].text) == ("国际交流", "国际交流")


def test_problems_and_next_steps_in_one_column_are_parted() -> None:
    first, _, third = _sheet().ledger_rows
    assert (first.problems, first.next_steps) == ("人手不足。", "增加人手。")
    assert (third.problems, third.next_steps) == ("", "总结。")
