from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from models import database
from models.errors import KnownError
from models.ledger import Ledger
from models.place import lock_path
from tests.models.factory import NOW, new_office


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "台账.luoshi"
    new_office(path).ledger.close()
    return path


def refused(path: Path, match: str) -> None:
    """The sentence is said, nothing beside the file is left, the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    for read_only in (False, True):
        with pytest.raises(KnownError, match=match):
            Ledger.open(path, now=NOW, read_only=read_only)
        assert not lock_path(path).exists()
        if before is not None:
            assert path.read_bytes() == before


def test_a_missing_ledger_is_said_and_not_made(tmp_path: Path) -> None:
    refused(tmp_path / "没有.luoshi", "没有找到台账“没有.luoshi”")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    refused(tmp_path, "是文件夹，不是台账")


@pytest.mark.parametrize("content", [b"", b"S", b"SQLite format 3\x00", "一份通知".encode()])
def test_a_file_that_is_no_database_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(content)
    refused(path, "不是台账，或已损坏，文件没有改动")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "别的.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE task (id INTEGER)")
    connection.close()
    refused(path, "别的程序的文件")


def test_a_newer_ledger_is_left_for_the_newer_program(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    connection.close()
    refused(closed, "由更新的版本保存")


def test_a_newer_ledger_is_known_also_while_its_log_holds_the_news(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    copied = closed.with_name("断电.luoshi")
    shutil.copy(closed, copied)
    shutil.copy(f"{closed}-wal", f"{copied}-wal")
    connection.close()
    with pytest.raises(KnownError, match="由更新的版本保存"):
        Ledger.open(copied, now=NOW)


def said_of(path: Path) -> str:
    """What opening says, or the whole-ledger check where SQLite could read what is there."""
    try:
        with Ledger.open(path, now=NOW) as ledger:
            return "".join(ledger.integrity_problems())
    except KnownError as error:
        return str(error)


@pytest.mark.parametrize("kept", [0.0, 0.05, 0.3, 0.9])
def test_a_ledger_cut_short_is_found_out(closed: Path, kept: float) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: max(100, int(len(whole) * kept))])
    assert re.search("损坏|打不开|文件检查", said_of(closed))
    assert not lock_path(closed).exists()


@pytest.mark.parametrize("start", [100, 4096, 12000])
def test_a_ledger_with_rubbish_inside_is_found_out(closed: Path, start: int) -> None:
    content = bytearray(closed.read_bytes())
    content[start : start + 3000] = b"\xa5" * 3000
    closed.write_bytes(content)
    assert re.search("损坏|文件检查", said_of(closed))
    assert not lock_path(closed).exists()


def test_a_ledger_that_lost_a_table_is_said_to_be_damaged(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    connection.execute("DROP TABLE tick")
    connection.close()
    with pytest.raises(KnownError, match="已损坏，没有打开"):
        Ledger.open(closed, now=NOW)


def test_the_check_names_what_points_at_nothing(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    connection.execute("UPDATE measure SET task_id = 999 WHERE id = 1")
    connection.commit()
    connection.close()
    with Ledger.open(closed, now=NOW) as ledger:
        assert ledger.integrity_problems() == ("“measure”第1条指向不存在的内容",)
