from __future__ import annotations

import pytest

from models import commands, queries
from models.filling import (
    apply_suggestions,
    beside,
    fill_targets,
    monthly_figures,
    questions,
    repeated,
    suggestions,
)
from models.periods import Period
from models.rules import Adoption
from reports.builders.ledger import build_ledger
from reports.builders.progress import build_progress
from reports.lacking import lacking_in_report
from tests.models.factory import TODAY, Office
from tests.models.filling.test_pasting import entry
from tests.reports.factory import measure, options, task
from tests.reports.plain import as_text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("张三 2021-06-18 10:22:33\n已办班2期。", "已办班2期。"),
        ("张三（规划科） 下午3:05\n已办班2期。", "已办班2期。"),
        ("10:22\n已办班2期。", "已办班2期。"),
        ("@李四 已办班2期。", "已办班2期。"),
        ("王五：已办班2期。", "已办班2期。"),
        ("已办班2期\U0001f44d\U0001f3fb。[强]", "已办班2期。"),
        ("已办班2期。\n昨天 18:01", "已办班2期。"),
    ],
)
def test_senders_times_and_emoji_can_be_taken_out(text: str, left: str) -> None:
    assert apply_suggestions(text, suggestions(text, ["王五"])) == left


@pytest.mark.parametrize(
    "text",
    [
        "存在问题：经费未到。",
        "一是：办班。二是：评估。",
        "6月18日召开座谈会,9:00开始。",
        "按示市监[2021]3号办理。",
        "★★★，①②，100%。",
        "王五主持：会议。",
    ],
)
def test_what_belongs_to_the_text_is_never_suggested(text: str) -> None:
    assert suggestions(text, ["王五"]) == ()


def test_suggestions_name_place_and_kind_and_only_the_chosen_are_applied() -> None:
    text = "@李四 已办班\U0001f44d"
    at, emoji = suggestions(text)
    assert (at.kind, text[at.start : at.end], emoji.kind, emoji.found) == (
        "sender",
        "@李四 ",
        "emoji",
        "\U0001f44d",
    )
    assert apply_suggestions(text, [emoji]) == "@李四 已办班"
    assert apply_suggestions(text, []) == text


def test_the_months_of_a_period_and_the_last_period_stand_beside() -> None:
    march, may = entry(1, "三月", period="2021-03"), entry(1, "五月", period="2021-05")
    corrected = entry(1, "五月改", period="2021-05")
    older = entry(1, "去年下半年", period="2020-H2")
    seen = beside((older, march, may, corrected), Period.parse("2021-H1"))
    assert [(month.code, rows[0].wording) for month, rows in seen.months] == [
        ("2021-03", "三月"),
        ("2021-05", "五月改"),
    ]
    assert [row.wording for row in seen.last] == ["去年下半年"]
    assert beside((march,), Period.parse("2021-04")) == beside((march,), Period.parse("2021-04"))
    assert beside((march,), Period.parse("2021-04")).last == (march,)


def test_where_a_period_was_left_out_the_one_before_it_stands_beside() -> None:
    march, half = entry(1, "三月", period="2021-03"), entry(1, "半年", period="2021-H1")
    later = entry(1, "九月", period="2021-09")
    assert beside((march, half, later), Period.parse("2021-08")).last == (march,)
    assert beside((half, later), Period.parse("2021-08")).last == ()


def test_a_text_like_last_periods_is_found_whatever_its_blanks_and_marks() -> None:
    april = entry(1, "已办班2期,效果好。", period="2021-04")
    same, other = entry(1, "已办班2期， 效果好。"), entry(1, "已办班3期。")
    assert repeated((april, same), Period.parse("2021-05")) == (same,)
    assert repeated((april, other), Period.parse("2021-05")) == ()
    assert repeated((april, entry(1, "")), Period.parse("2021-05")) == ()
    assert repeated((april, entry(2, april.wording)), Period.parse("2021-05")) == ()


def test_finishing_early_or_without_proof_and_a_falling_percentage_are_asked() -> None:
    row = task(4, percent=80.0, evidence=0)
    assert [each[-6:] for each in questions(row, completing=True)] == ["确认办结吗？"] * 2
    assert questions(task(4, percent=100.0, evidence=2), completing=True) == ()
    assert questions(row, percent=60) == ("任务4的完成进度由80%降到60%，确认吗？",)
    assert questions(row, percent=90) == ()
    assert questions(task(4, percent=80.0, percent_proposed=True), percent=10) == ()


def test_only_what_is_the_bureaus_can_be_filled_in() -> None:
    rows = (task(1), task(2, role=Adoption.NONE), task(3, role=Adoption.ASSIST))
    held = {1: [measure(1, 1, "办班。"), measure(1, 2, "不办。", role=Adoption.NONE)]}
    assert [each.label for each in fill_targets(rows, held)] == ["1", "1.1", "3"]


def test_texts_of_last_period_are_named_by_the_query_and_nothing_new_counts_as_filled(
    busy: Office,
) -> None:
    april, may = Period.parse("2021-04"), Period.parse("2021-05")
    one, two, three = (busy.task(label).id for label in "123")
    for task_id in (one, two):
        draft = commands.EntryDraft(text="已办班2期。")
        busy.do(commands.write_progress, task_id, april, draft)
    busy.do(commands.write_progress, one, may, commands.EntryDraft(text="已办班2期 。"))
    busy.do(commands.write_progress, two, may, commands.EntryDraft(text="已办班3期。"))
    busy.do(commands.write_progress, three, may, commands.EntryDraft(nothing_new=True))
    rows = busy.ledger.ask(queries.report_rows, busy.plan, may, TODAY)
    assert rows.repeated == (one,)
    said = [each.sentence for each in lacking_in_report(rows, options(date=TODAY))]
    assert any("第1项" in each and "与上期文字相同" in each for each in said)
    assert not any("第3项" in each and "未填" in each for each in said)
    text = as_text(build_progress(rows, options(date=TODAY)))
    assert "无新进展" not in text
    ledger = build_ledger(rows, options(date=TODAY))
    assert not any("无新进展" in cell for row in ledger.table.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("words", "monthly"),
    [
        ("本月查办案件12件。", True),
        ("当月新增三户企业。", True),
        ("本月进一步推进。查办12件。", False),
        ("截至本月底，工作有序。", False),
        ("累计查办12件。", False),
    ],
)
def test_figures_of_one_month_are_known(words: str, monthly: bool) -> None:
    assert monthly_figures(words) is monthly
