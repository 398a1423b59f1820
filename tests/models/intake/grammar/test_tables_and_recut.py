from __future__ import annotations

from models.intake import read_plan
from models.intake.draft import PlanDraft


def _read(text: str) -> PlanDraft:
    return read_plan(text.encode(), "plan.txt")


def test_rows_of_a_table_are_tasks_under_their_group() -> None:
    plan = _read(
        "分解表\n"
        "工作任务\t工作要求\t牵头单位\t配合/责任单位\t完成时限\n"
        "一、抓公开\t1.公开政策。\t\t各县区\t2022年6月底前\n"
        "一、抓公开\t2.公开数据。\t甲局、乙局\t丙局\t\n"
        "二、抓服务\t3.建好窗口。\t甲局\t\t长期\n"
    )
    assert [part.title for part in plan.parts] == ["抓公开", "抓服务"]
    first, second, third = plan.all_tasks()
    assert (first.lead_units, first.supporting_units) == ((), ("各县区",))
    assert (second.lead_units, second.supporting_units) == (("甲局", "乙局"), ("丙局",))
    assert third.deadline is not None
    assert (third.deadline.text, third.deadline.date) == ("长期", None)


def test_rows_without_numbers_are_counted_and_a_blank_group_goes_on() -> None:
    plan = _read("表\n任务\t具体措施\t责任单位\n抓公开\t公开政策\t甲局\n\t公开数据\t乙局\n")
    assert [task.text for task in plan.parts[0].tasks] == ["公开政策", "公开数据"]
    assert [task.number for task in plan.all_tasks()] == ["1", "2"]


LINES = (
    "示例市2022年工作要点",
    "为贯彻部署，制定本要点。",
    "一、抓改革",
    "（一）建机制",
    "1.增长3.5%，实施11.121人才工程。",
    "责任单位：甲局，乙局",
    "2.统筹第一、二、三产业。",
    "责任单位：丙局",
    "（二）强检查",
    "3.开展检查。",
    "责任单位：甲局",
    "二、抓服务",
    "（一）建窗口",
    "4.建好窗口。",
    "责任单位：丁局",
)


def test_a_text_that_lost_its_breaks_reads_as_before() -> None:
    whole = _read("\n".join(LINES))
    assert [len(part.items) for part in whole.parts] == [2, 1]
    for joint in (" ", ""):
        again = _read(joint.join(LINES))
        assert again.parts == whole.parts
        assert (again.title, again.preamble) == (whole.title, whole.preamble)


def test_a_long_paragraph_of_a_text_with_breaks_is_not_cut() -> None:
    plan = _read("一、抓改革\n1.甲。乙、一、丙2.丁。\n2.戊。")
    assert len(plan.all_tasks()) == 2
