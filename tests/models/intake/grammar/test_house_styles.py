"""Short plans in the styles of several houses: what clerks would otherwise have to mend by hand."""

from __future__ import annotations

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft


def _read(*lines: str) -> PlanDraft:
    return read_plan("\n".join(lines).encode(), "plan.txt")


def test_headings_above_articles_are_parts() -> None:
    draft = _read(
        "示例市支持企业若干措施",
        "一、减轻负担",
        "第一条 落实减税政策。（市税务局负责）",
        "第二条 规范涉企收费。（市财政局负责）",
        "二、附则",
        "第三条 本措施自发布之日起施行。",
    )
    assert [part.number for part in draft.parts] == ["一", "二"]
    assert [task.responsible_units for task in draft.all_tasks()] == [("市税务局",), ("市财政局",)]


def test_articles_first_keep_headings_below_them() -> None:
    draft = _read(
        "示例市支持企业若干措施",
        "第一条 减轻负担。",
        "一、落实减税政策。（市税务局负责）",
        "二、规范涉企收费。（市财政局负责）",
        "第二条 优化服务。（市商务局负责）",
    )
    assert len(draft.all_tasks()) == 3


def test_chapters_over_articles_stay_parts() -> None:
    draft = _read(
        "示例市办法",
        "第一章 任务",
        "第一条 落实减税政策。（市税务局负责）",
        "第二条 规范涉企收费。（市财政局负责）",
    )
    assert [(part.number, len(part.items)) for part in draft.parts] == [("第一章", 2)]


TABLE = (
    "2024年重点工作任务分解表",
    "序号\t工作任务\t具体举措\t牵头单位\t配合单位\t完成时限",
    "一、经济发展（2项）",
    "1\t项目攻坚\t开工项目12个\t区发改局\t区住建局\t12月底",
    "2\t招商引资\t引进项目30个\t区商务局\t各镇\t长期",
    "二、社会民生（1项）",
    "3\t教育提升\t新建学校5所\t区教育局\t区住建局\t8月底前",
)


def test_a_group_row_that_lost_its_empty_cells_heads_the_rows_below_it() -> None:
    draft = _read(*TABLE)
    assert [part.title for part in draft.parts] == ["经济发展（2项）", "社会民生（1项）"]
    assert [task.lead_units for task in draft.all_tasks()] == [
        ("区发改局",),
        ("区商务局",),
        ("区教育局",),
    ]


def test_a_sentence_between_two_tables_heads_no_rows() -> None:
    draft = _read(*TABLE[:4], "以上各项由牵头单位按月报送。", *TABLE[4:5])
    assert [task.lead_units for task in draft.all_tasks()][:1] == [("区发改局",)]
    assert "以上各项由牵头单位按月报送。" not in [part.title for part in draft.parts]


def test_a_note_below_a_table_is_no_group() -> None:
    draft = _read(*TABLE, "注：第一个单位为牵头单位")
    assert [finding.text for finding in draft.findings] == ["注：第一个单位为牵头单位"]


def _measured(text: str) -> list[tuple[str, tuple[str, ...]]]:
    task = _read("示例局要点", "一、抓改革", f"1.{text}", "2.收尾。（戊局负责）").all_tasks()[0]
    return [(measure.text, measure.responsible_units) for measure in task.measures]


@pytest.mark.parametrize("marks", ["（1） （2）", "(1) (2)", "① ②"])
def test_measures_numbered_inside_a_paragraph_are_cut(marks: str) -> None:
    first, second = marks.split()
    found = _measured(
        f"深化改革。{first}建立机制。（责任科室：预算科）{second}开展评价。（责任科室：绩效科）"
    )
    assert found == [("建立机制。", ("预算科",)), ("开展评价。", ("绩效科",))]


def test_numbers_of_a_list_in_a_sentence_cut_nothing() -> None:
    assert len(_measured("符合下列条件的予以支持：（1）甲类；（2）乙类。（甲局负责）")) == 1
    assert len(_measured("按附件（1）办理。（甲局负责）")) == 1


def test_a_task_whose_measures_alone_name_units_has_all_of_them() -> None:
    draft = _read(
        "示例局要点",
        "一、抓改革",
        "1.深化改革。",
        "（1）建立机制。（甲局牵头，乙局配合）",
        "（2）开展评价。（丙局负责）",
        "2.收尾。（戊局负责）",
    )
    task = draft.all_tasks()[0]
    units = (task.lead_units, task.responsible_units, task.supporting_units)
    assert units == (("甲局",), ("丙局",), ("乙局",))
    assert task.measures[1].responsible_units == ("丙局",)


def _units(bracket: str) -> tuple[str, ...]:
    return (
        _read("要点", "一、抓改革", f"1.建机制。{bracket}", "2.收尾。")
        .all_tasks()[0]
        .responsible_units
    )


@pytest.mark.parametrize(
    ("bracket", "units"),
    [
        ("（甲局，各市、县〔市、区〕人民政府负责）", ("甲局", "各市、县〔市、区〕人民政府")),
        ("（责任单位：甲局，各市、县（市、区）政府）", ("甲局", "各市、县（市、区）政府")),
        ("（责任单位：各县、区，甲局）", ("各县、区", "甲局")),
        ("（责任单位：各区、甲局）", ("各区", "甲局")),
        ("（债务科、预算科）", ("债务科", "预算科")),
        ("（本科、专科）", ()),
        ("（内科、外科）", ()),
    ],
)
def test_names_stay_as_said(bracket: str, units: tuple[str, ...]) -> None:
    assert _units(bracket) == units


def test_whom_to_call_stays_in_the_sentence() -> None:
    draft = _read("要点", "一、抓改革", "1.每月报送进展（联系人：张三）。", "2.收尾。（甲局负责）")
    assert draft.all_tasks()[0].text == "每月报送进展（联系人：张三）。"
    assert draft.ledger_rows == ()


def test_who_may_see_it_is_no_title_where_breaks_are_lost() -> None:
    sentence = "围绕重点领域和关键环节完善工作机制"
    draft = _read(
        "示例市人民政府办公室关于印发示例市工作方案的通知各县区：现印发给你们。示例市人民政府办公室2023年3月20日"
        f"（此件公开发布）示例市工作方案为贯彻部署，制定本方案。一、抓改革1.{sentence}。（甲局负责）"
        f"2.{sentence}，压实责任。（乙局负责）3.{sentence}，确保完成。（丙局负责）"
    )
    assert (draft.title, len(draft.all_tasks())) == ("示例市工作方案", 3)


@pytest.mark.parametrize("number", ["×政办发〔2023〕12号", "示政办发〔2023〕12号"])
def test_a_number_with_its_place_left_out_is_a_number(number: str) -> None:
    draft = _read("示例市要点", number, "一、抓改革", "1.建机制。（甲局负责）")
    assert (draft.title, draft.document_number) == ("示例市要点", number)


def test_numbers_of_two_levels_head_tasks_where_the_first_level_only_names_them() -> None:
    draft = _read(
        "示例区2024年实事",
        "1. 教育惠民",
        "1.1 新建幼儿园3所。",
        "牵头部门：区教育局",
        "1.2 课后服务全覆盖。",
        "牵头部门：区教育局",
        "2. 健康惠民",
        "2.1 免费接种5000人次。",
        "牵头部门：区卫健局",
    )
    assert [item.title for item in draft.parts[0].items] == ["教育惠民", "健康惠民"]
    assert [task.number for task in draft.all_tasks()] == ["1.1", "1.2", "2.1"]
    assert draft.findings == ()


def test_numbers_of_two_levels_are_measures_below_a_task() -> None:
    draft = _read(
        "示例局要点",
        "一、抓改革",
        "1.深化改革，完善机制。（甲局负责）",
        "1.1 建立机制。",
        "1.2 开展评价。",
        "2.收尾。（乙局负责）",
    )
    first = draft.all_tasks()[0]
    assert [measure.text for measure in first.measures] == ["建立机制。", "开展评价。"]
    assert first.responsible_units == ("甲局",)


@pytest.mark.parametrize("line", ["3.5 亿元资金到位。", "1.5%的增幅。", "11.121人才工程。"])
def test_a_number_at_the_start_of_a_line_is_no_task(line: str) -> None:
    draft = _read("要点", "一、抓改革", "1.建机制，落实", line, "2.收尾。（甲局负责）")
    assert [task.number for task in draft.all_tasks()] == ["1", "2"]


def test_as_above_in_a_table_is_what_stands_above() -> None:
    rows = ("1\t建机制\t甲局\t同上", "2\t抓落实\t同上\t6月底", "3\t促提升\t〃\t同上")
    draft = _read("2024年任务表", "序号\t任务\t牵头单位\t完成时限", *rows)
    assert [task.lead_units for task in draft.all_tasks()] == [("甲局",)] * 3
    words = [task.deadline.text if task.deadline else "" for task in draft.all_tasks()]
    assert words == ["", "6月底", "6月底"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("（一）建机制。", "完成时限：6月底", "1.甲事。（甲局负责）"),
            "时限、责任人未分到各项任务",
        ),
        (("责任单位：乙局", "1.甲事。（甲局负责）", "2.乙事。"), "单位未分到各项任务"),
    ],
)
def test_what_a_heading_says_of_no_task_is_a_finding(lines: tuple[str, ...], said: str) -> None:
    draft = _read("要点", "一、抓改革", *lines)
    assert [finding.reason for finding in draft.findings] == [f"标题后的{said}"]


def test_whom_to_call_on_a_line_of_its_own_stays_in_the_text() -> None:
    draft = _read(
        "要点", "一、抓改革", "1.建机制。（甲局负责）", "二、其他要求", "按月报送。", "联系人：李某"
    )
    assert draft.parts[1].text.endswith("联系人：李某")


@pytest.mark.parametrize(
    ("bracket", "units"),
    [
        ("（养老服务处、人事处）", ("养老服务处", "人事处")),
        ("（公园10处、绿地5处）", ()),
        ("（甲局、乙局按职责分工负责，以下均需各市政府落实，不再列出）", ("甲局", "乙局")),
        ("（甲局负责。以下任务均需各市落实，不再逐一列出）", ("甲局",)),
    ],
)
def test_more_names_and_remarks(bracket: str, units: tuple[str, ...]) -> None:
    assert _units(bracket) == units


def test_one_bracket_behind_numbers_inside_a_paragraph_speaks_for_all_of_it() -> None:
    draft = _read(
        "要点",
        "一、抓改革",
        "（一）规范管理。1.动态调整目录。2.完成迁移5个。3.开展培训。（责任单位：甲局、乙局）",
        "（二）强化监督。围绕重点领域和关键环节，完善工作机制，压实各方责任，确保完成。（丙局负责）",
    )
    first = draft.all_tasks()[0]
    assert (len(draft.all_tasks()), first.responsible_units) == (2, ("甲局", "乙局"))
    assert [m.text for m in first.measures] == ["动态调整目录。", "完成迁移5个。", "开展培训。"]


def test_a_label_may_stand_behind_units_in_words() -> None:
    draft = _read(
        "要点", "一、抓改革", "1.建机制。（甲局牵头，乙局配合；完成时限：长期坚持）", "2.收尾。"
    )
    task = draft.all_tasks()[0]
    assert (task.lead_units, task.supporting_units) == (("甲局",), ("乙局",))
    assert task.deadline is not None
    assert task.deadline.text == "长期坚持"


def test_the_last_day_that_numbered_lines_name_is_the_task_s() -> None:
    lines = ("1.推进项目：", "（1）甲项目，2024年6月底前投产。", "（2）乙项目，2024年9月底前开工。")
    task = _read("要点", "一、抓改革", *lines, "2.收尾。（甲局负责）").all_tasks()[0]
    assert task.deadline is not None
    assert str(task.deadline.date) == "2024-09-30"
