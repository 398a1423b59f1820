"""The year before: its unfinished tasks carried over, and what it proposes for this year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from models import commands, queries
from models.commands import Accepted, AssignmentDraft, Carried, EvidenceDraft
from models.errors import KnownError
from models.rules import Adoption
from tests.models.factory import Office, actor, small_plan

LATER = dt.date(2022, 2, 1)


@pytest.fixture
def later(office: Office) -> Office:
    """The plan of the year after the office's."""
    draft = replace(small_plan("示监发〔2022〕1号"), title="2022年示例省工作要点")
    return Office(office.ledger, office.do(commands.add_plan, draft).new_id or 0)


def busy(office: Office) -> int:
    """A task of 2021 with a section, a note, a file on it, and one of two measures done."""
    office.adopt()
    task_id = office.task("3").id
    section = office.section("规划科")
    office.do(commands.assign, [task_id], AssignmentDraft(leader="王局长", section_id=section))
    note = office.do(commands.add_note, "已选址。", task_id=task_id).new_id
    open_measure = office.measure("3.2").id
    office.do(commands.tick, office.measure("3.1").id)
    kept = EvidenceDraft("照片", task_id=task_id, measure_id=open_measure, note_id=note)
    office.do(commands.attach, kept, b"\xff\xd8 picture")
    return task_id


def test_an_unfinished_task_goes_on_as_a_local_one_with_notes_and_files(
    office: Office, later: Office
) -> None:
    task_id = busy(office)
    rows = office.ledger.ask(queries.unfinished, office.plan, LATER, later.plan)
    row = next(each for each in rows if each.task.id == task_id)
    assert (row.origin, row.carried) == ("结转自2021年第3项", False)
    assert row.similar is not None
    assert row.similar.label == "3"
    later.do(commands.carry_over, later.plan, [Carried(task_id)], day=LATER)
    new = later.task("增1", LATER)
    assert (new.origin, new.section, new.leader) == ("结转自2021年第3项", "规划科", "王局长")
    assert new.due_on == dt.date(2022, 12, 31)
    detail = later.ledger.ask(queries.task_detail, new.id, LATER)
    assert [each.wording for each in detail.measures] == ["召开现场会。"]
    (note,), (file,) = detail.notes, detail.evidence
    assert (note.text, file.note_id) == ("已选址。", note.id)
    assert file.measure_id == detail.measures[0].id
    old = later.ledger.ask(queries.task_detail, task_id, LATER)
    assert (len(old.notes), old.evidence[0].sha256) == (1, file.sha256)
    assert later.ledger.ask(queries.counts)["blob"] == 1


def test_it_can_be_linked_to_the_similar_task_of_the_new_plan(
    office: Office, later: Office
) -> None:
    task_id, target = busy(office), later.task("3", LATER).id
    later.do(commands.carry_over, later.plan, [Carried(task_id, target)], day=LATER)
    row = later.task("3", LATER)
    assert (row.origin, row.notes, row.evidence) == ("结转自2021年第3项", 1, 1)
    assert row.role is Adoption.OWN
    rows = later.ledger.ask(queries.unfinished, office.plan, LATER, later.plan)
    assert [each.task.label for each in rows if each.carried] == ["3"]


def test_what_is_carried_over_twice_or_nowhere_is_refused(office: Office, later: Office) -> None:
    task_id = busy(office)
    later.do(commands.carry_over, later.plan, [Carried(task_id)], day=LATER)
    before = later.dump()
    for plan, carried, words in (
        (later.plan, [Carried(task_id)], "已经结转过"),
        (office.plan, [Carried(task_id)], "就在这份"),
        (later.plan, [], "没有选中"),
        (later.plan, [Carried(office.task("1").id, task_id)], "不在要结转到"),
    ):
        with pytest.raises(KnownError, match=words):
            later.do(commands.carry_over, plan, carried, day=LATER)
    assert later.dump() == before


def test_finished_and_foreign_tasks_are_not_offered(office: Office, later: Office) -> None:
    office.adopt("1", "2")
    office.do(commands.complete, office.task("1").id)
    rows = office.ledger.ask(queries.unfinished, office.plan, LATER, later.plan)
    assert [each.task.label for each in rows] == ["2"]


def test_a_local_task_that_was_carried_over_can_still_be_removed(
    office: Office, later: Office
) -> None:
    local = office.do(commands.add_local_task, office.plan, "编制本地方案。").new_id or 0
    later.do(commands.carry_over, later.plan, [Carried(local)], day=LATER)
    later.do(commands.remove_local_task, local, day=LATER)
    assert later.task("增1", LATER).origin == "结转自2021年第增1项"
    later.ledger.undo(actor())
    assert later.ledger.integrity_problems() == ()


def test_the_year_before_proposes_and_each_is_accepted_or_not(
    office: Office, later: Office
) -> None:
    busy(office)
    office.do(commands.localise_task, office.task("3").id, "本市建2所。", "建学校")
    office.adopt("5", role=Adoption.NONE, reason="本市没有")
    assert office.ledger.ask(queries.earlier_plan, office.plan) is None
    rows = later.ledger.ask(queries.proposals, later.plan, LATER)
    by_label = {row.task.label: row for row in rows}
    third, fifth = by_label["3"], by_label["5"]
    assert (third.role, third.local_text, third.short_title) == (
        Adoption.OWN,
        "本市建2所。",
        "建学校",
    )
    assert third.assignment is not None
    assert (fifth.role, fifth.reason) == (Adoption.NONE, "本市没有")
    later.do(
        commands.accept_proposals,
        later.plan,
        [
            Accepted(third.task.id, third.earlier.id, wording=False),
            Accepted(fifth.task.id, fifth.earlier.id),
        ],
        day=LATER,
    )
    row = later.task("3", LATER)
    assert (row.role, row.section, row.leader, row.local_text) == (
        Adoption.OWN,
        "规划科",
        "王局长",
        "",
    )
    assert later.task("5", LATER).reason == "本市没有"
    assert later.task("1", LATER).role is Adoption.UNDECIDED


def test_what_a_task_has_of_its_own_is_neither_proposed_nor_overwritten(
    office: Office, later: Office
) -> None:
    busy(office)
    later.adopt("3", role=Adoption.ASSIST)
    rows = later.ledger.ask(queries.proposals, later.plan, LATER)
    third = next(row for row in rows if row.task.label == "3")
    assert third.role is Adoption.UNDECIDED
    later.do(commands.accept_proposals, later.plan, [Accepted(third.task.id, third.earlier.id)])
    assert later.task("3", LATER).role is Adoption.ASSIST


def test_known_units_begin_with_our_own_sections(office: Office) -> None:
    office.section("法规科")
    assert office.ledger.ask(queries.known_units) == ("法规科", "甲处")


def test_a_plan_follows_the_one_of_its_own_name(office: Office, later: Office) -> None:
    other = replace(small_plan("别发〔2021〕8号"), title="2021年海洋经济实施方案")
    office.do(commands.add_plan, other)
    followed = office.ledger.ask(queries.earlier_plan, later.plan)
    assert followed is not None
    assert followed.id == office.plan
