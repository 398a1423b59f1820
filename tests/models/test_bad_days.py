"""A clock set back, a task that has just gone, a full disk, odd names: a sentence, and nothing lost."""

from __future__ import annotations

import datetime as dt

import pytest

from models import commands, queries
from models.actor import Actor
from models.commands import EntryDraft, EvidenceDraft
from models.errors import KnownError
from models.periods import Period
from models.rules import Status
from reports.export import export_evidence
from reports.pieces import pieces
from tests.models.factory import H1, NOW, TODAY, Office, actor
from tests.models.test_search_index import agrees

AHEAD = dt.date(2031, 6, 20)


def test_a_tick_made_under_a_clock_that_ran_ahead_can_be_seen_and_taken_away(busy: Office) -> None:
    measure = busy.measure("1.1").id
    busy.do(commands.tick, measure, day=AHEAD)
    assert not busy.measure("1.1").ticked
    busy.do(commands.tick, measure)
    assert busy.measure("1.1").ticked_on == TODAY
    busy.do(commands.tick, measure, ticked=False)
    assert not busy.measure("1.1").ticked
    busy.ledger.undo(actor())
    busy.ledger.undo(actor())
    assert busy.measure("1.1", day=AHEAD).ticked_on == AHEAD


def test_work_for_an_earlier_day_does_not_move_what_was_done_later(busy: Office) -> None:
    """The day of the rules may be an earlier one; only the clock says what has not come yet."""
    measure, march = busy.measure("1.1").id, dt.date(2021, 3, 1)
    busy.do(commands.tick, measure)
    with pytest.raises(KnownError, match="已经勾选"):
        busy.ledger.do(Actor("甲", march, NOW), commands.tick, measure)
    assert busy.measure("1.1").ticked_on == TODAY


def test_a_status_said_under_a_clock_that_ran_ahead_blocks_nothing(busy: Office) -> None:
    task = busy.task("1").id
    busy.do(commands.set_status, task, Status.DOING, day=AHEAD)
    busy.do(commands.complete, task)
    assert busy.task("1").status is Status.COMPLETED
    detail = busy.ledger.ask(queries.task_detail, task, TODAY)
    assert [row.status for row in detail.statuses] == [Status.DOING, Status.COMPLETED]


def test_what_was_reported_under_a_wrong_clock_is_kept_and_new_words_are_shown(
    busy: Office,
) -> None:
    busy.report("1", text="明天的话。", day=AHEAD)
    busy.report("1", text="今天的话。")
    task = busy.task("1").id
    texts = [row.wording for row in busy.ledger.ask(queries.task_detail, task, TODAY).entries]
    assert sorted(texts) == ["今天的话。", "明天的话。"]
    rows = busy.ledger.ask(queries.report_rows, busy.plan, H1, TODAY)
    assert [each.wording for each in rows.dossiers[0].entries] == ["今天的话。"]


def test_changes_stand_in_the_order_in_which_they_were_made_whatever_the_clock(
    busy: Office,
) -> None:
    for text, day in (("一", TODAY), ("二", AHEAD), ("三", TODAY)):
        busy.do(commands.add_note, text, task_id=busy.task("1").id, day=day)
    rows = busy.ledger.ask(queries.history, busy.task("1").id)[:3]
    assert [row.after[3] for row in rows] == ["三", "二", "一"]


def test_a_clock_that_was_set_back_is_said(busy: Office) -> None:
    warning = busy.ledger.ask(queries.clock_warning, NOW)
    assert warning == ""
    busy.do(commands.add_note, "记录", task_id=busy.task("1").id, day=AHEAD)
    warning = busy.ledger.ask(queries.clock_warning, NOW)
    assert "2031年6月20日09:30" in warning
    assert "以前的内容都在" in warning


def test_nothing_can_be_written_on_a_task_that_has_just_gone(busy: Office) -> None:
    task = busy.do(commands.add_local_task, busy.plan, "临时任务。").new_id or 0
    measure = busy.do(commands.add_measure, task, "办一件事。").new_id or 0
    note = busy.do(commands.add_note, "写到一半", task_id=task).new_id or 0
    busy.do(commands.remove_local_task, task)
    before = busy.dump()
    attempts = (
        lambda: busy.do(commands.add_note, "写完了", task_id=task),
        lambda: busy.do(commands.add_note, "写完了", measure_id=measure),
        lambda: busy.do(commands.edit_note, note, text="写完了"),
        lambda: busy.do(commands.write_progress, task, H1, EntryDraft(text="进展")),
        lambda: busy.do(commands.attach, EvidenceDraft("照片", task_id=task), b"x"),
    )
    for attempt in attempts:
        with pytest.raises(KnownError, match="已经不在台账里，没有改动"):
            attempt()
    assert busy.dump() == before
    assert agrees(busy.ledger)


def test_a_hundred_thousand_characters_are_refused_and_what_was_there_stays(busy: Office) -> None:
    note = busy.do(commands.add_note, "原来的话", task_id=busy.task("1").id).new_id or 0
    with pytest.raises(KnownError, match="超过20000字的上限：没有保存，原有内容未变"):
        busy.do(commands.edit_note, note, text="长" * 100_000)
    detail = busy.ledger.ask(queries.task_detail, busy.task("1").id, TODAY)
    assert [row.text for row in detail.notes] == ["原来的话"]


def test_a_pasted_table_with_control_characters_is_kept_as_words(busy: Office) -> None:
    busy.do(commands.add_note, "一\t二\x0b三\x00四\r\n五", task_id=busy.task("1").id)
    (note,) = busy.ledger.ask(queries.task_detail, busy.task("1").id, TODAY).notes
    assert note.text == "一 二\n三 四\n五"


@pytest.mark.parametrize("room", [0, 1, 3])
def test_a_disk_that_is_full_in_the_middle_of_a_save_loses_nothing(busy: Office, room: int) -> None:
    """SQLite's own limit of pages stands in for the disk; the index is in the same save."""
    database, before = busy.ledger._database, busy.dump()
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages + room}")
    with pytest.raises(KnownError, match="磁盘已满，刚才的改动没有保存，以前的内容都在"):
        busy.do(commands.add_note, "很长的记录。" * 3000, task_id=busy.task("1").id)
    assert busy.dump() == before
    assert agrees(busy.ledger)
    database.execute_sql(f"PRAGMA max_page_count = {pages + 10_000}")
    busy.do(commands.add_note, "腾出空间以后的记录。", task_id=busy.task("1").id)
    assert agrees(busy.ledger)
    assert busy.ledger.integrity_problems() == ()


@pytest.mark.parametrize(
    "name", ["名" * 300, "CON", "nul.txt", "../../etc/passwd", "..\\..\\boot.ini", "a/b:c*?", "."]
)
def test_evidence_of_any_name_is_kept_found_and_exported(
    busy: Office, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    busy.do(commands.attach, EvidenceDraft(name, task_id=busy.task("1").id, file_name=name), b"x")
    rows = busy.ledger.ask(queries.report_rows, busy.plan, Period.parse("2021"), TODAY)
    out = tmp_path_factory.mktemp("out") / "材料"

    def read(evidence_id: int) -> tuple[str, bytes]:
        return busy.ledger.ask(queries.evidence_content, evidence_id)

    (path,) = export_evidence(pieces(rows), read, out).paths
    assert path.read_bytes() == b"x"
    assert path.resolve().is_relative_to(out.resolve())
    assert path.name.startswith("1-01")


def test_a_name_of_more_than_300_characters_is_refused(busy: Office) -> None:
    with pytest.raises(KnownError, match="超过300字"):
        busy.do(commands.attach, EvidenceDraft("名" * 301, task_id=busy.task("1").id), b"x")


def test_a_ledger_that_another_program_has_locked_says_so_and_loses_nothing(
    busy: Office,
) -> None:
    import sqlite3

    busy.ledger._database.execute_sql("PRAGMA busy_timeout = 50")
    before = busy.dump()
    other = sqlite3.connect(busy.ledger.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(KnownError, match="占用，刚才的改动没有保存"):
        busy.do(commands.add_note, "记录", task_id=busy.task("1").id)
    other.execute("ROLLBACK")
    other.close()
    assert busy.dump() == before
    busy.do(commands.add_note, "记录", task_id=busy.task("1").id)
