"""Papers that cannot be written: what stood there stays, and no half file is left."""

from __future__ import annotations

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
no_windows = pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX kind")


def table(ledger: Path, out: Path, *words: str, format_: str = "xlsx") -> tuple[str | Path, ...]:
    """The words that make 任务台账; its workbook is the quickest of all papers."""
    whole = ("--period", "2021-H1", "--date", "2021-06-25", "--format", format_)
    return ("report", "ledger", "--ledger", ledger, "--out", out, *whole, *words)


@no_windows
@pytest.mark.parametrize("format_", ["pdf", "xlsx"])
def test_a_full_disk_leaves_no_half_paper(
    program: Program, sentence: Sentence, ledger: Path, tmp_path: Path, format_: str
) -> None:
    """The system's own limit on the size of files stands in for the disk."""
    import resource

    out = tmp_path / "out"
    small = program.limited(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)))
    assert "空间" in sentence(small(*table(ledger, out, format_=format_)))
    assert not out.exists() or list(out.iterdir()) == []


@no_windows
def test_a_full_disk_leaves_the_older_paper_whole(
    program: Program, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    import resource

    path = Path(program(*table(ledger, tmp_path)).stdout.strip())
    path.write_bytes(b"an older paper")
    small = program.limited(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)))
    sentence(small(*table(ledger, tmp_path, "--overwrite")))
    assert path.read_bytes() == b"an older paper"
    assert not list(tmp_path.glob("*.tmp"))
    assert not list(tmp_path.glob(".~*"))


@no_windows
def test_a_ledger_on_a_full_disk_keeps_what_it_had(
    program: Program, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    import resource

    file = tmp_path / "照片.jpg"
    file.write_bytes(bytes(range(256)) * 4000)
    room = 200_000
    small = program.limited(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
    sentence(small("task", "note", "4", "记录", "--attach", file, "--ledger", ledger))
    large = program.limited(lambda: None)
    assert large("check", "--ledger", ledger).returncode == 0
    assert "照片.jpg" not in large("task", "show", "4", "--ledger", ledger).stdout


@no_windows
def test_a_ledger_on_a_disk_without_any_room_is_read_and_the_disk_is_named(
    program: Program, sentence: Sentence, ledger: Path
) -> None:
    """Not a byte goes onto it: not even who has the ledger can be noted."""
    import resource

    before = ledger.read_bytes()
    full = program.limited(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))
    assert full("task", "list", "--ledger", ledger).returncode == 0
    assert "磁盘已满" in sentence(full("task", "note", "4", "记录", "--ledger", ledger))
    new = ledger.with_name("新.luoshi")
    assert "磁盘已满" in sentence(full("task", "note", "4", "记录", "--ledger", new))
    assert [file.name for file in ledger.parent.iterdir()] == [ledger.name]
    assert ledger.read_bytes() == before


def test_an_output_folder_that_is_a_file_is_said(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "文件"
    out.write_text("原来的内容", encoding="utf-8")
    assert "文件夹" in sentence(command(*table(ledger, out)))
    assert out.read_text(encoding="utf-8") == "原来的内容"


@no_windows
def test_an_output_folder_where_nobody_may_write_is_said(
    program: Program,
    sentence: Sentence,
    ledger: Path,
    tmp_path: Path,
    powerless: Callable[[], None],
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(0o555)
    assert "权限" in sentence(program.limited(powerless)(*table(ledger, out)))


@pytest.mark.parametrize("word", ["2021-13", "2021-Q5", "2021-H3", "上半年", "21-H1", "2021-6", ""])
def test_a_period_that_does_not_exist_is_said(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path, word: str
) -> None:
    out = tmp_path / "out"
    words = ("report", "ledger", "--ledger", ledger, "--out", out, f"--period={word}")
    assert "填报期" in sentence(command(*words))
    assert not out.exists()


def test_a_paper_that_is_open_elsewhere_is_said_and_stays(
    command: Command,
    sentence: Sentence,
    ledger: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows refuses to replace an open file; here the system is made to answer as it does."""
    path = Path(command(*table(ledger, tmp_path)).stdout.strip())
    path.write_bytes(b"an older paper")
    replace = Path.replace

    def refuse(source: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert "打开" in sentence(command(*table(ledger, tmp_path, "--overwrite")))
    assert path.read_bytes() == b"an older paper"
    assert not list(tmp_path.glob(".~*"))


def test_a_section_that_does_not_exist_is_said(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert "没有的科" in sentence(command(*table(ledger, out, "--section", "没有的科")))
    assert not out.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the device that is always full is Linux's")
def test_an_output_that_takes_nothing_more_is_said(program: Program, ledger: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = program("task", "list", "--ledger", ledger, out=full.fileno())
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "空间" in done.stderr
