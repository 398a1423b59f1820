"""Commands run in this process, on a fresh copy of a ledger that was made once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import headless

DAY = "2021-06-25"


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str


class Commands:
    """Runs commands on one ledger, on 2021-06-25."""

    def __init__(self, ledger: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.ledger = ledger
        self._capture = capture

    def __call__(self, *words: str | Path, date: str = DAY) -> Result:
        return self.bare(*words, "--ledger", self.ledger, "--date", date, "--operator", "张三")

    def bare(self, *words: str | Path) -> Result:
        """The words alone, without the options that name ledger, day and operator."""
        self._capture.readouterr()
        try:
            code = headless.main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = self._capture.readouterr()
        return Result(code, said.out, said.err)


@pytest.fixture
def run(plain_ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Commands on a ledger that holds the embedded plan and nothing else."""
    return Commands(Path(shutil.copy(plain_ledger, tmp_path)), capsys)


@pytest.fixture
def demo(demo_made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Commands on a copy of the demo ledger."""
    return Commands(Path(shutil.copy(demo_made, tmp_path)), capsys)
