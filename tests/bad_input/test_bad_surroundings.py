"""The program's own fonts and the user's own folder: missing, or not to be written to."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program

Command = Callable[..., subprocess.CompletedProcess[str]]
Sentence = Callable[[subprocess.CompletedProcess[str]], str]


def test_a_user_folder_that_cannot_be_made_is_said(
    command: Command, sentence: Sentence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    monkeypatch.setenv("LUOSHI_HOME", str(tmp_path / "文件" / "luoshi"))
    sentence(command("task", "list"))


def test_fonts_that_are_gone_are_said(
    command: Command,
    sentence: Sentence,
    ledger: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("resources.path", lambda name: tmp_path / name)
    words = (
        "--period",
        "2021-H1",
        "--format",
        "pdf",
        "--ledger",
        ledger,
        "--out",
        tmp_path / "out",
    )
    assert "字体" in sentence(command("report", "ledger", *words))
    assert not (tmp_path / "out").exists()


def test_a_fault_of_ours_is_one_sentence_and_its_trace_is_kept_apart(
    program: Program, sentence: Sentence, own_home: Path
) -> None:
    """A library that is not there is nothing that a user did; the sentence names the record."""
    done = program.without("openpyxl")(
        "report", "ledger", "--demo", "--period", "2021-H1", "--format", "xlsx", "--out", "out"
    )
    assert "出错记录.txt" in sentence(done)
    record = own_home / "luoshi" / "出错记录.txt"
    assert "ModuleNotFoundError" in record.read_text(encoding="utf-8")
