"""`report … --issue`: printed, signed, numbered and recorded in one go, or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_paper_life import TITLE, pages

if TYPE_CHECKING:
    from tests.cli.conftest import Commands, Result


def report(run: Commands, out: Path, *words: str) -> Result:
    return run("report", "progress", "--period", "2021-H1", "--out", out, "--issue", *words)


def listed(run: Commands) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("paper", "list", "--json").out)
    return found


def test_the_paper_is_recorded_as_it_was_printed(demo: Commands, tmp_path: Path) -> None:
    done = report(demo, tmp_path / "out", "--number", "36")
    assert done.code == 0, done.err
    pdf, xlsx = map(Path, done.out.splitlines())
    assert (pdf.suffix, xlsx.suffix) == (".pdf", ".xlsx")
    assert f"报送 {TITLE}（文稿1）" in done.err
    (row,) = listed(demo)
    assert (row["state"], row["document_number"], row["signer"], row["title"]) == (
        *("sent", "示市监〔2021〕36号", "周明远", TITLE),
    )
    assert (row["signed_on"], row["sent_on"]) == ("2021-06-25", "2021-06-25")
    opened = Path(demo("paper", "open", "1", "--out", tmp_path / "again").out.strip())
    assert opened.read_bytes() == pdf.read_bytes()
    assert "（送审稿）" not in pages(pdf)


def test_it_is_one_change_with_its_choices(demo: Commands, tmp_path: Path) -> None:
    words = ("--form", "plain", "--signer", "何文清")
    assert report(demo, tmp_path, *words).code == 0
    (row,) = listed(demo)
    assert row["options"] == {"form": "plain", "signers": ["何文清"]}
    assert (row["signer"], row["document_number"]) == ("何文清", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "文号还没有给出（示市监〔2021〕　　号），没有登记"),
        (("--number", "abc"), "“abc”不是发文字号，没有生成文稿；请写序号如 36"),
        (("--number", "36", "--format", "xlsx"), "登记报送要留存 PDF，没有写出文件"),
        (("--number", "36", "--signer", " "), "没有签发人，没有登记报送，也没有写出文件"),
    ],
)
def test_what_cannot_be_issued_is_neither_written_nor_recorded(
    demo: Commands, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = report(demo, tmp_path / "out", *words)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out").exists()
    assert listed(demo) == []


def test_a_paper_that_cannot_be_written_is_not_recorded(demo: Commands, tmp_path: Path) -> None:
    wall = tmp_path / "out"
    wall.write_text("a file where a folder should be", "utf-8")
    done = report(demo, wall, "--number", "36")
    assert done.code == 1
    assert "没有写出材料" in done.err
    assert listed(demo) == []


def test_a_number_that_is_taken_is_said(demo: Commands, tmp_path: Path) -> None:
    assert report(demo, tmp_path, "--number", "36").code == 0
    done = report(demo, tmp_path, "--number", "36")
    assert done.code == 0
    assert f"示市监〔2021〕36号已用于《{TITLE}》，请核对。" in done.err
    assert len(listed(demo)) == 2


def test_a_slip_is_issued_with_its_task_and_number(demo: Commands, tmp_path: Path) -> None:
    words = ("--task", "12", "--number", "3", "--signer", "周明远")
    done = demo("report", "reminder", *words, "--out", tmp_path, "--issue")
    assert done.code == 0, done.err
    (row,) = listed(demo)
    assert (row["kind"], row["document_number"]) == ("reminder", "督〔2021〕3号")
    assert "督〔2021〕3号" in pages(Path(done.out.splitlines()[0]))
    assert "办结" not in demo("paper", "answer", "1", "已反馈。").err


def test_a_table_is_issued_without_a_number(demo: Commands, tmp_path: Path) -> None:
    words = ("--period", "2021-H1", "--section", "执法支队")
    done = demo("report", "ledger", *words, "--out", tmp_path, "--issue")
    assert done.code == 0, done.err
    (row,) = listed(demo)
    assert (row["state"], row["document_number"], row["kind"]) == ("sent", "", "ledger")


def test_without_issue_nothing_is_recorded(demo: Commands, tmp_path: Path) -> None:
    words = ("--period", "2021-H1", "--out", tmp_path, "--number", "36")
    assert demo("report", "progress", *words).code == 0
    assert listed(demo) == []
