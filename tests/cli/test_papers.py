from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.standard.measure import Paper

if TYPE_CHECKING:
    from tests.cli.conftest import Commands


def test_a_slip_on_one_task_needs_no_period(demo: Commands, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = demo("report", "reminder", "--task", "12", "--number", "3", "--out", out)
    assert done.code == 0, done.err
    assert [path.name for path in out.iterdir()] == [
        "示例市市场监督管理局督办单（第12项强企培育与密集型产业）.pdf"
    ]
    assert "截至" not in done.err, "the state is that of the slip's own day"


def test_a_bulletin_comes_as_pages_and_as_a_workbook(demo: Commands, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("--period", "2021-Q2", "--ranking", "--office", "--out", out)
    done = demo("report", "bulletin", *words)
    assert done.code == 0, done.err
    assert sorted(path.suffix for path in out.iterdir()) == [".pdf", ".xlsx"]
    assert "办公室关于2021年第二季度" in done.out
    assert "报送截止日2021年6月25日尚未过" in done.err


def test_a_report_carries_the_overview_when_it_is_asked_for(demo: Commands, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("--period", "2021-H1", "--figure", "--format", "pdf", "--out", out)
    done = demo("report", "progress", *words)
    assert done.code == 0, done.err
    (path,) = out.iterdir()
    paper = Paper(path.read_bytes())
    assert [line.text for line in paper.find("^图1")] == ["图1　示例市2021年上半年任务落实情况"]
    assert "各部分进展见图1。" in "".join(line.text for line in paper.lines)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reminder", "--task", "5"), "不用提醒"),
        (("reminder", "--task", "99"), "99"),
        (("ledger", "--period", "2021-H1", "--section", "没有科"), "没有科"),
    ],
)
def test_what_the_ledger_has_no_paper_for_is_one_sentence(
    demo: Commands, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = demo("report", *words, "--out", tmp_path / "out")
    assert done.code == 1
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("report reminder", "请加 --task"),
        ("report bulletin", "请加 --period"),
        ("report progress", "请加 --period"),
        ("report progress --period 2021 --section 法规科", "请去掉 --section"),
        ("report bulletin --period 2021 --task 4", "请去掉 --task"),
        ("report bulletin --period 2021 --figure", "请去掉 --figure"),
        ("paper start ledger", "请加 --period"),
    ],
)
def test_options_that_do_not_fit_the_paper_are_wrong_usage(
    run: Commands, tmp_path: Path, words: str, said: str
) -> None:
    """Said before any ledger is opened, and with the way to the help."""
    out = ("--out", tmp_path / "out") if words.startswith("report") else ()
    done = run.bare(*words.split(), *out)
    assert done.code == 2
    assert said in done.err
    assert done.err.endswith("--help。\n")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out").exists()
