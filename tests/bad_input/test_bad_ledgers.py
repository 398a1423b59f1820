"""Ledgers that are missing, unreadable, foreign, newer, damaged, or lie where nobody may write."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program

Command = Callable[..., subprocess.CompletedProcess[str]]
Sentence = Callable[[subprocess.CompletedProcess[str]], str]
READING = (
    ("plan", "list"),
    ("task", "show", "4"),
    ("check",),
    ("report", "ledger", "--period", "2021-H1", "--out", "out"),
)
no_windows = pytest.mark.skipif(sys.platform == "win32", reason="permissions are of POSIX kind")


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_missing_ledger_is_an_error_for_reading_commands(
    command: Command, sentence: Sentence, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert "没有找到" in sentence(command(*words, "--ledger", tmp_path / "没有.luoshi"))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_ledger_is_made_by_writing_commands(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "新.luoshi"
    done = command("task", "adopt", "4", "--role", "own", "--ledger", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [file.name for file in tmp_path.iterdir()] == ["新.luoshi"]


def test_a_ledger_in_a_folder_that_cannot_be_made_is_said(
    command: Command, sentence: Sentence, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    sentence(command("task", "tick", "4.1", "--ledger", tmp_path / "文件" / "新.luoshi"))


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 a workbook", "第一行文字".encode() * 200, b"SQLite format 3\x00"],
    ids=["empty", "zip", "text", "head only"],
)
@pytest.mark.parametrize("words", [("task", "list"), ("task", "note", "4", "记录")], ids=" ".join)
def test_a_file_that_is_no_ledger_is_left_as_it_is(
    command: Command, sentence: Sentence, tmp_path: Path, content: bytes, words: tuple[str, ...]
) -> None:
    path = tmp_path / "别的.luoshi"
    path.write_bytes(content)
    sentence(command(*words, "--ledger", path))
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_another_programs_database_is_left_as_it_is(
    command: Command, sentence: Sentence, tmp_path: Path
) -> None:
    path = tmp_path / "别的.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE foreigner (id)")
    other.close()
    before = path.read_bytes()
    assert "别的程序" in sentence(command("task", "note", "4", "记录", "--ledger", path))
    assert path.read_bytes() == before


def test_a_newer_ledger_is_left_for_the_newer_program(
    command: Command, sentence: Sentence, ledger: Path
) -> None:
    newer = sqlite3.connect(ledger)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = ledger.read_bytes()
    for words in (("task", "list"), ("task", "note", "4", "记录")):
        assert "新" in sentence(command(*words, "--ledger", ledger))
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("damage", ["cut", "rubbish"])
def test_a_damaged_ledger_is_found_out_and_left_as_it_is(
    program: Program, ledger: Path, damage: str
) -> None:
    content = ledger.read_bytes()
    half = len(content) // 2
    bad = content[:half] if damage == "cut" else content[:4096] + b"\xa5" * half + content[half:]
    ledger.write_bytes(bad)
    done = program("check", "--ledger", ledger)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "损坏" in done.stderr or "发现" in done.stderr
    assert ledger.read_bytes() == bad


@no_windows
def test_a_ledger_that_may_not_be_read_is_said(
    program: Program, sentence: Sentence, ledger: Path, powerless: Callable[[], None]
) -> None:
    ledger.chmod(0)
    said = sentence(program.limited(powerless)("task", "list", "--ledger", ledger))
    assert "权限" in said


@no_windows
def test_a_folder_without_write_permission_is_read_but_not_written(
    program: Program, sentence: Sentence, ledger: Path, powerless: Callable[[], None]
) -> None:
    before = ledger.read_bytes()
    ledger.parent.chmod(0o555)
    ledger.chmod(0o444)
    try:
        program.limited(powerless)
        assert program("task", "list", "--ledger", ledger).returncode == 0
        assert "权限" in sentence(program("task", "note", "4", "记录", "--ledger", ledger))
        new = ledger.with_name("新.luoshi")
        assert "权限" in sentence(program("task", "note", "4", "记录", "--ledger", new))
        assert [file.name for file in ledger.parent.iterdir()] == [ledger.name]
    finally:
        ledger.parent.chmod(0o755)
    assert ledger.read_bytes() == before


def test_a_folder_as_a_ledger_is_said(command: Command, sentence: Sentence, tmp_path: Path) -> None:
    assert "文件夹" in sentence(command("task", "list", "--ledger", tmp_path))
