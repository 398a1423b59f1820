from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import peewee as pw
import pytest

from models import commands, database, queries
from models.errors import KnownError
from models.ledger import Ledger
from models.schema import Task
from tests.models.factory import NOW, TODAY, Office, actor, new_office

ROOT = Path(__file__).parents[2]


class CancelError(Exception):
    """Nobody wants it any more."""


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def pragma(office: Office, name: str) -> object:
    return office.ledger._database.execute_sql(f"PRAGMA {name}").fetchone()[0]


def test_a_closed_ledger_is_one_file_and_a_plain_database(office: Office, tmp_path: Path) -> None:
    office.adopt("1")
    assert len(names(tmp_path)) > 1
    office.ledger.close()
    assert names(tmp_path) == ["台账.luoshi"]
    head = (tmp_path / "台账.luoshi").read_bytes()[:100]
    assert head[:16] == b"SQLite format 3\x00"
    assert (head[18], head[19]) == (1, 1)  # no write-ahead log is expected beside it
    assert int.from_bytes(head[68:72], "big") == database.APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == database.VERSION


def test_what_was_written_is_there_when_the_ledger_is_opened_again(office: Office) -> None:
    office.adopt("1")
    before = office.dump()
    office.ledger.close()
    with Ledger.open(office.ledger.path, now=NOW) as again:
        assert Office(again, office.plan).dump() == before
        assert again.writable
        assert again.undo_label() == ""


def test_a_ledger_can_be_closed_twice_and_then_says_that_it_is_closed(office: Office) -> None:
    office.ledger.close()
    office.ledger.close()
    for act in (office.task, office.ledger.integrity_problems, lambda: office.adopt("1")):
        with pytest.raises(KnownError, match="已经关闭"):
            act()
    assert names(office.ledger.path.parent) == ["台账.luoshi"]


def test_foreign_keys_are_really_on(office: Office) -> None:
    assert pragma(office, "foreign_keys") == 1
    with pytest.raises(pw.IntegrityError):
        office.ledger.ask(lambda: Task.insert(plan=999, position=1).execute())


def test_a_local_disk_gets_a_write_ahead_log(office: Office) -> None:
    assert pragma(office, "journal_mode") == "wal"
    assert pragma(office, "synchronous") == 2


def test_a_share_gets_a_rollback_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "on_share", lambda path: True)
    made = new_office(tmp_path / "台账.luoshi")
    assert pragma(made, "journal_mode") == "delete"
    made.ledger.close()
    assert names(tmp_path) == ["台账.luoshi"]


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "别的.luoshi"
    path.write_text("重要", "utf-8")
    with pytest.raises(KnownError, match="已经存在，没有覆盖"):
        Ledger.create(path, now=NOW)
    assert path.read_text("utf-8") == "重要"


def test_a_name_that_no_disk_takes_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 300 + ".luoshi")
    with pytest.raises(KnownError, match="没有找到"):
        Ledger.open(path, now=NOW)
    with pytest.raises(KnownError, match="建不成"):
        Ledger.create(path, now=NOW)


def test_a_second_opener_looks_on_and_is_told_who_writes_since_when(office: Office) -> None:
    office.adopt("1")
    with Ledger.open(office.ledger.path, who="乙", now=NOW) as second:
        assert not second.writable
        assert second.read_only_reason == "甲办事员（6月20日09:30起）正在使用这本台账。"
        looking = Office(second, office.plan)
        assert looking.task("1").role.adopted
        with pytest.raises(KnownError, match="只能查看，改动没有保存。甲办事员"):
            looking.adopt("2")
        # What the writer does meanwhile is seen.
        office.adopt("3")
        assert looking.task("3").role.adopted
    assert office.ledger.writable
    office.adopt("4")


def test_a_link_to_the_ledger_is_the_same_ledger(office: Office, tmp_path: Path) -> None:
    link = tmp_path / "桌面"
    link.mkdir()
    (link / "快捷.luoshi").symlink_to(office.ledger.path)
    with Ledger.open(link / "快捷.luoshi", who="乙", now=NOW) as second:
        assert not second.writable
        assert "甲办事员" in second.read_only_reason
    office.ledger.close()
    with Ledger.open(link / "快捷.luoshi", who="乙", now=NOW) as alone:
        assert alone.writable
        Office(alone, office.plan).adopt("1")
    assert names(link) == ["快捷.luoshi"]
    assert names(tmp_path) == ["台账.luoshi", "桌面"]


def test_closing_does_not_wait_for_one_who_looks_on(office: Office) -> None:
    second = Ledger.open(office.ledger.path, now=NOW)
    office.ledger.close()
    assert not second.writable
    second.close()
    with Ledger.open(office.ledger.path, now=NOW) as third:
        assert third.writable
    assert names(office.ledger.path.parent) == ["台账.luoshi"]


def test_opening_only_to_look_takes_no_lock(office: Office) -> None:
    path = office.ledger.path
    office.ledger.close()
    with Ledger.open(path, now=NOW, read_only=True) as looking:
        assert looking.read_only_reason == "本次只查看，不改动。"
        with Ledger.open(path, now=NOW) as writing:
            assert writing.writable


def test_a_crash_leaves_the_ledger_free_and_whole(tmp_path: Path) -> None:
    """The process ends in the middle, with all that it wrote still in the log."""
    path = tmp_path / "台账.luoshi"
    script = f"""
        import os
        from pathlib import Path
        from models.rules import Adoption
        from tests.models.factory import new_office
        office = new_office(Path({str(path)!r}))
        office.adopt("2", role=Adoption.ASSIST)
        os._exit(9)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert (tmp_path / "台账.luoshi-wal").exists()
    with Ledger.open(path, who="乙", now=NOW) as again:
        assert again.writable
        office = Office(again, again.ask(queries.find_plan).id)
        assert office.task("2").role.word == "配合"
        assert again.integrity_problems() == ()
    assert names(tmp_path) == ["台账.luoshi"]


def test_a_copy_is_whole_and_the_ledger_goes_on(office: Office, tmp_path: Path) -> None:
    office.adopt("1")
    target = tmp_path / "副本's.luoshi"
    target.write_text("旧文件", "utf-8")
    office.ledger.save_copy(target)
    office.adopt("2")
    with Ledger.open(target, now=NOW) as copied:
        other = Office(copied, office.plan)
        assert (other.task("1").role.adopted, other.task("2").role.adopted) == (True, False)
        assert copied.integrity_problems() == ()
    assert [name for name in names(tmp_path) if "tmp" in name] == []


def test_a_copy_equals_the_ledger_row_by_row(office: Office, tmp_path: Path) -> None:
    office.adopt("1")
    office.ledger.save_copy(tmp_path / "副本.luoshi")
    with Ledger.open(tmp_path / "副本.luoshi", now=NOW) as copied:
        assert Office(copied, office.plan).dump() == office.dump()
        assert copied.ask(queries.counts) == office.ledger.ask(queries.counts)


def test_a_copy_that_nobody_wants_any_more_leaves_what_was_there(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.database._LOOK_EVERY", 100)
    target = tmp_path / "副本.luoshi"
    target.write_text("旧文件", "utf-8")
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) > 2:
            raise CancelError

    with pytest.raises(CancelError):
        office.ledger.save_copy(target, stop)
    assert target.read_text("utf-8") == "旧文件"
    assert [name for name in names(tmp_path) if "tmp" in name] == []
    assert all(0 <= done <= total for done, total in told)
    office.adopt("1")


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_others_write_while_a_copy_is_made_where_there_is_a_log(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal: str
) -> None:
    monkeypatch.setattr("models.database._LOOK_EVERY", 100)
    ledger = office.ledger
    ledger._connection.execute(f"PRAGMA journal_mode = {journal}")
    done: list[int] = []
    seen: list[bool] = []
    writer = threading.Thread(target=lambda: done.append(office.adopt("1")))

    def look(_: int, __: int) -> None:
        if not writer.ident:
            writer.start()
            writer.join(5 if journal == "wal" else 0.2)
            seen.append(bool(done))

    ledger.save_copy(tmp_path / "副本.luoshi", look)
    writer.join(5)
    assert len(done) == 1
    assert seen == [journal == "wal"]


@pytest.mark.parametrize("way", ["same", "around", "link"])
def test_a_copy_never_goes_onto_the_ledger_itself(office: Office, way: str) -> None:
    path = office.ledger.path
    around = path.parent / ".." / path.parent.name / path.name
    link = path.with_name("链接.luoshi")
    link.symlink_to(path)
    target = {"same": path, "around": around, "link": link}[way]
    with pytest.raises(KnownError, match="不能覆盖正在使用的台账"):
        office.ledger.save_copy(target)


def test_a_copy_never_goes_onto_a_ledger_that_somebody_writes_in(
    office: Office, tmp_path: Path
) -> None:
    other = new_office(tmp_path / "别人的.luoshi", None)
    try:
        with pytest.raises(KnownError, match="正在使用"):
            office.ledger.save_copy(other.ledger.path)
    finally:
        other.ledger.close()


@pytest.mark.parametrize("target", ["没有/副本.luoshi", "文件夹", "长" * 200])
def test_a_copy_that_cannot_be_written_leaves_nothing(
    office: Office, tmp_path: Path, target: str
) -> None:
    (tmp_path / "文件夹").mkdir()
    office.adopt("1")
    before = names(tmp_path)
    with pytest.raises(KnownError, match="没有写成，原台账没有改动"):
        office.ledger.save_copy(tmp_path / target)
    assert names(tmp_path) == before


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that really cannot be written, whoever asks: a read-only mount over itself."""
    folder = tmp_path / "只读"
    folder.mkdir()
    made = new_office(folder / "台账.luoshi")
    made.adopt("1")
    made.ledger.close()
    mounted = os.geteuid() == 0 and not subprocess.call(
        ["mount", "--bind", "-o", "ro", str(folder), str(folder)], stderr=subprocess.DEVNULL
    )
    if not mounted:
        if os.geteuid() == 0:
            pytest.skip("root without the right to mount: nothing is read-only here")
        folder.chmod(0o555)
        (folder / "台账.luoshi").chmod(0o444)
    yield folder
    if mounted:
        subprocess.check_call(["umount", str(folder)])
    folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")
def test_a_folder_without_write_permission_opens_for_looking_and_says_so(
    read_only_folder: Path, tmp_path: Path
) -> None:
    path = read_only_folder / "台账.luoshi"
    with Ledger.open(path, who="乙", now=NOW) as looking:
        assert looking.read_only_reason == "文件或所在文件夹没有写入权限。"
        office = Office(looking, 1)
        assert office.task("1").role.adopted
        with pytest.raises(KnownError, match="没有写入权限"):
            office.adopt("2")
        looking.save_copy(tmp_path / "副本.luoshi")
    assert names(read_only_folder) == ["台账.luoshi"]
    with Ledger.open(tmp_path / "副本.luoshi", now=NOW) as copied:
        assert copied.writable
    with pytest.raises(KnownError, match="建不成"):
        Ledger.create(read_only_folder / "新.luoshi", now=NOW)


def test_immutable_is_used_only_where_nobody_can_write_and_no_log_lies_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "台账.luoshi"
    path.touch()
    assert database._mode(path, writable=False) == "mode=ro"
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert database._mode(path, writable=False) == "mode=ro&immutable=1"
    for ending in ("-wal", "-journal"):
        log = tmp_path / f"台账.luoshi{ending}"
        log.touch()
        assert database._mode(path, writable=False) == "mode=ro"
        log.unlink()


def test_a_full_disk_keeps_nothing_of_the_change_and_the_ledger_goes_on(office: Office) -> None:
    """Tried for real: SQLite itself refuses to let the file grow."""
    office.adopt("1")
    before = office.dump()
    pages = office.ledger._database.execute_sql("PRAGMA page_count").fetchone()[0]
    office.ledger._database.execute_sql(f"PRAGMA max_page_count = {pages}")
    task_id = office.task("1").id
    with pytest.raises(KnownError, match="磁盘已满，刚才的改动没有保存，以前的内容都在"):
        office.do(commands.add_note, "很长的记录" * 2000, task_id=task_id)
    assert office.dump() == before
    office.ledger._database.execute_sql("PRAGMA max_page_count = 1000000")
    office.do(commands.add_note, "腾出空间后的记录", task_id=task_id)
    assert office.ledger.integrity_problems() == ()
    assert office.ledger.undo_label() == "增加记录 1"


def test_a_new_ledger_on_a_full_disk_leaves_no_stump(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = database.connect

    def cramped(path: Path, *, writable: bool) -> sqlite3.Connection:
        connected = whole(path, writable=writable)
        connected.execute("PRAGMA max_page_count = 8")
        return connected

    monkeypatch.setattr(database, "connect", cramped)
    with pytest.raises(KnownError, match="磁盘已满"):
        Ledger.create(tmp_path / "台账.luoshi", now=NOW)
    assert names(tmp_path) == []


def test_another_program_that_holds_the_file_is_waited_for_and_then_named(office: Office) -> None:
    office.ledger._database.execute_sql("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(office.ledger.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(KnownError, match="正被别的窗口占用"):
        office.adopt("1")
    other.rollback()
    other.close()
    office.adopt("1")


def two_notes(office: Office, task_id: int, second: str) -> None:
    with office.ledger.together():
        office.do(commands.add_note, "一", task_id=task_id)
        office.do(commands.add_note, second, task_id=task_id)


def test_many_changes_made_together_are_kept_or_dropped_together(office: Office) -> None:
    office.adopt("1")
    before, label = office.dump(), office.ledger.undo_label()
    task_id = office.task("1").id
    with pytest.raises(KnownError, match="不能为空"):
        two_notes(office, task_id, "")
    assert office.dump() == before
    assert office.ledger.undo_label() == label
    office.ledger.undo(actor())
    two_notes(office, task_id, "二")
    assert len(office.dump()["note"]) == 2
    assert office.ledger.undo(actor(TODAY)) is None
