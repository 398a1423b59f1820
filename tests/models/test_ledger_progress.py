from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models import commands, queries
from models.commands import AssignmentDraft, EntryDraft
from models.errors import KnownError
from models.periods import Period
from models.rows import EntryRow, TaskDossier
from models.rules import Light, Status
from tests.models.factory import H1, JUNE, TODAY, Office, actor

JUNE_18 = dt.date(2021, 6, 18)
JULY_2 = dt.date(2021, 7, 2)


def entries(office: Office, label: str = "1", day: dt.date = TODAY) -> tuple[EntryRow, ...]:
    return office.ledger.ask(queries.task_detail, office.task(label).id, day).entries


def dossier(office: Office, label: str = "1", date: dt.date = JULY_2) -> TaskDossier:
    rows = office.ledger.ask(queries.report_rows, office.plan, H1, date)
    return next(each for each in rows.dossiers if each.task.label == label)


def test_what_was_received_is_never_changed_by_the_review(busy: Office) -> None:
    entry = busy.report("1", text="我科弄出初稿。", problems="人手少", next_steps="抓紧")
    busy.do(commands.review_entry, entry, text="形成初稿。", problems="")
    row = entries(busy)[0]
    assert (row.original_text, row.original_problems) == ("我科弄出初稿。", "人手少")
    assert (row.wording, row.problems, row.next_steps) == ("形成初稿。", "", "抓紧")


def test_a_second_report_of_the_same_day_corrects_the_first(busy: Office) -> None:
    first = busy.report("1", text="查办46件。", percent=40.0)
    second = busy.report("1", text="查办47件。")
    assert first == second
    assert [(row.wording, row.percent) for row in entries(busy)] == [("查办47件。", 40.0)]


def test_new_words_want_a_new_review_and_only_they(busy: Office) -> None:
    entry = busy.report("1", text="查办46件。", problems="人手少")
    busy.do(commands.review_entry, entry, text="查办案件46件。", problems="力量不足")
    busy.report("1", text=None, percent=45.0)
    assert entries(busy)[0].wording == "查办案件46件。"
    busy.report("1", text="查办47件。")
    assert (entries(busy)[0].wording, entries(busy)[0].problems) == ("查办47件。", "力量不足")


def test_a_later_report_stands_beside_and_starts_from_the_one_before(busy: Office) -> None:
    entry = busy.report("1", day=JUNE_18, text="查办46件。", problems="人手少", percent=40.0)
    busy.do(commands.review_entry, entry, text="查办案件46件。", problems="力量不足")
    busy.report("1", text="查办50件。")
    first, second = entries(busy)
    assert (first.wording, second.wording) == ("查办案件46件。", "查办50件。")
    assert (second.problems, second.percent) == ("力量不足", 40.0)
    assert second.reviewed_text is None


def test_a_report_entered_late_for_an_earlier_day_knows_nothing_of_later_ones(busy: Office) -> None:
    busy.report("1", text="六月二十日的话。", problems="后来的问题")
    busy.report("1", text="六月十八日的话。", reported_on=JUNE_18)
    early, late = entries(busy)
    assert (early.reported_on, early.problems) == (JUNE_18, "")
    assert late.wording == "六月二十日的话。"
    assert dossier(busy).entries[0].wording == "六月二十日的话。"


def test_sections_report_side_by_side_and_on_single_measures(busy: Office) -> None:
    first, second = busy.section("保护科"), busy.section("网监科")
    busy.report("2", text="查办46件。", section_id=first)
    task, measure = busy.task("2").id, busy.measure("2.2").id
    draft = EntryDraft(text="监测1260家。", section_id=second, reporter="丁一", manner="微信")
    busy.do(commands.write_progress, task, H1, draft, measure_id=measure)
    found = dossier(busy, "2").entries
    assert [(row.section, row.measure_id, row.wording) for row in found] == [
        ("保护科", None, "查办46件。"),
        ("网监科", measure, "监测1260家。"),
    ]
    assert (found[1].reporter, found[1].manner) == ("丁一", "微信")


def test_without_a_section_the_one_that_answers_is_meant(busy: Office) -> None:
    first, second = busy.section("保护科"), busy.section("网监科")
    task, measure = busy.task("2").id, busy.measure("2.2").id
    busy.do(commands.assign, [task], AssignmentDraft(section_id=first))
    busy.do(commands.assign_measure, measure, AssignmentDraft(section_id=second))
    busy.report("2", section_id=first)
    busy.report("2", text="更正。")
    busy.do(commands.write_progress, task, H1, EntryDraft(text="监测。"), measure_id=measure)
    busy.report("2", text="综合。", section_id=0)
    found = [(row.section, row.wording) for row in entries(busy, "2")]
    assert found == [("保护科", "更正。"), ("网监科", "监测。"), ("", "综合。")]


def test_a_status_said_with_an_entry_is_the_tasks(busy: Office) -> None:
    entry = busy.report("1", day=JUNE_18, status=Status.ONGOING)
    assert busy.task("1").status is Status.ONGOING
    assert entries(busy)[0].status is Status.ONGOING
    busy.report("1", day=JUNE_18, status=Status.DOING)
    assert busy.task("1").status is Status.DOING
    busy.do(commands.remove_entry, entry)
    assert busy.task("1").status is Status.NOT_STARTED
    assert entries(busy) == ()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"text": "已开工。"}, Status.DOING),
        ({"text": None, "percent": 45.0}, Status.DOING),
        ({"text": None, "percent": 0.0, "problems": "人手不足"}, Status.NOT_STARTED),
        ({"text": None, "nothing_new": True}, Status.NOT_STARTED),
    ],
)
def test_what_was_done_on_a_task_begins_it(
    busy: Office, said: dict[str, Any], status: Status
) -> None:
    busy.report("1", day=JUNE_18, **said)
    assert busy.task("1").status is status


def test_a_report_after_the_cut_off_counts_from_the_cut_off(busy: Office) -> None:
    """The half-year closes on 20 June; a section that reports on the 25th is still in it."""
    busy.report("1", day=dt.date(2021, 6, 25), status=Status.ONGOING, percent=55.0)
    found = dossier(busy)
    assert (found.task.percent, found.task.status) == (55.0, Status.ONGOING)
    before = dossier(busy, date=dt.date(2021, 6, 24))
    assert (before.task.percent_proposed, before.entries) == (True, ())


def test_a_cut_off_moved_back_takes_its_reports_along(busy: Office) -> None:
    busy.report("1", day=JUNE_18, status=Status.DOING, percent=55.0)
    busy.do(commands.set_period_days, H1, dt.date(2021, 6, 15), dt.date(2021, 6, 25))
    assert dossier(busy).task.percent == 55.0
    assert dossier(busy).task.status is Status.DOING
    busy.do(commands.set_period_days, H1, dt.date(2021, 6, 30), dt.date(2021, 7, 5))
    assert entries(busy)[0].as_of == JUNE_18


def test_an_entry_ends_grey_and_fills_its_period_only(busy: Office) -> None:
    early = dt.date(2021, 3, 10)
    assert busy.task("1", day=early).light is Light.GREY
    busy.report("1", day=early, text=None, nothing_new=True)
    assert busy.task("1", day=early).light is Light.GREEN
    assert busy.task("1").filled
    tree = busy.ledger.ask(queries.tree, busy.plan, TODAY, JUNE)
    assert tree.totals.filled == 0


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"text": None}, "都没有填，没有保存"),
        ({"text": " \u200b"}, "都没有填，没有保存"),
        ({"percent": 101.0}, "0到100之间"),
        ({"percent": -0.1}, "0到100之间"),
        ({"percent": float("nan")}, "0到100之间"),
        ({"status": Status.COMPLETED}, "要用对应的操作"),
        ({"status": Status.RETURNED}, "要用对应的操作"),
        ({"manner": "鸽子"}, "书面、电子、微信、电话"),
        ({"section_id": 99}, "已经不在台账里"),
        ({"reported_on": dt.date(2021, 6, 21)}, "还没有到"),
        ({"text": "长" * 20_001}, "超过20000字的上限"),
    ],
)
def test_an_entry_that_says_nothing_or_nonsense_is_refused(
    busy: Office, said: dict[str, object], sentence: str
) -> None:
    before = busy.dump()
    with pytest.raises(KnownError, match=sentence):
        busy.report("1", **said)
    busy.report("1")
    if said == {"text": None}:
        with pytest.raises(KnownError, match=sentence):
            busy.report("1", **said)
    busy.ledger.undo(actor())
    assert busy.dump() == before


def test_progress_is_written_only_on_what_is_adopted_and_ours(office: Office) -> None:
    with pytest.raises(KnownError, match="还没有承接，没有保存进展"):
        office.report("1")
    office.adopt("1", "2")
    with pytest.raises(KnownError, match="不属于这项任务"):
        office.do(
            *(commands.write_progress, office.task("1").id, H1, EntryDraft(text="好")),
            measure_id=office.measure("2.1").id,
        )


def test_a_finished_task_is_reported_on_but_not_reopened_by_the_way(busy: Office) -> None:
    busy.do(commands.complete, busy.task("1").id, day=JUNE_18)
    busy.report("1", text="后续工作。")
    with pytest.raises(KnownError, match="需要重做请先退回"):
        busy.report("1", status=Status.DOING)
    assert busy.task("1").status is Status.COMPLETED


def test_papers_know_a_first_report_beside_the_newest(busy: Office) -> None:
    busy.report("1", text="六月十八日的话。", reported_on=JUNE_18)
    busy.report("1", text="后来的话。")
    found = dossier(busy)
    assert [row.wording for row in found.entries] == ["后来的话。"]
    assert [row.reported_on for row in found.first_entries] == [JUNE_18]


def test_a_percent_of_one_measure_does_not_speak_for_the_whole_task(busy: Office) -> None:
    busy.report("1", day=dt.date(2021, 6, 10), percent=40.0)
    draft = EntryDraft(text="一条举措办完。", percent=100.0)
    measure = busy.measure("1.1").id
    task = busy.task("1").id
    busy.do(commands.write_progress, task, H1, draft, measure_id=measure, day=JUNE_18)
    assert dossier(busy).task.percent == 40.0


def test_a_block_is_one_change_that_is_kept_whole_or_not_at_all(office: Office) -> None:
    office.adopt("1", "2")
    one, two, other = (office.task(label).id for label in "123")
    measure = office.measure("2.1").id
    block = [
        (one, None, EntryDraft(text="甲", reporter="丁一")),
        (two, measure, EntryDraft(text="乙")),
    ]
    with pytest.raises(KnownError, match="任务3还没有承接"):
        office.do(commands.write_block, H1, [*block, (other, None, EntryDraft(text="丙"))])
    assert not office.task("1").filled
    change = office.do(commands.write_block, H1, block)
    assert (change.label, change.tasks) == ("填报 2项（2021年上半年）", {one, two})
    assert office.task("1").filled
    assert office.task("2").filled
    office.ledger.undo(actor())
    assert not office.task("2").filled
    with pytest.raises(KnownError, match="没有可以填报的内容"):
        office.do(commands.write_block, H1, [])


def test_the_first_progress_of_a_task_begins_it_unless_something_else_was_said(
    busy: Office,
) -> None:
    busy.report("1", day=JUNE_18)
    busy.report("2", day=JUNE_18, status=Status.ONGOING)
    busy.do(commands.set_status, busy.task("3").id, Status.SUSPENDED, reason="停", day=JUNE_18)
    busy.report("3", day=TODAY)
    found = [busy.task(label).status for label in ("1", "2", "3")]
    assert found == [Status.DOING, Status.ONGOING, Status.SUSPENDED]


def test_nought_percent_is_something_said_and_begins_nothing(busy: Office) -> None:
    busy.do(commands.write_progress, busy.task("1").id, H1, EntryDraft(percent=0.0))
    row = busy.task("1")
    assert (row.percent, row.percent_proposed, row.filled) == (0.0, False, True)
    assert row.status is Status.NOT_STARTED
    with pytest.raises(KnownError, match="都没有填"):
        busy.do(commands.write_progress, busy.task("2").id, H1, EntryDraft(nothing_new=False))


def test_a_report_on_an_earlier_period_that_comes_in_late_does_not_speak_last(
    busy: Office,
) -> None:
    """It says how things stood on its own 数据截止日; the list and the paper agree on that."""
    july_6 = dt.date(2021, 7, 6)
    busy.report("1", percent=60.0)
    late = EntryDraft(text="五月的情况。", percent=30.0, status=Status.DOING)
    busy.do(commands.set_status, busy.task("1").id, Status.SUSPENDED, reason="停", day=JULY_2)
    may = Period.parse("2021-05")
    busy.do(commands.write_progress, busy.task("1").id, may, late, day=dt.date(2021, 7, 5))
    assert (busy.task("1", july_6).percent, busy.task("1", july_6).status) == (
        60.0,
        Status.SUSPENDED,
    )
    year = busy.ledger.ask(queries.report_rows, busy.plan, Period.parse("2021"), july_6)
    task = year.dossiers[0].task
    assert (task.percent, task.status) == (60.0, Status.SUSPENDED)
    assert year.dossiers[0].latest is not None
    assert year.dossiers[0].latest.wording == "已开展工作。"


def test_a_report_that_came_in_on_the_papers_own_day_is_not_too_late_for_it(busy: Office) -> None:
    busy.report("1", day=JULY_2)
    late = [
        busy.ledger.ask(queries.report_rows, busy.plan, H1, day).late_reports
        for day in (dt.date(2021, 7, 1), JULY_2)
    ]
    assert late == [("1",), ()]
    assert len(dossier(busy).entries) == 1
