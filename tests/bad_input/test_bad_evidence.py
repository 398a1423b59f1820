"""Evidence that cannot be taken in: then neither it nor its note is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
Sentence = Callable[[subprocess.CompletedProcess[str]], str]


def attach(command: Command, ledger: Path, file: Path) -> subprocess.CompletedProcess[str]:
    return command("task", "note", "4", "记录", "--attach", file, "--ledger", ledger)


def test_a_file_over_50_megabytes_is_refused(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    large, before = tmp_path / "录像.mp4", ledger.read_bytes()
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    assert "50MB" in sentence(attach(command, ledger, large))
    assert ledger.read_bytes() == before


def test_a_file_that_has_gone_is_said(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    before = ledger.read_bytes()
    assert "已拔出" in sentence(attach(command, ledger, tmp_path / "U盘" / "扫描件.pdf"))
    assert ledger.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own odd files are Linux's")
@pytest.mark.parametrize("odd", ["/proc/self/mem", "/proc/version"])
def test_a_file_that_vanishes_or_changes_while_it_is_read_is_said(
    command: Command, sentence: Sentence, ledger: Path, odd: str
) -> None:
    """The one fails in the middle of reading, the other gives more than it said it had."""
    before = ledger.read_bytes()
    sentence(attach(command, ledger, Path(odd)))
    assert ledger.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_or_a_device_is_not_waited_for(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "管道"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    assert "不是普通文件" in sentence(attach(command, ledger, path))


def test_a_folder_is_no_evidence(
    command: Command, sentence: Sentence, ledger: Path, tmp_path: Path
) -> None:
    sentence(attach(command, ledger, tmp_path))
