from __future__ import annotations

import datetime as dt

from models import commands, queries
from models.overviewrows import Overview
from models.rules import Status
from tests.models.counting import count_queries
from tests.models.factory import H1, TODAY, Office, small_plan


def look(office: Office, day: dt.date = TODAY) -> Overview:
    return office.ledger.ask(queries.overview, office.plan, day, H1)


def due(office: Office, number: str, day: dt.date) -> None:
    draft = commands.AssignmentDraft(due_on=day)
    office.do(commands.assign_measure, office.measure(number).id, draft)


def test_the_numbers_are_those_of_the_tree(busy: Office) -> None:
    tree = busy.ledger.ask(queries.tree, busy.plan, TODAY, H1)
    seen = look(busy)
    assert (seen.totals, seen.tasks, seen.plan) == (tree.totals, tree.tasks, tree.plan)


def test_bars_add_up_to_the_adopted_tasks_and_leave_out_empty_parts(office: Office) -> None:
    assert look(office).bars == ()
    office.adopt("1", "2", "3")
    office.do(commands.complete, office.task("1").id)
    (bar,) = look(office).bars
    assert (bar.number, bar.title, bar.done, bar.adopted) == ("一", "健全制度", 1, 3)
    office.adopt("5")
    seen = look(office)
    assert sum(each.adopted for each in seen.bars) == seen.totals.adopted == 4


def test_deadlines_of_the_next_thirty_days_come_by_date_with_those_of_single_measures(
    busy: Office,
) -> None:
    busy.do(
        commands.assign, [busy.task("1").id], commands.AssignmentDraft(due_on=dt.date(2021, 7, 20))
    )
    busy.do(
        commands.assign, [busy.task("2").id], commands.AssignmentDraft(due_on=dt.date(2021, 7, 21))
    )
    busy.do(commands.assign, [busy.task("4").id], commands.AssignmentDraft(due_on=TODAY))
    due(busy, "5.1", dt.date(2021, 7, 1))
    due(busy, "3.1", dt.date(2021, 7, 2))
    busy.do(commands.tick, busy.measure("3.1").id)
    found = [(row.label, row.days) for row in look(busy).due]
    assert found == [("4", 0), ("5.1", 11), ("1", 30)]


def test_what_is_done_late_or_not_ours_is_no_deadline_and_ongoing_work_is_due_in_december(
    office: Office,
) -> None:
    office.adopt("1", "2", "3")
    soon = commands.AssignmentDraft(due_on=dt.date(2021, 7, 1))
    ids = [office.task(label).id for label in "1234"]
    office.do(commands.assign, ids, soon)
    office.do(commands.complete, ids[0])
    office.do(commands.set_status, ids[1], Status.ONGOING)
    assert [row.label for row in look(office).due] == ["3"]
    assert look(office, dt.date(2021, 7, 2)).due == ()
    assert [row.label for row in look(office, dt.date(2021, 12, 15)).due] == ["2"]


def test_the_latest_changes_are_those_of_this_plan(busy: Office) -> None:
    other = busy.do(commands.add_plan, small_plan("示监发〔2022〕1号")).new_id or 0
    tasks = busy.ledger.ask(queries.tree, other, TODAY).tasks
    busy.do(commands.add_note, "另一份。", task_id=tasks[0].id)
    busy.do(commands.add_note, "这一份。", task_id=busy.task("1").id)
    theirs = busy.ledger.ask(queries.overview, other, TODAY).latest
    assert [row.label for row in theirs] == ["增加记录 1"]
    mine = look(busy).latest
    assert "这一份。" in mine[0].after
    assert len([row for row in mine if row.label.startswith("承接")]) == 1


def test_it_asks_as_few_questions_for_many_tasks(busy: Office) -> None:
    with count_queries(busy.ledger) as counter:
        look(busy)
    assert counter.count <= 20
