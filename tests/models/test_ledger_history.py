from __future__ import annotations

import datetime as dt
import sqlite3

import pytest

from models import commands, queries
from models.actor import Actor
from models.errors import KnownError, StaleError
from models.ledger import Ledger
from models.rules import Adoption
from tests.models.factory import NOW, Office, actor

LATER = dt.date(2021, 6, 21)


def note(office: Office, text: str = "已商定。") -> int:
    return office.do(commands.add_note, text, task_id=1).new_id or 0


def behind_its_back(office: Office, statement: str) -> None:
    """Another program changes the file."""
    connection = sqlite3.connect(office.ledger.path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_the_history_says_who_when_what_before_and_after(office: Office) -> None:
    office.do(commands.adopt, [1], Adoption.OWN)
    clerk = Actor(" 乙\u202e办事员\x0b", LATER, dt.datetime(2021, 6, 21, 15, 4))
    office.ledger.do(clerk, commands.adopt, [1], Adoption.NONE, "省级事项")
    newest = office.ledger.ask(queries.history, 1)[0]
    assert (newest.operator.strip(), newest.at) == ("乙办事员", clerk.now)
    assert newest.label == "承接 1：不涉及"
    assert newest.before == "承接：主责"
    assert newest.after == "承接：不涉及；理由：省级事项"


def test_an_undone_change_stays_in_the_history_marked_as_taken_back(office: Office) -> None:
    note(office)
    office.ledger.undo(actor(operator="乙办事员"))
    undone, made = office.ledger.ask(queries.history)[:2]
    assert (undone.label, undone.operator) == ("撤销：增加记录 1", "乙办事员")
    assert (made.label, made.taken_back) == ("增加记录 1", True)
    office.ledger.redo(actor())
    redone, _, made = office.ledger.ask(queries.history)[:3]
    assert (redone.label, made.taken_back) == ("重做：增加记录 1", False)


def test_undo_goes_back_step_by_step_and_a_new_change_ends_redo(office: Office) -> None:
    first, second = note(office, "一"), note(office, "二")
    assert (first, second) == (1, 2)
    assert office.ledger.undo_label() == "增加记录 1"
    office.ledger.undo(actor())
    office.ledger.undo(actor())
    assert office.dump()["note"] == []
    assert office.ledger.redo_label() == "增加记录 1"
    office.ledger.redo(actor())
    note(office, "三")
    assert office.ledger.redo_label() == ""
    assert office.ledger.redo(actor()) is None
    assert [row[-1] for row in office.dump()["note"]] == ["一", "三"]


def test_undo_is_refused_when_a_row_has_changed_since(office: Office) -> None:
    note(office, "一")
    first = note(office, "二")
    behind_its_back(office, f"UPDATE note SET text = '别处改过' WHERE id = {first}")
    before = office.dump()
    with pytest.raises(StaleError, match="“增加记录 1”之后内容又有改动，不能撤销，现有内容都在"):
        office.ledger.undo(actor())
    assert office.dump() == before
    # What lies below it can still be taken back.
    office.ledger.undo(actor())
    assert [row[-1] for row in office.dump()["note"]] == ["别处改过"]


def test_redo_is_refused_when_a_row_has_changed_since(office: Office) -> None:
    office.adopt("1")
    office.ledger.undo(actor())
    behind_its_back(office, "UPDATE task SET reason = '别处改过' WHERE id = 1")
    with pytest.raises(StaleError, match="不能重做"):
        office.ledger.redo(actor())
    assert office.ledger.redo_label() == ""
    assert office.task("1").reason == "别处改过"


def test_an_undo_that_would_leave_something_hanging_is_refused(office: Office) -> None:
    """A row that came later, by another way, points at what undo would take away."""
    made = note(office)
    behind_its_back(
        office,
        "INSERT INTO evidence (note_id, task_id, name, document_number, source, place, file_name,"
        f" attached_on) VALUES ({made}, 1, 'x', '', '', '', '', '2021-06-20')",
    )
    before = office.dump()
    with pytest.raises(KnownError, match="不能撤销"):
        office.ledger.undo(actor())
    assert office.dump() == before


def test_a_refused_verb_leaves_nothing_not_even_a_line(office: Office) -> None:
    before = office.ledger.ask(queries.counts)
    with pytest.raises(KnownError):
        office.do(commands.add_note, "", task_id=1)
    assert office.ledger.ask(queries.counts) == before
    assert office.ledger.undo_label() == ""


def test_a_change_that_changes_nothing_is_no_change(office: Office) -> None:
    office.adopt("1")
    change = office.do(commands.adopt, [1], Adoption.OWN)
    assert (change.id, change.kinds) == (0, frozenset())
    assert len(office.ledger.ask(queries.history)) == 2
    assert office.ledger.undo_label() == "承接 1：主责"


def test_a_task_finds_its_own_history_and_no_other_tasks(office: Office) -> None:
    """Ids are looked for as numbers: 1 is not in 11."""
    plan = office.plan
    for number in range(12):
        office.do(commands.add_local_task, plan, f"本地的第{number}件事。")
    office.do(commands.adopt, [11, 12], Adoption.ASSIST)
    labels = {
        task: [row.label for row in office.ledger.ask(queries.history, task)]
        for task in (1, 2, 11, 12)
    }
    assert labels[1] == labels[2] == []
    assert labels[11][0] == labels[12][0] == "承接 2项任务：配合"
    assert len(office.ledger.ask(queries.history, limit=3)) == 3


def test_undo_belongs_to_the_session_that_made_the_change(office: Office) -> None:
    note(office)
    office.ledger.close()
    with Ledger.open(office.ledger.path, now=NOW) as again:
        assert again.undo(actor()) is None
        assert len(again.ask(queries.history)) == 2


def test_a_change_names_the_tables_and_tasks_to_refresh(busy: Office) -> None:
    change = busy.do(commands.tick, busy.measure("2.1").id)
    assert (change.kinds, change.tasks) == (frozenset({"tick"}), frozenset({busy.task("2").id}))
    assert change.new_id is None
