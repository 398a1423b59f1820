from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

from models.rows import ExtensionRow, SectionRow
from models.rules import Adoption, Light, Standing, Status
from reports.builders.breakdown import build_breakdown
from reports.builders.ledger import build_ledger
from reports.builders.progress_table import progress_table
from reports.document import RowKind, Table
from tests.reports.factory import (
    assignment,
    deliverable,
    dossier,
    entry,
    measure,
    options,
    outside,
    rows,
    small_report,
    target,
    task,
)


def column(table: Table, heading: str) -> dict[str, str]:
    index = [each.heading for each in table.columns].index(heading)
    return {row.cells[0]: row.cells[index] for row in table.rows if row.kind is RowKind.NORMAL}


def test_the_attached_table_has_every_task_in_order_and_local_ones_last() -> None:
    table = progress_table(small_report(), options())
    assert [row.cells[0] for row in table.rows] == [
        "一、做好知识产权制度设计",
        "1",
        "2",
        "二、提升知识产权创造质量",
        "3",
        "4",
        "市级新增任务",
        "增1",
    ]
    assert [each.heading for each in table.columns] == [
        "序号",
        "重点任务",
        "本市任务内容",
        "进展情况（截至6月20日）",
        "完成进度",
        "存在问题及下一步打算",
        "备注",
    ]


def test_a_task_that_is_not_ours_says_so_with_its_reason() -> None:
    table = progress_table(small_report(), options())
    assert column(table, "本市任务内容")["3"] == "不涉及"
    assert column(table, "备注")["3"] == "任务对象为省级园区"
    assert column(table, "完成进度")["3"] == ""


def test_the_words_of_the_attachment_are_those_counted_in_the_text() -> None:
    made = small_report()
    cells = column(progress_table(made, options()), "完成进度")
    words = Counter(cells[each.task.label].partition("\n")[0] for each in made.dossiers)
    assert words["滞后"] == made.totals.late
    assert words["达到序时进度"] == made.totals.on_pace
    assert words[""] == made.totals.none


def test_only_a_reported_percentage_is_printed() -> None:
    made = rows(
        dossier(task(1)),
        dossier(task(2, percent_proposed=True)),
        dossier(task(3, status=Status.CLOSED, standing=Standing.DONE, percent=100.0)),
    )
    cells = column(progress_table(made, options()), "完成进度")
    assert cells == {"1": "达到序时进度\n40%", "2": "达到序时进度", "3": "已完成"}


def test_problems_and_next_steps_share_a_cell_with_their_names() -> None:
    table = progress_table(small_report(), options())
    cells = column(table, "存在问题及下一步打算")
    assert cells["1"] == "存在问题：人手不足。\n下一步打算：9月底前报审。"
    assert cells["2"] == ""


def test_only_our_own_goal_is_printed_never_the_provinces() -> None:
    goal = replace(
        measure(1, 1, "培育学校"),
        targets=(
            target(11, 2.0, values=(("2021-H1", 1.0),)),
            target(12, None),
            target(13, 1.0, label="培训基地", unit="个"),
        ),
    )
    made = rows(dossier(task(1), measures=(goal,)))
    remark = column(progress_table(made, options()), "备注")["1"]
    assert remark == "本市目标：试点示范学校2所，已完成1所；培训基地1个"


def test_local_tasks_and_the_tasks_they_carry_out_point_at_each_other() -> None:
    remarks = column(progress_table(small_report(), options()), "备注")
    assert remarks["2"] == "配合省级开展\n相关工作另见增1"
    assert remarks["增1"] == "落实第2项"


def test_what_was_carried_over_says_from_where() -> None:
    made = rows(dossier(task(1, origin="结转自2020年第9项")), dossier(task(2)))
    assert column(progress_table(made, options()), "备注") == {"1": "结转自2020年第9项", "2": ""}


def test_the_ledger_says_status_and_light_in_words() -> None:
    made = rows(
        dossier(task(1)),
        dossier(task(2, status=Status.CLOSED, light=Light.BLUE, standing=Standing.DONE)),
        dossier(task(3, light=Light.YELLOW, standing=Standing.LATE)),
        dossier(outside(4)),
    )
    assert column(build_ledger(made, options()).table, "状态") == {
        "1": "推进中\n（正常）",
        "2": "已销号",
        "3": "推进中\n（滞后）",
        "4": "不涉及",
    }


def test_the_ledger_falls_back_on_the_latest_entry_and_says_from_when() -> None:
    old = entry(1, "启动贯标8家", period="2021-04")
    made = rows(dossier(task(1), latest=old))
    cells = column(build_ledger(made, options()).table, "进展情况（截至6月20日）")
    assert cells["1"] == "启动贯标8家。（2021年4月填报）"


def test_a_measure_with_its_own_section_is_named_by_its_number() -> None:
    two = (measure(1, 1, "甲举措"), measure(1, 2, "乙举措"))
    own = replace(assignment(1, "商标监督管理科"), measure_id=12, due_on=dt.date(2021, 6, 30))
    made = rows(dossier(task(1), measures=two, measure_assignments=(own,)))
    table = build_breakdown(made, options()).table
    assert column(table, "牵头科室（单位）")["1"] == (
        "知识产权规划科（1.1）\n商标监督管理科（1.2）"
    )
    assert column(table, "本市举措")["1"] == "1.1 甲举措\n1.2 乙举措"
    assert column(table, "完成时限")["1"] == "2021年10月31日\n1.2：2021年6月30日"


def test_a_measure_that_is_due_with_its_task_needs_no_line_of_its_own() -> None:
    two = (measure(1, 1, "甲举措"), measure(1, 2, "乙举措"))
    own = replace(assignment(1, "商标监督管理科"), measure_id=12)
    made = rows(dossier(task(1), measures=two, measure_assignments=(own,)))
    assert column(build_breakdown(made, options()).table, "完成时限")["1"] == "2021年10月31日"


def test_a_task_worded_without_its_measures_shows_the_bureaus_words_in_the_ledger() -> None:
    two = (measure(1, 1, "省级甲举措"), measure(1, 2, "省级乙举措"))
    made = rows(dossier(task(1, local_text="本市开展甲乙。"), measures=two))
    assert column(build_ledger(made, options()).table, "本市举措")["1"] == "本市开展甲乙。"


def test_a_deadline_that_nobody_set_is_shown_as_such() -> None:
    made = rows(dossier(task(1, due_on=dt.date(2021, 12, 31), due_default=True)))
    table = build_breakdown(made, options()).table
    assert column(table, "完成时限")["1"] == "2021年12月31日\n（默认）"


def test_an_extension_stands_in_the_ledger() -> None:
    granted = ExtensionRow(
        1, 1, dt.date(2021, 6, 30), dt.date(2021, 9, 30), "", "", "", dt.date(2021, 6, 1)
    )
    made = rows(dossier(task(1), extensions=(granted,)))
    remark = column(build_ledger(made, options()).table, "备注")["1"]
    assert remark == "时限由2021年6月30日延至2021年9月30日"


def test_the_breakdown_has_only_our_tasks_and_only_our_deliverables() -> None:
    ours = replace(
        measure(1, 1, "编制《省规划》"),
        local_text="编制《市规划》",
        deliverables=(deliverable(11, "《省规划》"), deliverable(12, "《市规划》")),
    )
    made = rows(
        dossier(task(1), measures=(ours,)),
        dossier(outside(2)),
        dossier(task(3, role=Adoption.UNDECIDED, standing=None, light=None)),
    )
    table = build_breakdown(made, options()).table
    assert column(table, "成果形式") == {"1": "《市规划》"}
    assert column(table, "重点任务")["1"] == "抓好第1项省级工作。"


def test_the_breakdown_does_not_print_the_issued_text_twice() -> None:
    row = task(1, text="抓好规划编制。开展终期评估。", local_text="", short_title="抓好规划编制")
    issued = (measure(1, 1, "抓好规划编制。"), measure(1, 2, "开展终期评估。"))
    worded = (measure(1, 1, "抓好规划编制。", local_text="编制我市规划。"), issued[1])
    told = {
        said: column(
            build_breakdown(rows(dossier(row, measures=made)), options()).table, "重点任务"
        )
        for said, made in (("issued", issued), ("worded", worded), ("none", ()))
    }
    assert list(told["issued"].values()) == ["抓好规划编制"]
    assert list(told["worded"].values()) == ["抓好规划编制。开展终期评估。"]
    assert list(told["none"].values()) == ["抓好规划编制。开展终期评估。"]


def test_the_head_names_office_or_section_and_day() -> None:
    whole = build_ledger(small_report(), options(filled_by="周雨晴"))
    assert whole.head_fields == (
        ("填报单位（盖章）", "示例市市场监督管理局"),
        ("填报人", "周雨晴"),
        ("审核人", ""),
        ("联系电话", "0999-0001202"),
        ("填报日期", "2021年6月25日"),
    )
    section = SectionRow(1, 1, "知识产权规划科", "规划科", "内设科室", True)
    own = build_ledger(replace(small_report(), section=section), options())
    assert own.head_fields[0] == ("填报单位（盖章）", "知识产权规划科")
    assert "3" not in column(own.table, "状态")


def test_sections_that_support_are_named_in_full() -> None:
    own = assignment(1, supporting_sections=("规划科",))
    table = build_breakdown(rows(dossier(task(1), assignment=own)), options()).table
    assert column(table, "配合科室（单位）")["1"] == "知识产权规划科、市财政局"


def test_a_part_the_plan_does_not_track_stays_out_of_tables() -> None:
    made = rows(dossier(task(1)), dossier(task(2, tracked=False)))
    assert list(column(progress_table(made, options()), "备注")) == ["1"]


def test_reported_entries_are_joined_in_the_ledger() -> None:
    table = build_ledger(small_report(), options()).table
    assert column(table, "进展情况（截至6月20日）")["4"] == "启动贯标8家。"
