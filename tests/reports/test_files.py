from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from reports.files import LONGEST_NAME, legal_name, write_paper


def leftovers(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.name.startswith(".~")]


def test_a_paper_is_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    written = write_paper(b"one", "报告.pdf", tmp_path / "甲" / "乙")
    assert written.path.read_bytes() == b"one"
    assert written.notice == ""
    assert leftovers(written.path.parent) == []


def test_an_existing_file_stays_and_the_new_one_takes_a_free_name(tmp_path: Path) -> None:
    write_paper(b"one", "报告.pdf", tmp_path)
    second = write_paper(b"two", "报告.pdf", tmp_path)
    third = write_paper(b"three", "报告.pdf", tmp_path)
    assert (tmp_path / "报告.pdf").read_bytes() == b"one"
    assert second.path.name == "报告（2）.pdf"
    assert third.path.name == "报告（3）.pdf"
    assert "没有覆盖" in second.notice


def test_the_same_bytes_need_no_second_name(tmp_path: Path) -> None:
    write_paper(b"one", "报告.pdf", tmp_path)
    assert write_paper(b"one", "报告.pdf", tmp_path).path.name == "报告.pdf"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
def test_a_paper_may_be_read_by_everybody_who_may_enter_its_folder(tmp_path: Path) -> None:
    """A temporary file is its maker's alone; a paper on a shared folder is for the office."""
    written = write_paper(b"one", "报告.pdf", tmp_path)
    assert written.path.stat().st_mode & 0o777 == 0o644


def test_a_paper_is_on_the_disk_before_it_takes_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut leaves an empty file where the older paper was."""
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        steps.append(f"on the disk: {os.fstat(handle).st_size}")
        sync(handle)

    def replaced(self: Path, target: Path) -> Path:
        steps.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_paper(b"one", "报告.pdf", tmp_path)
    assert steps == ["on the disk: 3", "报告.pdf"]


def test_it_is_overwritten_when_told_to(tmp_path: Path) -> None:
    write_paper(b"one", "报告.pdf", tmp_path)
    written = write_paper(b"two", "报告.pdf", tmp_path, overwrite=True)
    assert (written.path.name, written.path.read_bytes()) == ("报告.pdf", b"two")


def test_a_folder_that_is_a_file_is_said_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "材料"
    file.write_text("别动", encoding="utf-8")
    with pytest.raises(KnownError, match="是一个文件，不是文件夹"):
        write_paper(b"one", "报告.pdf", file)
    with pytest.raises(KnownError, match="是一个文件，不是文件夹"):
        write_paper(b"one", "报告.pdf", file / "下级")
    assert file.read_text(encoding="utf-8") == "别动"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EACCES, "正被其他程序打开"),
        (errno.EIO, "出错"),
    ],
)
def test_a_failure_while_replacing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    write_paper(b"one", "报告.pdf", tmp_path)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(code, os.strerror(code), str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KnownError, match=words):
        write_paper(b"two", "报告.pdf", tmp_path, overwrite=True)
    assert (tmp_path / "报告.pdf").read_bytes() == b"one"
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(KnownError, match="权限"):
            write_paper(b"one", "报告.pdf", tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_given: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("reports.files.tempfile.mkstemp", refuse)
    with pytest.raises(KnownError, match="写文件的权限"):
        write_paper(b"one", "报告.pdf", tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no file-size limit there")
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(b"old")
    code = (
        "import resource, signal, sys, pathlib\n"
        "from models.errors import KnownError\n"
        "from reports.files import write_paper\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_paper(b'x' * 5000, '报告.pdf', pathlib.Path(sys.argv[1]), overwrite=True)\n"
        "except KnownError as error:\n"
        "    print('磁盘空间不足' in str(error))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-B", "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert answer.stdout.strip() == "True"
    assert (tmp_path / "报告.pdf").read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_name_that_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").mkdir()
    with pytest.raises(KnownError, match="是一个文件夹"):
        write_paper(b"one", "报告.pdf", tmp_path, overwrite=True)


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("甲局关于《要点》的报告（送审稿）", "甲局关于《要点》的报告（送审稿）.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "abcdefghij.pdf"),
        ("con", "_con.pdf"),
        ("  ..", "未命名.pdf"),
        ("第一行\n第二行", "第一行第二行.pdf"),
    ],
)
def test_names_are_legal_everywhere(stem: str, name: str) -> None:
    assert legal_name(stem, ".pdf") == name


@given(st.text(max_size=400))
def test_any_title_gives_a_name_that_can_be_written(stem: str) -> None:
    name = legal_name(stem, ".pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*\n')
