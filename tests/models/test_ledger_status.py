from __future__ import annotations

import datetime as dt

import pytest

from models import commands, queries
from models.errors import KnownError
from models.rules import Light, Standing, Status
from tests.models.factory import H1, TODAY, Office, actor

JUNE_10 = dt.date(2021, 6, 10)
JUNE_15 = dt.date(2021, 6, 15)


def test_done_is_said_by_the_doer_and_accepted_by_the_checker(busy: Office) -> None:
    task = busy.task("1").id
    busy.do(commands.complete, task, on=JUNE_10, proof="办法已印发（示市监〔2021〕5号）")
    assert (busy.task("1").status, busy.task("1").status_on) == (Status.COMPLETED, JUNE_10)
    assert busy.task("1").light is Light.BLUE
    busy.do(commands.close, task, "丁处长")
    assert busy.task("1").status is Status.CLOSED
    statuses = busy.ledger.ask(queries.task_detail, task, TODAY).statuses
    assert [(row.status, row.proof, row.checker) for row in statuses] == [
        (Status.COMPLETED, "办法已印发（示市监〔2021〕5号）", ""),
        (Status.CLOSED, "", "丁处长"),
    ]
    assert busy.task("1", day=JUNE_10 - dt.timedelta(days=1)).status is Status.NOT_STARTED


def test_what_is_sent_back_is_open_again_with_its_reason(busy: Office) -> None:
    task = busy.task("1").id
    busy.do(commands.complete, task, on=JUNE_10)
    busy.do(commands.send_back, task, "没有附印发的文件")
    row = busy.task("1")
    assert (row.status, row.status_reason) == (Status.RETURNED, "没有附印发的文件")
    assert row.standing is not Standing.DONE
    busy.do(commands.complete, task)
    busy.do(commands.close, task, "丁处长")
    assert busy.task("1").status is Status.CLOSED


@pytest.mark.parametrize(
    ("verb", "args", "sentence"),
    [
        (commands.close, ("丁处长",), "还没有办结，不能销号"),
        (commands.send_back, ("不行",), "还没有办结，不用退回"),
        (commands.set_status, (Status.COMPLETED,), "要用对应的操作"),
        (commands.set_status, (Status.RETURNED,), "要用对应的操作"),
        (commands.set_status, (Status.SUSPENDED,), "暂缓的原因不能为空"),
    ],
)
def test_steps_out_of_turn_are_refused(
    busy: Office, verb: object, args: tuple[object, ...], sentence: str
) -> None:
    before = busy.dump()
    with pytest.raises(KnownError, match=sentence):
        busy.do(verb, busy.task("1").id, *args)
    assert busy.dump() == before


@pytest.mark.parametrize(
    ("verb", "args", "sentence"),
    [
        (commands.complete, (), "已经办结"),
        (commands.set_status, (Status.DOING,), "需要重做请先退回"),
        (commands.send_back, (" ",), "退回的原因不能为空"),
        (commands.close, ("",), "销号人不能为空"),
    ],
)
def test_what_is_done_is_not_quietly_undone(
    busy: Office, verb: object, args: tuple[object, ...], sentence: str
) -> None:
    busy.do(commands.complete, busy.task("1").id)
    with pytest.raises(KnownError, match=sentence):
        busy.do(verb, busy.task("1").id, *args)
    assert busy.task("1").status is Status.COMPLETED


def test_a_task_that_is_not_adopted_has_no_status(office: Office) -> None:
    task = office.task("1").id
    with pytest.raises(KnownError, match="还没有承接"):
        office.do(commands.set_status, task, Status.DOING)
    with pytest.raises(KnownError, match="还没有承接"):
        office.do(commands.extend, task, dt.date(2022, 3, 1), "原因")


def test_a_status_that_could_not_hold_is_refused(busy: Office) -> None:
    """Said before the last saying it would change nothing; a day to come would not be seen."""
    task = busy.task("1").id
    busy.do(commands.set_status, task, Status.DOING, on=JUNE_15)
    with pytest.raises(KnownError, match="不能早于上一次说明状态的2021年6月15日"):
        busy.do(commands.complete, task, on=JUNE_10)
    with pytest.raises(KnownError, match="2031年6月20日还没有到"):
        busy.do(commands.complete, task, on=dt.date(2031, 6, 20))
    busy.do(commands.complete, task, on=JUNE_15)
    assert busy.task("1").status is Status.COMPLETED


def test_every_extension_is_kept_and_lights_use_the_granted_date(busy: Office) -> None:
    task = busy.task("3").id
    late = dt.date(2021, 10, 1)
    assert busy.task("3", day=late).light is Light.RED
    busy.do(
        *(commands.extend, task, dt.date(2021, 10, 31), "省级名单未下达"),
        agreed_by="张局长",
        agreed_on=JUNE_10,
        progress="已推荐3所",
    )
    busy.do(commands.extend, task, dt.date(2021, 11, 30), "仍未下达", agreed_on=JUNE_15)
    rows = busy.ledger.ask(queries.task_detail, task, TODAY).extensions
    assert [(row.old_due, row.new_due, row.agreed_on) for row in rows] == [
        (dt.date(2021, 9, 30), dt.date(2021, 10, 31), JUNE_10),
        (dt.date(2021, 10, 31), dt.date(2021, 11, 30), JUNE_15),
    ]
    assert (rows[0].agreed_by, rows[0].reason, rows[0].progress) == (
        "张局长",
        "省级名单未下达",
        "已推荐3所",
    )
    assert busy.task("3").due_on == dt.date(2021, 11, 30)
    assert busy.task("3", day=JUNE_10).due_on == dt.date(2021, 10, 31)
    assert busy.task("3", day=dt.date(2021, 6, 1)).due_on == dt.date(2021, 9, 30)
    assert busy.task("3", day=late).light is not Light.RED


def test_an_extension_goes_forward_with_a_reason(busy: Office) -> None:
    task = busy.task("3").id
    with pytest.raises(KnownError, match="新时限应晚于原时限2021年9月30日"):
        busy.do(commands.extend, task, dt.date(2021, 9, 30), "原因")
    with pytest.raises(KnownError, match="延期的原因不能为空"):
        busy.do(commands.extend, task, dt.date(2021, 10, 1), " ")
    busy.do(commands.extend, task, dt.date(2021, 10, 31), "原因", agreed_on=JUNE_15)
    with pytest.raises(KnownError, match="不能早于上一次延期的2021年6月15日"):
        busy.do(commands.extend, task, dt.date(2021, 11, 30), "原因", agreed_on=JUNE_10)


def test_without_a_deadline_the_plans_year_end_holds_and_is_called_default(busy: Office) -> None:
    assert (busy.task("1").due_on, busy.task("1").due_default) == (dt.date(2021, 12, 31), True)
    assert (busy.task("3").due_on, busy.task("3").due_default) == (dt.date(2021, 9, 30), False)


def test_completion_is_that_of_the_newest_entry_else_what_the_ticks_propose(busy: Office) -> None:
    busy.do(commands.tick, busy.measure("1.1").id, day=JUNE_10)
    assert (busy.task("1").percent, busy.task("1").percent_proposed) == (50.0, True)
    busy.report("1", day=JUNE_15, percent=70.0)
    assert (busy.task("1").percent, busy.task("1").percent_proposed) == (70.0, False)
    busy.report("1", text="有新进展。")
    assert busy.task("1").percent == 70.0
    assert busy.task("1", day=JUNE_10).percent_proposed


def test_the_counts_of_the_report_add_up_whatever_is_said(busy: Office) -> None:
    """A walk: after every step each adopted task stands in exactly one place."""
    steps = (
        (commands.set_status, busy.task("1").id, Status.ONGOING),
        (commands.complete, busy.task("2").id),
        (commands.close, busy.task("2").id, "丁处长"),
        (commands.extend, busy.task("4").id, dt.date(2022, 6, 30), "原因"),
        (commands.send_back, busy.task("2").id, "不行"),
    )
    for verb, *args in steps:
        busy.do(verb, *args)
        rows = busy.ledger.ask(queries.report_rows, busy.plan, H1, TODAY)
        totals = rows.totals
        assert totals.done + totals.on_pace + totals.late == totals.adopted == 5
        assert sum(totals.lights.values()) == 5
        standings = [each.task.standing for each in rows.dossiers]
        assert standings.count(Standing.LATE) == totals.late
    assert (totals.done, totals.on_pace, totals.late) == (0, 1, 4)


def test_a_ticked_measure_begins_a_task_of_which_nobody_has_said_anything(busy: Office) -> None:
    task, measure = busy.task("1").id, busy.measure("1.1").id
    busy.do(commands.tick, measure, on=JUNE_10)
    assert busy.task("1").status is Status.DOING
    assert busy.task("1").status_on is None
    assert busy.task("1", day=JUNE_10 - dt.timedelta(days=1)).status is Status.NOT_STARTED
    busy.ledger.undo(actor())
    assert busy.task("1").status is Status.NOT_STARTED
    busy.do(commands.tick, measure, on=JUNE_10)
    busy.do(commands.tick, measure, False, on=JUNE_15)
    assert busy.task("1").status is Status.NOT_STARTED
    # What a person says holds, ticks or not.
    busy.do(commands.tick, measure)
    busy.do(commands.set_status, task, Status.NOT_STARTED)
    assert busy.task("1").status is Status.NOT_STARTED
