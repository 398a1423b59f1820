"""The command line as a whole: without Qt, in UTF-8, on the ledger that is meant."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.ledger import Ledger

ROOT = Path(__file__).resolve().parents[1]

if TYPE_CHECKING:
    from conftest import Program


def test_every_kind_of_command_runs_where_pyside6_is_not_installed(
    program: Program, tmp_path: Path
) -> None:
    bare = program.without("PySide6", "shiboken6")
    source = ROOT / "resources/plans/2021-sichuan.txt"
    for words in (
        ("plan", "list"),
        ("plan", "read", source),
        ("task", "adopt", "4", "--role", "own"),
        ("task", "tick", "4.1"),
        ("task", "list"),
        ("report", "progress", "--period", "2021-H1", "--out", tmp_path),
        ("check",),
    ):
        done = bare(*words)
        assert done.returncode == 0, done.stderr
    assert {path.suffix for path in tmp_path.iterdir()} == {".pdf", ".xlsx"}


def test_the_users_own_ledger_is_made_once_with_the_embedded_plan(
    program: Program, own_home: Path
) -> None:
    assert "川市监发〔2021〕21号" in program("plan", "list").stdout
    (made,) = (own_home / "luoshi").iterdir()
    assert made.name == "落实台账.luoshi"
    program("task", "adopt", "4", "--role", "own")
    assert json.loads(program("task", "show", "4", "--json").stdout)["role"] == "own"


@pytest.mark.parametrize("words", [("task", "list"), ("task", "note", "4", "记录")], ids=" ".join)
def test_a_demo_leaves_nothing_behind(
    program: Program, own_home: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert program(*words, "--demo", TMPDIR=str(tmp_path)).returncode == 0
    assert list(tmp_path.iterdir()) == []
    assert not (own_home / "luoshi").exists()


def test_the_demo_stands_where_its_bureau_says_it_does(program: Program) -> None:
    """On its 数据截止日: 已完成 6, 达到序时进度 25, 滞后 3."""
    done = program("task", "list", "--demo", "--date", "2021-06-20", "--json")
    tasks = [task for task in json.loads(done.stdout) if not task["local"]]
    assert Counter(task["role"] for task in tasks) == {"own": 25, "assist": 9, "none": 5}
    standings = Counter(task["standing"] for task in tasks)
    assert standings == {"done": 6, "on-pace": 25, "late": 3, None: 5}


def test_a_report_prints_the_paths_that_it_wrote_a_line_each(
    program: Program, tmp_path: Path
) -> None:
    out = tmp_path / "新建" / "文件夹"
    words = ("report", "progress", "--demo", "--period", "2021-H1", "--out", out)
    done = program(*words, "--number", "36", "--signer", "王志强")
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(paths) == sorted(out.iterdir())
    assert [path.suffix for path in paths] == [".pdf", ".xlsx"]
    assert paths[0].read_bytes().startswith(b"%PDF")


def test_the_same_report_has_the_same_bytes(
    program: Program, demo_made: Path, tmp_path: Path
) -> None:
    """And an existing file is not overwritten unasked: one with other content stays."""
    ledger = shutil.copy(demo_made, tmp_path)
    which = ("--ledger", ledger, "--date", "2021-06-25", "--period", "2021-H1")
    words = ("report", "progress", *which, "--format", "pdf", "--out")
    path = Path(program(*words, tmp_path).stdout.strip())
    first = path.read_bytes()
    again = Path(program(*words, tmp_path / "again").stdout.strip())
    assert again.read_bytes() == first
    path.write_bytes(b"changed by hand")
    beside = program(*words, tmp_path)
    assert Path(beside.stdout.strip()).name.endswith("（2）.pdf")
    assert path.read_bytes() == b"changed by hand"
    assert "没有覆盖" in beside.stderr


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "LANG": "C"},
    ],
)
def test_words_are_utf8_whatever_the_system_speaks(
    program: Program, environ: dict[str, str]
) -> None:
    done = program("plan", "list", **environ)
    assert "2021年四川省知识产权工作要点" in done.stdout
    refused = program("task", "show", "99", **environ)
    assert "没有" in refused.stderr


def test_a_reader_who_has_seen_enough_is_no_error_to_talk_about(program: Program) -> None:
    program("plan", "list")
    words = [sys.executable, ROOT / "main.py", "plan", "show", "--json"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=program.environ
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_command_beside_an_open_window_reads_but_does_not_write(
    program: Program, plain_ledger: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(plain_ledger, tmp_path))
    with Ledger.open(path, who="李四", now=dt.datetime(2021, 6, 25, 9)):
        assert program("task", "list", "--ledger", path).returncode == 0
        refused = program("task", "note", "4", "记录", "--ledger", path)
    assert refused.returncode == 1
    assert "李四" in refused.stderr
    assert program("task", "note", "4", "记录", "--ledger", path).returncode == 0


def test_commands_import_nothing_heavy_before_they_need_it() -> None:
    code = (
        "import sys, headless; from cli.arguments import parse; parse(['check']);"
        "print([name for name in ('PySide6', 'reportlab', 'openpyxl', 'fontTools', 'xml.dom')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "[]\n"
