from __future__ import annotations

import datetime as dt
from dataclasses import replace

from models.rules import Adoption
from reports.lacking import (
    Lacking,
    lacking_in_breakdown,
    lacking_in_ledger,
    lacking_in_report,
)
from tests.reports.factory import (
    BUREAU,
    dossier,
    entry,
    options,
    period,
    rows,
    small_report,
    task,
)


def sentences(found: tuple[Lacking, ...]) -> list[str]:
    return [each.sentence for each in found]


def test_a_complete_report_lacks_nothing() -> None:
    assert lacking_in_report(small_report(), options(document_number="36")) == ()


def test_each_task_without_progress_leads_to_its_place() -> None:
    made = rows(dossier(task(1)), dossier(task(2)), dossier(task(3), entry(3, "办理")))
    found = lacking_in_report(made, options(document_number="36"))
    assert found == (
        Lacking("2项任务2021年上半年未填进展。"),
        Lacking("第1项“任务1简称”2021年上半年未填进展。", 1),
        Lacking("第2项“任务2简称”2021年上半年未填进展。", 2),
    )


def test_nothing_new_counts_as_filled() -> None:
    made = rows(dossier(task(1), entry(1, nothing_new=True)))
    assert lacking_in_report(made, options(document_number="36")) == ()


def test_undecided_tasks_are_named_in_every_paper() -> None:
    undecided = dossier(task(1, role=Adoption.UNDECIDED, standing=None, light=None))
    made = rows(undecided)
    expected = Lacking("第1项“任务1简称”尚未确定是否承接。", 1)
    assert expected in lacking_in_report(made, options())
    assert expected in lacking_in_ledger(made)
    assert expected in lacking_in_breakdown(made)


def test_the_head_says_which_of_its_parts_are_missing() -> None:
    bare = replace(BUREAU, name="", issuer_code="", signers=(), printing_office="", contact_name="")
    found = sentences(lacking_in_report(replace(small_report(), bureau=bare), options()))
    for words in ("本单位名称", "发文字号", "发文机关代字", "签发人", "印发机关", "联系人"):
        assert any(sentence.startswith(words) for sentence in found), words


def test_a_plain_paper_needs_no_number() -> None:
    month = replace(small_report(), period=period("2021-04", dt.date(2021, 4, 25)))
    assert lacking_in_report(month, options()) == ()


def test_a_cutoff_after_the_papers_date_is_listed() -> None:
    found = sentences(
        lacking_in_report(small_report(), options(document_number="36", date=dt.date(2021, 6, 18)))
    )
    assert found == [
        "数据截止日2021年6月20日晚于成文日期2021年6月18日，文中的“截至”日期在成文之后。"
    ]


def test_a_paper_of_the_cutoffs_own_day_is_in_order() -> None:
    day = dt.date(2021, 6, 20)
    assert lacking_in_report(small_report(), options(document_number="36", date=day)) == ()
    own = options(document_number="36", issued_on=dt.date(2021, 6, 19))
    assert "晚于成文日期2021年6月19日" in sentences(lacking_in_report(small_report(), own))[0]


def test_reports_that_came_too_late_are_named() -> None:
    made = replace(small_report(), late_reports=("4",))
    found = lacking_in_report(made, options(document_number="36"))
    assert found == (Lacking("第4项有进展在成文日期之后报送，未写入本文。", 4),)


def test_a_table_asks_for_the_responsible_section() -> None:
    made = rows(dossier(task(1), entry(1, "办理"), assignment=None))
    assert sentences(lacking_in_breakdown(made)) == ["第1项“任务1简称”没有责任科室（单位）。"]


def test_quotes_inside_a_tasks_name_are_single() -> None:
    made = rows(dossier(task(1, short_title="知识产权“五进”")))
    found = sentences(lacking_in_report(made, options(document_number="36")))
    assert found == ["第1项“知识产权‘五进’”2021年上半年未填进展。"]


def test_a_title_that_reads_broken_leads_to_its_task() -> None:
    made = rows(
        dossier(task(1, short_title="抓好战略纲要等"), entry(1, "办理")),
        dossier(task(2, short_title="抓好战略纲要"), entry(2, "办结")),
    )
    found = lacking_in_report(made, options(document_number="36"))
    assert found == (Lacking("第1项“抓好战略纲要等”的任务简称待确认。", 1),)
