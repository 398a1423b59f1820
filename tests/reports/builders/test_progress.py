from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reports.builders.progress import build_progress
from reports.document import Form, Heading, Manner, OfficialDocument, Paragraph, Source
from reports.options import Grouping
from tests.reports.factory import (
    BUREAU,
    dossier,
    entry,
    local_task,
    options,
    period,
    rows,
    small_report,
    task,
)


def texts(document: OfficialDocument) -> list[str]:
    said = []
    for block in document.body:
        if isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Paragraph):
            said.append(block.lead + block.text)
    return said


def test_a_draft_of_a_known_day_bears_it_and_another_keeps_its_place() -> None:
    """Before it is signed nobody knows the day, unless somebody has said it."""
    said = options(issued_on=dt.date(2021, 6, 28))
    made = build_progress(small_report(), said)
    assert made.draft_mark
    assert made.signature is not None
    assert made.signature.date_text == "2021年6月28日"
    kept = build_progress(small_report(), options())
    assert kept.signature is not None
    assert kept.signature.date_text == "2021年6月　　日"
    signed = build_progress(small_report(), options(draft=False))
    assert signed.signature is not None
    assert signed.signature.date_text == "2021年6月25日"


def test_the_report_stands_in_the_usual_order() -> None:
    assert texts(build_progress(small_report(), options())) == [
        (
            "按照《2021年四川省知识产权工作要点》（川市监发〔2021〕21号，以下简称《工作要点》）要求，"
            "现将示例市2021年上半年落实情况报告如下。"
        ),
        "一、总体情况",
        (
            "《工作要点》共4项任务，涉及我市3项，其中主责2项、配合省级开展1项；不涉及1项。"
            "我市将3项任务细化为3条举措，分解到1个科室（单位）。"
            "截至6月20日，达到序时进度2项，滞后1项。具体情况见附件。"
        ),
        "二、主要做法及成效",
        "（一）做好知识产权制度设计",
        "任务1简称。编制规划，形成征求意见稿。",
        "任务2简称。报送材料2份。",
        "任务101简称。工作站挂牌运行。",
        "（二）提升知识产权创造质量",
        "任务4简称。启动贯标8家。",
        "三、存在的问题",
        "一是人手不足。二是经费到位晚。",
        "四、下一步工作打算",
        (
            "下半年，我市将对照《工作要点》，重点抓好以下工作。"
            "一是任务1简称。9月底前报审。二是任务4简称。7月签订合同。"
        ),
        "特此报告。",
    ]


def test_no_lead_paragraph_holds_a_count() -> None:
    lead = build_progress(small_report(), options()).body[0]
    assert isinstance(lead, Paragraph)
    assert "项" not in lead.text


def test_empty_sections_parts_and_tasks_leave_no_trace() -> None:
    made = rows(dossier(task(1)), dossier(task(3), entry(3, "启动贯标8家", "无", "无")))
    said = texts(build_progress(made, options()))
    assert said[3:] == [
        "二、主要做法及成效",
        "（一）提升知识产权创造质量",
        "任务3简称。启动贯标8家。",
        "特此报告。",
    ]


def test_each_paragraph_knows_what_it_was_made_from() -> None:
    document = build_progress(small_report(), options())
    found = {block.text: block.sources for block in document.body if isinstance(block, Paragraph)}
    assert found["编制规划，形成征求意见稿。"] == (Source("entry", 10),)
    problems = next(text for text in found if text.startswith("一是人手"))
    assert found[problems] == (Source("entry", 10), Source("entry", 40))


def test_months_are_plain_and_half_years_have_a_head() -> None:
    month = build_progress(
        replace(small_report(), period=period("2021-04", dt.date(2021, 4, 25))), options()
    )
    assert (month.form, month.letterhead, month.colophon) == (Form.PLAIN, None, None)
    half = build_progress(small_report(), options())
    assert half.form is Form.LETTERHEAD
    assert half.letterhead is not None
    assert half.letterhead.upward
    assert half.letterhead.signers == ("周明远",)
    assert build_progress(small_report(), options(form=Form.PLAIN)).letterhead is None


def test_a_draft_keeps_the_places_of_number_and_day() -> None:
    draft = build_progress(small_report(), options())
    assert draft.draft_mark
    assert draft.letterhead is not None
    assert draft.letterhead.document_number == "示市监〔2021〕　　号"
    assert draft.signature is not None
    assert draft.signature.date_text == "2021年6月　　日"


def test_a_numbered_report_is_clean_and_dated() -> None:
    given = options(document_number="36", issued_on=dt.date(2021, 7, 2))
    clean = build_progress(small_report(), given)
    assert not clean.draft_mark
    assert clean.letterhead is not None
    assert clean.letterhead.document_number == "示市监〔2021〕36号"
    assert clean.signature is not None
    assert clean.signature.date_text == "2021年7月2日"
    assert clean.signature.manner is Manner.SEALED
    assert clean.colophon is not None
    assert clean.colophon.printed_on_text == "2021年7月2日印发"


def test_the_first_issuer_is_addressed_and_the_others_get_copies() -> None:
    document = build_progress(small_report(), options())
    assert document.addressee == "四川省市场监督管理局"
    assert document.colophon is not None
    assert document.colophon.copies_to == "四川省知识产权服务促进中心"


def test_contact_closing_and_table_can_be_left_out() -> None:
    full = build_progress(small_report(), options())
    assert full.remark == "（联系人：周雨晴；联系电话：0999-0001202）"
    assert full.attachment_names == ("《2021年四川省知识产权工作要点》任务进展情况表",)
    bare = build_progress(
        small_report(), options(show_contact=False, closing=False, with_table=False)
    )
    assert bare.remark == ""
    assert bare.attachments == ()
    assert "特此报告。" not in texts(bare)
    assert not any("附件" in text for text in texts(bare))


def test_headings_can_be_worded_otherwise() -> None:
    given = options(headings=(("总体情况", "基本情况"), ("做好知识产权制度设计", "规划先行")))
    said = texts(build_progress(small_report(), given))
    assert "一、基本情况" in said
    assert "（一）规划先行" in said


def test_paragraphs_can_be_grouped_by_item() -> None:
    said = texts(build_progress(small_report(), options(group_by=Grouping.ITEM)))
    assert "抓好规划编制。编制规划，形成征求意见稿。" in said
    assert "推进强省建设。报送材料2份。工作站挂牌运行。" in said


def test_a_local_task_that_carries_out_nothing_stands_behind_the_parts() -> None:
    made = rows(
        dossier(task(1), entry(1, "编制规划")),
        local_dossiers=(dossier(local_task(1), entry(101, "挂牌运行")),),
    )
    said = texts(build_progress(made, options()))
    assert said[6:8] == ["（二）市级新增任务", "任务101简称。挂牌运行。"]


@pytest.mark.parametrize("word", ["滞后", "正常", "临期", "责任人", "李思远", "40%", "省级工作"])
def test_what_is_internal_or_provincial_does_not_go_up(word: str) -> None:
    said = "".join(texts(build_progress(small_report(), options(show_late=False))))
    assert word not in said


def test_the_demo_says_what_it_is_in_the_files_own_words() -> None:
    made = replace(small_report(), bureau=replace(BUREAU, demo=True))
    assert build_progress(made, options()).subject == "示例数据，不作为正式公文"
    assert build_progress(small_report(), options()).subject == ""
