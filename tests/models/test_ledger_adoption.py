from __future__ import annotations

from dataclasses import replace

import pytest

from models import commands, queries
from models.errors import KnownError
from models.rules import Adoption
from tests.models.factory import H1, TODAY, Office, actor, small_plan


def test_nothing_of_a_plan_is_the_bureaus_until_it_says_so(office: Office) -> None:
    tree = office.ledger.ask(queries.tree, office.plan, TODAY, H1)
    assert {row.role for row in tree.tasks} == {Adoption.UNDECIDED}
    assert {row.standing for row in tree.tasks} == {None}
    assert (tree.totals.undecided, tree.totals.adopted, tree.totals.measures) == (5, 0, 0)
    assert tree.totals.lights == {}


def test_only_own_and_assisted_tasks_are_counted_and_lit(office: Office) -> None:
    office.adopt("1", "2")
    office.adopt("3", role=Adoption.ASSIST)
    office.adopt("4", role=Adoption.NONE, reason="本市没有网店监测系统")
    totals = office.ledger.ask(queries.tree, office.plan, TODAY, H1).totals
    counts = (totals.own, totals.assist, totals.none, totals.undecided)
    assert counts == (2, 1, 1, 1)
    assert totals.done + totals.on_pace + totals.late == totals.adopted == 3
    assert totals.measures == 6
    assert sum(totals.lights.values()) == 3


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "\n"])
def test_what_does_not_concern_us_wants_a_reason(office: Office, reason: str) -> None:
    with pytest.raises(KnownError, match="不涉及的理由不能为空"):
        office.adopt("4", role=Adoption.NONE, reason=reason)
    assert office.task("4").role is Adoption.UNDECIDED


def test_many_tasks_are_adopted_in_one_step(office: Office) -> None:
    change = office.do(commands.adopt, [1, 2, 2, 3], Adoption.OWN)
    assert change.label == "承接 3项任务：主责"
    assert change.tasks == {1, 2, 3}
    office.ledger.undo(actor())
    assert office.task("2").role is Adoption.UNDECIDED


def test_one_wrong_task_among_many_changes_none(office: Office) -> None:
    with pytest.raises(KnownError, match="已经不在台账里"):
        office.do(commands.adopt, [1, 2, 999], Adoption.OWN)
    assert office.task("1").role is Adoption.UNDECIDED


def test_a_measure_follows_its_task_until_it_is_decided_by_itself(busy: Office) -> None:
    measure = busy.measure("1.2")
    assert (measure.role, measure.own_role) == (Adoption.OWN, None)
    busy.do(commands.adopt_measures, [measure.id], Adoption.NONE, "省局统一组织")
    assert busy.task("1").adopted_measures == 1
    busy.do(commands.adopt_measures, [measure.id], None)
    busy.adopt("1", role=Adoption.ASSIST)
    assert busy.measure("1.2").role is Adoption.ASSIST


def test_the_local_wording_stands_beside_the_issued_text(busy: Office) -> None:
    issued, measure = busy.task("1").text, busy.measure("1.1")
    busy.do(commands.localise_task, busy.task("1").id, local_text="制定本市办法。")
    busy.do(commands.localise_measure, measure.id, "起草本市办法。")
    assert (busy.task("1").text, busy.task("1").local_text) == (issued, "制定本市办法。")
    assert busy.measure("1.1").text == measure.text
    assert busy.measure("1.1").wording == "起草本市办法。"
    busy.do(commands.localise_measure, measure.id, "")
    assert busy.measure("1.1").wording == measure.text


def test_an_emptied_short_title_is_proposed_again(busy: Office) -> None:
    task_id = busy.task("1").id
    busy.do(commands.localise_task, task_id, short_title="办法修订")
    assert busy.task("1").short_title == "办法修订"
    busy.do(commands.localise_task, task_id, short_title=" ")
    assert busy.task("1").short_title == "修订管理办法"


def test_local_tasks_are_numbered_and_stand_behind_the_plan(busy: Office) -> None:
    plan_task = busy.task("2").id
    for text in ("本地的第一件事。", "本地的第二件事。"):
        busy.do(commands.add_local_task, busy.plan, text, carries_out=[plan_task, plan_task])
    tree = busy.ledger.ask(queries.tree, busy.plan, TODAY, H1)
    assert [row.label for row in tree.tasks] == ["1", "2", "3", "4", "5", "增1", "增2"]
    assert tree.tasks[-1].local
    assert tree.tasks[-1].carries_out == (plan_task,)
    assert tree.totals.tasks == 5
    detail = busy.ledger.ask(queries.task_detail, plan_task, TODAY)
    assert detail.carried_out_by == ("增1", "增2")


def test_a_local_task_never_gets_a_number_that_another_bears(busy: Office) -> None:
    first, _ = (
        busy.do(commands.add_local_task, busy.plan, text).new_id or 0 for text in ("甲。", "乙。")
    )
    busy.do(commands.remove_local_task, first)
    busy.do(commands.add_local_task, busy.plan, "丙。")
    labels = [row.label for row in busy.ledger.ask(queries.tree, busy.plan, TODAY).tasks]
    assert labels[5:] == ["增2", "增3"]


def test_a_local_task_cannot_be_refused_and_an_issued_one_not_removed(busy: Office) -> None:
    local = busy.do(commands.add_local_task, busy.plan, "本地的事。").new_id or 0
    with pytest.raises(KnownError, match="不能设为不涉及"):
        busy.do(commands.adopt, [local], Adoption.NONE, "不做")
    with pytest.raises(KnownError, match="印发的任务不能改写或删除"):
        busy.do(commands.remove_local_task, busy.task("1").id)
    with pytest.raises(KnownError, match="只能落实同一份工作要点的任务"):
        busy.do(commands.edit_local_task, local, carries_out=[local])


def test_a_local_task_goes_with_pieces_of_pieces_under_it(busy: Office) -> None:
    """Each piece points at what it was cut from; none may be left pointing at nothing."""
    local = busy.do(commands.add_local_task, busy.plan, "本地的事。").new_id or 0
    measure = busy.do(commands.add_measure, local, "甲。乙。").new_id or 0
    before = busy.dump()
    busy.do(commands.split_measure, measure, ["甲。", "乙。丙。"])
    last = max(row[0] for row in busy.dump()["measure"])
    busy.do(commands.split_measure, last, ["乙。", "丙。"])
    busy.do(commands.merge_measures, [measure, last])
    full = busy.dump()
    busy.do(commands.remove_local_task, local)
    assert busy.ledger.integrity_problems() == ()
    busy.ledger.undo(actor())
    assert busy.dump() == full
    for _ in range(3):
        busy.ledger.undo(actor())
    assert busy.dump() == before


def test_a_plan_is_given_back_exactly_as_it_was_received(busy: Office) -> None:
    busy.do(commands.split_measure, busy.measure("1.1").id, ["一。", "二。"])
    busy.do(commands.add_measure, busy.task("1").id, "自加的举措。")
    busy.do(commands.move_measure, busy.measure("2.1").id, 2)
    busy.do(commands.localise_task, busy.task("1").id, local_text="本市的话。")
    assert busy.ledger.ask(queries.draft_of, busy.plan) == small_plan()


def test_the_same_plan_is_not_loaded_twice(office: Office) -> None:
    with pytest.raises(KnownError, match="没有重复存入"):
        office.do(commands.add_plan, small_plan())


def test_plans_are_found_by_number_or_year_and_the_newest_without(office: Office) -> None:
    found = office.ledger.ask(queries.find_plan)
    assert found.started_on.isoformat() == "2021-03-01"
    for key in ("示监发〔2021〕1号", "2021"):
        assert office.ledger.ask(queries.find_plan, key) == found
    with pytest.raises(KnownError, match="现有：示监发〔2021〕1号"):
        office.ledger.ask(queries.find_plan, "2020")


@pytest.mark.parametrize("label", ["9", "0", "增1", "", "1.1", "\ud800"])
def test_a_task_that_is_not_there_is_said(office: Office, label: str) -> None:
    with pytest.raises(KnownError, match="没有改动任何内容"):
        office.ledger.ask(queries.find_task, office.plan, label)


@pytest.mark.parametrize("number", ["1", "1.9", "1.", ".1", "9.1", ""])
def test_a_measure_that_is_not_there_is_said(office: Office, number: str) -> None:
    with pytest.raises(KnownError, match="没有改动任何内容"):
        office.measure(number)


def test_an_untracked_task_is_kept_but_not_counted(office: Office) -> None:
    plan = small_plan("示监发〔2021〕2号")
    loose = replace(plan.parts[1].tasks[0], tracked=False)
    parts = (plan.parts[0], replace(plan.parts[1], tasks=(loose,)))
    plan_id = office.do(commands.add_plan, replace(plan, parts=parts)).new_id or 0
    tree = office.ledger.ask(queries.tree, plan_id, TODAY, H1)
    assert len(tree.tasks) == 5
    assert tree.totals.tasks == 4
    assert {row.light for row in tree.tasks} == {None}
