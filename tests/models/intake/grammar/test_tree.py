"""Where the tasks of a plan are, in the manners in which plans are written."""

from __future__ import annotations

from models.intake import read_plan
from models.intake.draft import PlanDraft


def _read(*lines: str) -> PlanDraft:
    return read_plan("\n".join(("示例市2022年工作要点", *lines)).encode(), "plan.txt")


def _shape(plan: PlanDraft) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (task.number, task.text, tuple(m.text for m in task.measures)) for task in plan.all_tasks()
    ]


def test_numbered_lines_are_the_tasks_and_their_sentences_the_measures() -> None:
    plan = _read("一、抓改革", "（一）建机制。", "1.建立机制。开展检查。[牵头单位:甲局]")
    assert _shape(plan) == [("1", "建立机制。开展检查。", ("建立机制。", "开展检查。"))]
    assert [m.number for m in plan.all_tasks()[0].measures] == ["1.1", "1.2"]
    assert plan.parts[0].items[0].title == "建机制"


def test_an_item_with_units_is_itself_the_task_and_its_heading_no_measure() -> None:
    plan = _read("一、抓改革", "（一）建立机制。简化流程。压缩时限。（甲局负责）")
    assert _shape(plan) == [("", "建立机制。简化流程。压缩时限。", ("简化流程。", "压缩时限。"))]


def test_an_item_without_units_is_text_where_others_have_them() -> None:
    plan = _read("一、抓改革", "（一）建立机制。（甲局负责）", "（二）加强领导。各部门要重视。")
    assert len(plan.all_tasks()) == 1
    assert plan.parts[0].items[1].text == "加强领导。各部门要重视。"


def test_items_are_tasks_where_a_plan_names_no_units_at_all() -> None:
    plan = _read(
        "一、抓改革", "（一）建立机制。简化流程。", "二、保障措施", "（一）加强领导。做好督查。"
    )
    assert [task.tracked for task in plan.all_tasks()] == [True, False]


def test_level_one_headings_with_units_are_the_tasks() -> None:
    plan = _read("一、对成效明显的给予支持。（甲局负责）", "二、对进展快的给予奖励。（乙局负责）")
    assert [task.responsible_units for task in plan.all_tasks()] == [("甲局",), ("乙局",)]
    assert [part.tasks[0].position for part in plan.parts] == [1, 2]


def test_numbered_lines_under_an_item_with_units_are_its_measures() -> None:
    plan = _read(
        "一、抓改革",
        "（一）建立机制。（甲局牵头）",
        "1.简化流程。（乙局负责）",
        "2.压缩时限。",
    )
    task = plan.all_tasks()[0]
    assert task.lead_units == ("甲局",)
    assert [(m.text, m.responsible_units) for m in task.measures] == [
        ("简化流程。", ("乙局",)),
        ("压缩时限。", ()),
    ]


def test_units_behind_several_lines_without_any_belong_to_all_of_them() -> None:
    plan = _read(
        "一、抓改革", "（一）建立机制。", "1.简化流程。", "2.压缩时限。", "责任单位：甲局、乙局"
    )
    assert [(t.number, t.responsible_units) for t in plan.all_tasks()] == [("", ("甲局", "乙局"))]


def test_labelled_lines_belong_to_the_task_above_them() -> None:
    plan = _read(
        "一、抓改革",
        "1.建立机制。",
        "牵头单位：甲局",
        "配合单位：乙局",
        "完成时限：2022年6月底前",
        "2.开展检查。",
        "责任单位：丙局",
    )
    first, second = plan.all_tasks()
    assert (first.lead_units, first.supporting_units) == (("甲局",), ("乙局",))
    assert first.deadline is not None
    assert first.deadline.text == "2022年6月底前"
    assert (second.responsible_units, second.deadline) == (("丙局",), None)


def test_the_first_named_leads_from_the_bracket_on_that_says_so() -> None:
    plan = _read(
        "一、抓改革",
        "（一）建机制。（甲局、乙局负责。列第一位者为牵头单位，下同）",
        "（二）强检查。（丙局、丁局负责）",
    )
    assert [(t.lead_units, t.responsible_units) for t in plan.all_tasks()] == [
        (("甲局",), ("乙局",)),
        (("丙局",), ("丁局",)),
    ]


def test_principles_and_goals_hold_no_tasks() -> None:
    plan = _read(
        "一、总体要求",
        "（一）基本原则。",
        "1.坚持统筹。着眼全局。",
        "二、主要任务",
        "（一）建立机制。简化流程。",
    )
    assert [task.text for task in plan.all_tasks()] == ["建立机制。简化流程。"]
    assert "坚持统筹" in plan.parts[0].items[0].text


def test_chapters_are_parts_and_articles_are_items() -> None:
    plan = _read(
        "第一章 总则", "第一条 为了规范，制定本办法。", "第二章 任务", "第二条 抓服务。（甲局负责）"
    )
    assert [part.number for part in plan.parts] == ["第一章", "第二章"]
    assert plan.parts[1].items[0].number == "第二条"
    assert len(plan.all_tasks()) == 1


def test_tasks_without_parts_stand_at_the_top() -> None:
    plan = _read("1.建立机制。（甲局负责）", "2.开展检查。（乙局负责）")
    assert (plan.parts, [task.number for task in plan.tasks]) == ((), ["1", "2"])


def test_numbered_lines_under_a_task_are_its_measures() -> None:
    plan = _read("一、抓改革", "1.建立机制。", "（1）编制《甲规划》。", "（2）开展检查。")
    assert _shape(plan)[0][2] == ("编制《甲规划》。", "开展检查。")
    assert plan.all_tasks()[0].text == "建立机制。\n（1）编制《甲规划》。\n（2）开展检查。"


def test_a_gap_in_the_numbers_is_a_finding_and_no_failure() -> None:
    plan = _read("一、抓改革", "1.建立机制。", "3.开展检查。")
    assert [task.number for task in plan.all_tasks()] == ["1", "3"]
    assert [(f.line, f.reason) for f in plan.findings] == [(4, "编号不连续：前一个是1，这里是3")]


def test_closing_paragraphs_are_findings_not_tasks() -> None:
    plan = _read("一、抓改革", "1.建立机制。（甲局负责）", "各部门要认真贯彻落实，年底前报送情况。")
    assert len(plan.all_tasks()[0].measures) == 1
    assert [f.line for f in plan.findings] == [4]


def test_a_text_without_numbers_says_so() -> None:
    plan = read_plan("今天天气好。".encode(), "plan.txt")
    assert plan.all_tasks() == ()
    assert plan.findings[0].reason.startswith("全文没有找到编号")
