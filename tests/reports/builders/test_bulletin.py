from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import openpyxl

from models.rows import ReportRows, SectionRow
from models.rules import Standing
from reports import press
from reports.builders.bulletin import build_bulletin
from reports.builders.section_counts import SectionCount, section_counts
from reports.document import Form, Heading, Paragraph, Table
from reports.lacking_inside import lacking_in_bulletin
from tests.reports.factory import (
    BUREAU,
    assignment,
    dossier,
    entry,
    local_task,
    measure,
    options,
    outside,
    rows,
    task,
)

ON_TIME, LATE_DAY, AFTER = dt.date(2021, 6, 24), dt.date(2021, 6, 28), dt.date(2021, 6, 30)
SECTIONS = (
    SectionRow(1, 1, "规划科", "", "内设科室", True),
    SectionRow(2, 2, "保护科", "", "内设科室", True),
    SectionRow(3, 3, "服务中心", "", "直属单位", True),
)


def office() -> ReportRows:
    """Two sections with work: 规划科 two tasks, 保护科 one late, silent one; 服务中心 none."""
    return rows(
        dossier(task(1, section_id=1, standing=Standing.DONE), entry(1, "甲")),
        dossier(task(2, section_id=1), entry(2, "乙", reported_on=ON_TIME)),
        dossier(outside(3)),
        dossier(task(4, section_id=2, section="保护科", standing=Standing.LATE)),
        sections=SECTIONS,
        local_dossiers=(dossier(local_task(1), entry(101, "丙")),),
    )


def counted(made: ReportRows, day: dt.date = AFTER) -> dict[str, SectionCount]:
    return {count.name: count for count in section_counts(made, day)}


def text(made: ReportRows, **chosen: object) -> str:
    document = build_bulletin(made, options(**{"date": AFTER, **chosen}))
    return "\n".join(
        block.text for block in document.body if isinstance(block, (Heading, Paragraph))
    )


def table(made: ReportRows, **chosen: object) -> Table:
    document = build_bulletin(made, options(**{"date": AFTER, **chosen}))
    return next(block for block in document.body if isinstance(block, Table))


def test_each_adopted_task_is_counted_once_with_the_section_that_leads_it() -> None:
    found = counted(office())
    assert found["规划科"] == SectionCount("规划科", adopted=2, done=1, on_pace=1)
    assert found["保护科"] == SectionCount("保护科", adopted=1, late=1, unreported=1)
    assert "服务中心" not in found


def test_a_task_that_no_section_leads_is_counted_by_itself() -> None:
    made = rows(dossier(task(1, section_id=None)), sections=SECTIONS)
    assert list(counted(made)) == ["未明确责任科室"]


def test_nothing_is_missing_before_the_report_day_has_passed() -> None:
    assert counted(office(), dt.date(2021, 6, 25))["保护科"].unreported == 0
    assert counted(office(), dt.date(2021, 6, 26))["保护科"].unreported == 1


def test_a_report_after_the_day_is_late_even_though_it_came() -> None:
    made = rows(dossier(task(1), entry(1, "甲", reported_on=LATE_DAY)), sections=SECTIONS)
    assert counted(made)["规划科"].unreported == 1


def test_who_reported_in_time_and_added_something_later_was_in_time() -> None:
    later = entry(1, "甲乙", reported_on=LATE_DAY)
    first = entry(1, "甲", reported_on=ON_TIME)
    made = rows(dossier(task(1), later, first_entries=(first,)), sections=SECTIONS)
    assert counted(made)["规划科"].unreported == 0


def test_a_finished_task_owes_no_report() -> None:
    made = rows(dossier(task(1, status=task(1).status.COMPLETED)), sections=SECTIONS)
    assert counted(made)["规划科"].unreported == 0


def test_a_section_with_a_measure_of_its_own_owes_its_own_report() -> None:
    own = replace(assignment(1, "保护科"), measure_id=12, section_id=2)
    given = dossier(
        task(1),
        entry(1, "甲", measure_id=11),
        measures=(measure(1, 1, "甲。"), measure(1, 2, "乙。")),
        measure_assignments=(own,),
    )
    found = counted(rows(given, sections=SECTIONS))
    assert found["规划科"].unreported == 0
    assert found["保护科"] == SectionCount("保护科", unreported=1)


def test_the_table_stands_in_the_office_s_order_and_its_sum_is_the_adopted_number() -> None:
    made = table(office())
    assert [column.heading for column in made.columns] == (
        ["科室（单位）", "承接", "已完成", "达到序时", "滞后", "未按时报送"]
    )
    assert [row.cells for row in made.rows] == [
        ("规划科", "2", "1", "1", "0", "0"),
        ("保护科", "1", "0", "0", "1", "1"),
        ("合计", "3", "1", "1", "1", "1"),
    ]


def test_sections_are_ranked_only_when_asked_for() -> None:
    made = replace(office(), sections=(SECTIONS[1], SECTIONS[0]))
    assert [row.cells[0] for row in table(made).rows] == ["保护科", "规划科", "合计"]
    ranked = table(made, ranking=True)
    assert ranked.columns[-1].heading == "位次"
    assert [(row.cells[0], row.cells[-1]) for row in ranked.rows] == [
        ("规划科", "1"),
        ("保护科", "2"),
        ("合计", ""),
    ]


def test_equal_sections_share_a_place() -> None:
    made = rows(
        dossier(task(1, section_id=1), entry(1, "甲")),
        dossier(task(2, section_id=2), entry(2, "乙", section_id=2)),
        sections=SECTIONS,
    )
    assert [count.place for count in section_counts(made, AFTER, ranking=True)] == [1, 1]


def test_the_text_says_the_counts_who_is_behind_and_who_did_not_report() -> None:
    said = text(office())
    assert "涉及我市3项" in said
    assert "1个科室（单位）的任务均已完成或达到序时进度；有滞后任务的是保护科1项。" in said
    assert "报送截止日为6月25日，未按时报送的是保护科1项。" in said
    assert "第4项“任务4简称”（保护科，办理时限2021年10月31日）。" in said
    assert "本市新增任务1项，不计入以上数字。" in said
    assert said.endswith("特此通报。")


def test_where_nobody_is_behind_there_is_no_such_part_and_the_rest_is_renumbered() -> None:
    made = rows(dossier(task(1), entry(1, "甲")), sections=SECTIONS)
    said = text(made, requirements="按时报送。")
    assert "滞后任务" not in said.replace("无滞后任务", "")
    assert "三、工作要求\n按时报送。" in said
    assert "各科室（单位）均在6月25日前报送进展。" in said
    assert "工作要求" not in text(made)


def test_the_office_may_issue_it_under_its_own_name_and_code() -> None:
    document = build_bulletin(
        office(),
        options(issuer_office=True, form=Form.LETTERHEAD, document_number="5"),
    )
    assert document.title.startswith("示例市市场监督管理局办公室关于2021年上半年")
    assert document.letterhead is not None
    assert document.letterhead.document_number == "示市监办〔2021〕5号"
    assert not document.letterhead.upward
    assert document.signature is not None
    assert document.signature.issuers == ("示例市市场监督管理局办公室",)


def test_it_goes_to_the_kinds_of_sections_that_there_are() -> None:
    assert build_bulletin(office(), options()).addressee == "各科室、直属单位"
    assert build_bulletin(office(), options(addressee="规划科")).addressee == "规划科"


def test_what_a_bulletin_lacks() -> None:
    bare = replace(office(), bureau=replace(BUREAU, issuer_code="", printing_office=""))
    found = lacking_in_bulletin(bare, options(form=Form.LETTERHEAD, issuer_office=True))
    assert [each.sentence[:5] for each in found] == [
        "发文字号未", "发文机关代", "办公室名称", "报送截止日",
    ]  # fmt: skip
    assert lacking_in_bulletin(office(), options(date=AFTER)) == ()


def test_its_table_comes_as_a_workbook_too() -> None:
    paper = press.make("bulletin", office(), options(date=AFTER), format="xlsx")
    assert paper.name.endswith("通报（2021年上半年）.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(paper.content)).worksheets[0]
    assert sheet.title == "2021年上半年知识产权工作进展情况的通报"
    assert [cell.value for cell in sheet[3]] == ["规划科", 2, 1, 1, 0, 0]
