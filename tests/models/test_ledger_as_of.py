"""A paper of an earlier day is the same whenever it is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from models import commands, queries
from models.commands import AssignmentDraft, EntryDraft, EvidenceDraft
from models.periods import Period
from models.rows import ReportRows
from models.rules import Status
from tests.models.factory import H1, Office

MAY = dt.date(2021, 5, 10)
JULY_2 = dt.date(2021, 7, 2)
DECEMBER = dt.date(2021, 12, 6)
Step = Callable[[Office], object]


def half_year(office: Office) -> ReportRows:
    return office.ledger.ask(queries.report_rows, office.plan, H1, JULY_2)


@pytest.fixture
def reported(busy: Office) -> Office:
    """Half a year of work: ticks, a status, an entry, an extension, evidence, a value."""
    task = busy.task("1").id
    section = busy.section()
    busy.section("戊科")
    draft = AssignmentDraft(section_id=section)
    busy.do(commands.assign, [task], draft, day=MAY)
    busy.do(commands.tick, busy.measure("1.1").id, day=MAY)
    busy.report("1", day=MAY, percent=60.0, status=Status.DOING)
    busy.do(commands.complete, busy.task("2").id, day=MAY)
    busy.do(commands.extend, busy.task("3").id, dt.date(2021, 10, 31), "原因", day=MAY)
    busy.do(commands.attach, EvidenceDraft("照片", task_id=task, place="1号盒"), day=MAY)
    busy.do(commands.set_target_value, busy.measure("3.1").targets[0].id, H1, 1, day=MAY)
    return busy


LATER: dict[str, Step] = {
    "tick": lambda o: o.do(commands.tick, o.measure("1.2").id, day=DECEMBER),
    "untick": lambda o: o.do(commands.tick, o.measure("1.1").id, ticked=False, day=DECEMBER),
    "status": lambda o: o.do(
        commands.set_status, o.task("1").id, Status.SUSPENDED, reason="停", day=DECEMBER
    ),
    "complete": lambda o: o.do(commands.complete, o.task("1").id, day=DECEMBER),
    "close": lambda o: o.do(commands.close, o.task("2").id, "丁处长", day=DECEMBER),
    "send back": lambda o: o.do(commands.send_back, o.task("2").id, "不行", day=DECEMBER),
    "entry of the half-year": lambda o: o.report(
        "1", day=DECEMBER, text="十二月补报。", percent=99.0, status=Status.ONGOING
    ),
    "entry of the year": lambda o: o.do(
        *(commands.write_progress, o.task("1").id, Period.parse("2021")),
        EntryDraft(text="全年。", percent=100.0),
        day=DECEMBER,
    ),
    "extension": lambda o: o.do(
        commands.extend, o.task("3").id, dt.date(2022, 3, 1), "再延", day=DECEMBER
    ),
    "first extension": lambda o: o.do(
        commands.extend, o.task("4").id, dt.date(2022, 3, 1), "延", day=DECEMBER
    ),
    "assignment": lambda o: o.do(
        commands.assign, [o.task("1").id], AssignmentDraft(person="戊二"), day=DECEMBER
    ),
    "first measure assignment": lambda o: o.do(
        commands.assign_measure,
        o.measure("1.1").id,
        AssignmentDraft(section_id=o.ledger.ask(queries.section_named, "戊科").id),
        day=DECEMBER,
    ),
    "note": lambda o: o.do(commands.add_note, "记录。", task_id=o.task("1").id, day=DECEMBER),
    "evidence": lambda o: o.do(
        commands.attach, EvidenceDraft("新照片", measure_id=o.measure("1.1").id), b"x", day=DECEMBER
    ),
    "value": lambda o: o.do(
        commands.set_target_value, o.measure("3.1").targets[0].id, H1, 9, day=DECEMBER
    ),
    "value taken away": lambda o: o.do(
        commands.set_target_value, o.measure("3.1").targets[0].id, H1, None, day=DECEMBER
    ),
}


@pytest.mark.parametrize("name", LATER)
def test_the_half_year_report_made_in_december_is_that_of_july(reported: Office, name: str) -> None:
    july = half_year(reported)
    LATER[name](reported)
    december = half_year(reported)
    # What came too late is listed for the clerk; the paper itself is the same.
    assert replace(december, late_reports=()) == july
    assert december.late_reports == (("1",) if name == "entry of the half-year" else ())
    later = reported.ledger.ask(queries.report_rows, reported.plan, Period.parse("2021"), DECEMBER)
    assert later != july


def test_a_first_assignment_made_in_december_judges_and_counts_nothing_in_july(
    reported: Office,
) -> None:
    july = half_year(reported)
    early = AssignmentDraft(section_id=reported.section("己科"), due_on=dt.date(2021, 6, 1))
    reported.do(commands.assign, [reported.task("4").id], early, day=DECEMBER)
    december = half_year(reported)
    assert december.totals == july.totals
    due = [(each.task.due_on, each.task.light) for each in december.dossiers]
    assert due == [(each.task.due_on, each.task.light) for each in july.dossiers]


def test_all_of_december_together_leaves_the_half_year_report_as_it_was(reported: Office) -> None:
    july = half_year(reported)
    for name, step in LATER.items():
        if name not in ("complete", "value", "send back"):
            step(reported)
    assert replace(half_year(reported), late_reports=()) == july


def test_what_happened_after_the_cut_off_is_not_in_the_report(reported: Office) -> None:
    before = half_year(reported)
    after_cutoff = dt.date(2021, 6, 21)
    reported.do(commands.tick, reported.measure("4.1").id, day=after_cutoff)
    reported.do(commands.complete, reported.task("4").id, day=after_cutoff)
    due = dt.date(2022, 3, 1)
    reported.do(commands.extend, reported.task("5").id, due, "原因", day=after_cutoff)
    assert half_year(reported) == before


def test_a_paper_dated_before_the_cut_off_shows_the_state_of_its_own_day(reported: Office) -> None:
    early = dt.date(2021, 5, 20)
    reported.do(commands.tick, reported.measure("4.1").id, day=dt.date(2021, 6, 1))
    rows = reported.ledger.ask(queries.report_rows, reported.plan, H1, early)
    assert rows.day == early
    task = next(each for each in rows.dossiers if each.task.label == "4")
    assert task.task.ticked_measures == 0


def test_what_happened_up_to_the_cut_off_is_in_the_report(reported: Office) -> None:
    """The other way round: the comparison above can fail."""
    before = half_year(reported)
    cutoff = dt.date(2021, 6, 20)
    for number in ("4.1", "4.2"):
        reported.do(commands.tick, reported.measure(number).id, day=cutoff)
    reported.do(commands.complete, reported.task("4").id, day=cutoff)
    after = half_year(reported)
    assert after != before
    assert after.totals.done == before.totals.done + 1
    assert after.dossiers[3].done_on == cutoff
    assert after.day == cutoff


def test_proof_that_came_between_the_cut_off_and_the_papers_day_goes_with_it(
    reported: Office,
) -> None:
    """It proves what had been done by then; what comes after the paper's day was not known to it."""
    task = reported.task("1").id
    for place, day in (("2号盒", JULY_2), ("3号盒", dt.date(2021, 7, 3))):
        reported.do(commands.attach, EvidenceDraft("照片", task_id=task, place=place), day=day)
    assert [row.place for row in half_year(reported).dossiers[0].evidence] == ["1号盒", "2号盒"]


@pytest.mark.parametrize("day", [MAY, dt.date(2021, 6, 20), JULY_2, DECEMBER])
def test_the_list_of_the_window_judges_as_the_papers_do(reported: Office, day: dt.date) -> None:
    """The one reads marks alone, the other whole rows: every task is the same row in both."""
    for step in LATER.values():
        step(reported)
    year = Period.parse("2021")
    reported.do(commands.set_period_days, year, DECEMBER, DECEMBER)
    tree = reported.ledger.ask(queries.tree, reported.plan, day, year)
    papers = reported.ledger.ask(queries.report_rows, reported.plan, year, day)
    assert [each.task for each in papers.dossiers] == list(tree.tasks)
