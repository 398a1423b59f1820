"""One measure for all bad input: exit 1, one plain Chinese sentence, no trace, nothing changed."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import headless

# What was kept, and what to do.
KEPT = re.compile("没有|不变|未变|都在|不能")
TO_DO = re.compile("请")


def is_one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The sentence; fails on anything that a clerk should not have to read."""
    assert done.returncode == 1, done.stderr
    assert not done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].endswith("。")
    assert KEPT.search(lines[0]), lines[0]
    assert TO_DO.search(lines[0]), lines[0]
    assert not re.search(r"Traceback|Error|error|sqlite|Errno", lines[0])
    return lines[0]


def without_rights() -> None:
    """Give up root's right to pass every permission, for this process and its children.

    An ordinary user has no such right, and then there is nothing to give up.
    """
    drop_from_bounding_set, override, read_search = 24, 1, 2
    libc = ctypes.CDLL(None)
    for right in (override, read_search):
        libc.prctl(drop_from_bounding_set, right, 0, 0, 0)


@pytest.fixture
def sentence() -> Callable[[subprocess.CompletedProcess[str]], str]:
    """`is_one_sentence` as tests ask for it."""
    return is_one_sentence


@pytest.fixture
def powerless() -> Callable[[], None]:
    """`without_rights`, to be called in a new process."""
    return without_rights


@pytest.fixture
def ledger(demo_made: Path, tmp_path: Path) -> Path:
    """A copy of the demo ledger in a folder of its own."""
    folder = tmp_path / "台账"
    folder.mkdir()
    return Path(shutil.copy(demo_made, folder))


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A command run in this process: quicker where no right, room or trace of a process matters."""

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        code = headless.main([str(word) for word in words])
        said = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, said.out, said.err)

    return run
