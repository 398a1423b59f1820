"""`paper`: from 拟稿 to 已报送 and 作废, on a copy of the demo ledger."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Commands

TITLE = "示例市市场监督管理局关于2021年四川省知识产权工作要点上半年落实情况的报告"
START = ("paper", "start", "progress", "--period", "2021-H1")


@pytest.fixture
def paper(demo: Commands) -> Commands:
    """The demo ledger with one paper, the 1st."""
    assert demo(*START).code == 0
    return demo


def listed(run: Commands) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("paper", "list", "--json").out)
    return found


def say(run: Commands, *words: str | Path) -> str:
    done = run(*words)
    assert done.code == 0, done.err
    return done.out


def refused(run: Commands, *words: str | Path) -> str:
    before = listed(run)
    done = run(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert listed(run) == before
    return done.err


def to_state(run: Commands, *steps: str) -> None:
    words = {
        "submit": ("submit", "1"),
        "sign": ("sign", "1", "--signer", "周明远"),
        "number": ("number", "1", "36"),
        "issue": ("issue", "1", "--manner", "机要"),
        "void": ("void", "1", "--reason", "数据有误"),
    }
    for step in steps:
        say(run, "paper", *words[step])


def pages(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "".join(page.extract_text() or "" for page in pdf.pages).replace("\n", "")


def test_a_paper_is_begun_and_listed(demo: Commands) -> None:
    assert demo("paper", "list").out == ""
    assert say(demo, *START) == f"1\t拟稿 {TITLE}\n"
    assert say(demo, "paper", "list").split() == ["1", "拟稿", "无文号", TITLE]
    (row,) = listed(demo)
    assert (row["number"], row["kind"], row["period"], row["state"]) == (
        *(1, "progress", "2021-H1", "draft"),
    )
    assert row["options"] == {}


def test_choices_are_kept_with_the_paper(demo: Commands) -> None:
    say(demo, *START, "--form", "plain")
    say(demo, "paper", "start", "reminder", "--task", "12", "--due", "2021-07-05")
    slip, report = listed(demo)
    assert report["options"] == {"form": "plain"}
    assert (slip["due_on"], slip["title"]) == ("2021-07-05", "示例市市场监督管理局督办单")


def test_choices_are_changed_one_by_one(paper: Commands, tmp_path: Path) -> None:
    assert say(paper, "paper", "set", "1", "--addressee", "省局办公室") == f"修改文稿 {TITLE}\n"
    say(paper, "paper", "set", "1", "--copies-to", "--manner", "unsealed", "--form", "letterhead")
    assert listed(paper)[0]["options"] == {
        "form": "letterhead",
        "addressee": "省局办公室",
        "copies_to": [],
        "manner": "unsealed",
    }
    assert "省局办公室：" in say(paper, "paper", "text", "1")
    path = Path(say(paper, "paper", "print", "1", "--out", tmp_path).strip())
    assert "抄送" not in pages(path)
    assert "没有要改的选项" in refused(paper, "paper", "set", "1")
    to_state(paper, "sign")
    assert "内容不再改动" in refused(paper, "paper", "set", "1", "--form", "plain")


def test_each_step_says_what_was_done(paper: Commands) -> None:
    assert say(paper, "paper", "submit", "1") == f"送审 {TITLE}\n"
    assert say(paper, "paper", "sign", "1", "--signer", "周明远") == f"签发 {TITLE}\n"
    assert say(paper, "paper", "unsign", "1") == f"退回修改 {TITLE}\n"
    to_state(paper, "sign")
    assert say(paper, "paper", "number", "1", "36") == "编号 示市监〔2021〕36号\n"
    assert say(paper, "paper", "issue", "1", "--manner", "机要") == f"报送 {TITLE}\n"
    (row,) = listed(paper)
    assert (row["state"], row["document_number"], row["signer"], row["sent_manner"]) == (
        *("sent", "示市监〔2021〕36号", "周明远", "机要"),
    )
    assert (row["signed_on"], row["sent_on"], row["issued_by"]) == (
        *("2021-06-25", "2021-06-25", "张三"),
    )


def test_a_draft_prints_with_its_mark_and_blanks_and_a_signed_paper_clean(
    paper: Commands, tmp_path: Path
) -> None:
    path = Path(say(paper, "paper", "print", "1", "--out", tmp_path / "a").strip())
    assert path.name == f"{TITLE}（送审稿）.pdf"
    assert "（送审稿）" in pages(path)
    to_state(paper, "sign", "number")
    path = Path(say(paper, "paper", "print", "1", "--out", tmp_path / "b").strip())
    assert path.name == f"{TITLE}.pdf"
    said = pages(path)
    assert "（送审稿）" not in said
    assert "示市监〔2021〕36号" in said
    assert "2021年6月25日" in said


def test_what_was_issued_opens_again_byte_for_byte(paper: Commands, tmp_path: Path) -> None:
    to_state(paper, "sign", "number")
    printed = Path(say(paper, "paper", "print", "1", "--out", tmp_path / "a").strip())
    to_state(paper, "issue")
    say(paper, "task", "note", "4", "后来的记录")
    say(paper, "task", "progress", "4", "--period", "2021-H1", "--text", "后来的进展。")
    opened = Path(say(paper, "paper", "open", "1", "--out", tmp_path / "b").strip())
    assert opened.read_bytes() == printed.read_bytes()
    again = paper("paper", "print", "1", "--out", tmp_path / "c")
    assert Path(again.out.strip()).read_bytes() == printed.read_bytes()
    assert again.err == "这份文稿报送过，取出的是留存的原件。\n"
    assert "文件完整" in say(paper, "check")


def test_a_report_with_a_place_for_its_number_is_not_sent_without_one(paper: Commands) -> None:
    to_state(paper, "sign")
    said = refused(paper, "paper", "issue", "1")
    assert said == "文号还没有给出（示市监〔2021〕　　号），没有登记；请先给出文号。\n"


def test_a_paper_without_a_head_needs_no_number(demo: Commands) -> None:
    say(demo, *START, "--form", "plain")
    to_state(demo, "sign", "issue")
    assert listed(demo)[0]["state"] == "sent"


@pytest.mark.parametrize(
    ("kind", "words", "whole"),
    [
        ("progress", ("--period", "2021-H1"), "示市监〔2021〕36号"),
        ("reminder", ("--task", "12"), "督〔2021〕36号"),
        ("bulletin", ("--period", "2021-Q2", "--form", "letterhead"), "示市监〔2021〕36号"),
        (
            "bulletin",
            ("--period", "2021-Q2", "--form", "letterhead", "--office"),
            "示市监办〔2021〕36号",
        ),
        ("progress", ("--period", "2021-05"), "示市监〔2021〕36号"),
        ("ledger", ("--period", "2021-H1"), "示市监〔2021〕36号"),
    ],
)
def test_a_number_is_written_in_the_way_of_its_kind(
    demo: Commands, kind: str, words: tuple[str, ...], whole: str
) -> None:
    say(demo, "paper", "start", kind, *words)
    to_state(demo, "sign")
    assert say(demo, "paper", "number", "1", "36") == f"编号 {whole}\n"
    assert say(demo, "paper", "number", "1", "第037号") == f"编号 {whole.replace('36', '37')}\n"


@pytest.mark.parametrize("given", ["", "0", "三十六", "示市监〔2021〕号", "36-1"])
def test_what_is_no_number_is_refused(paper: Commands, given: str) -> None:
    to_state(paper, "sign")
    said = "不是发文字号" if given else "文号还没有给出"
    assert said in refused(paper, "paper", "number", "1", given)


def test_the_same_number_twice_is_said(demo: Commands) -> None:
    for number in ("1", "2"):
        say(demo, *START)
        say(demo, "paper", "sign", number, "--signer", "周明远")
    assert say(demo, "paper", "number", "1", "36") == "编号 示市监〔2021〕36号\n"
    said = say(demo, "paper", "number", "2", "36").split("\n")
    assert said[0] == f"示市监〔2021〕36号已用于《{TITLE}》，请核对。"


@pytest.mark.parametrize(
    ("steps", "words", "said"),
    [
        ((), ("issue", "1"), "现在是拟稿，没有登记报送；请先签发"),
        ((), ("number", "1", "36"), "现在是拟稿，不能编号，没有改动；请先签发"),
        ((), ("unsign", "1"), "现在是拟稿，不能退回修改"),
        ((), ("renew", "1"), "没有作废，没有另起新稿"),
        ((), ("answer", "1", "已办"), "还没有发出，没有登记反馈"),
        (("sign",), ("edit", "1", "lead", "改"), "现在是已签发，内容不再改动"),
        (("sign",), ("submit", "1"), "内容不再改动"),
        (("sign",), ("sign", "1", "--signer", "李四"), "内容不再改动"),
        (("sign", "number", "issue"), ("drop", "1", "closing"), "现在是已报送，内容不再改动"),
        (("sign", "number", "issue"), ("issue", "1"), "现在是已报送，没有登记报送"),
        (("void",), ("void", "1", "--reason", "再"), "已经作废"),
        ((), ("show", "9"), "没有第9号文稿"),
        ((), ("open", "1", "--out", "x"), "还没有报送，没有留存的文件"),
        ((), ("compare", "1", "--out", "x"), "还没有留存过上一稿，没有生成对照表；请先送审"),
        ((), ("sign", "1", "--signer", " "), "签发人不能为空"),
        ((), ("sign", "1", "--signer", "周明远", "--on", "2021-06-26"), "还没有到"),
    ],
)
def test_what_the_state_does_not_allow_is_one_sentence(
    paper: Commands, steps: tuple[str, ...], words: tuple[str, ...], said: str
) -> None:
    to_state(paper, *steps)
    assert said in refused(paper, "paper", *words)
    assert not Path("x").exists()


def test_a_ledger_that_changed_after_the_signing_is_noticed(
    paper: Commands, tmp_path: Path
) -> None:
    to_state(paper, "sign", "number")
    assert "签发以后" not in paper("paper", "print", "1", "--out", tmp_path).err
    entry = ("--period", "2021-H1", "--text", "另外又完成一件大事。")
    say(paper, "task", "progress", "4", *entry)
    assert "签发以后文字又有变化" in paper("paper", "print", "1", "--out", tmp_path).err
    done = paper("paper", "issue", "1")
    assert done.code == 0
    assert "签发以后文字又有变化" in done.err


def test_a_returned_paper_has_a_successor_that_may_take_its_number(paper: Commands) -> None:
    say(paper, "paper", "edit", "1", "lead", "改写的开头。")
    to_state(paper, "submit", "sign", "number", "issue", "void")
    assert say(paper, "paper", "renew", "1") == f"2\t另起新稿 {TITLE}\n"
    assert "* lead\t改写的开头。" in say(paper, "paper", "show", "2")
    say(paper, "paper", "sign", "2", "--signer", "周明远")
    assert say(paper, "paper", "number", "2", "36") == "编号 示市监〔2021〕36号\n"
    assert [row["state"] for row in listed(paper)] == ["numbered", "void"]
    assert listed(paper)[1]["void_reason"] == "数据有误"


def test_a_slip_is_sent_answered_and_its_scan_kept(demo: Commands, tmp_path: Path) -> None:
    say(demo, "paper", "start", "reminder", "--task", "12", "--due", "2021-07-05")
    path = Path(say(demo, "paper", "print", "1", "--out", tmp_path).strip())
    assert "2021年7月5日前" in pages(path)
    to_state(demo, "sign", "number", "issue")
    scan = tmp_path / "盖章件.pdf"
    scan.write_bytes(b"%PDF scan")
    say(demo, "paper", "scan", "1", scan)
    say(demo, "paper", "answer", "1", "已按要求办结。")
    (row,) = listed(demo)
    assert (row["scan_name"], row["answer"], row["answered_on"]) == (
        *("盖章件.pdf", "已按要求办结。", "2021-06-25"),
    )
    assert "读不出来" in refused(demo, "paper", "scan", "1", tmp_path / "没有.pdf")


def test_a_table_has_a_life_but_no_passages(demo: Commands, tmp_path: Path) -> None:
    say(demo, "paper", "start", "ledger", "--period", "2021-H1", "--section", "执法支队")
    for words in (("show", "1"), ("text", "1"), ("edit", "1", "title", "改")):
        assert "是表格，不能逐段查看和修改" in refused(demo, "paper", *words)
    to_state(demo, "submit", "sign", "issue")
    assert "是表格" in refused(demo, "paper", "compare", "1", "--out", tmp_path / "x")
    path = Path(say(demo, "paper", "open", "1", "--out", tmp_path).strip())
    assert path.read_bytes().startswith(b"%PDF")


def test_two_drafts_are_compared_on_paper(paper: Commands, tmp_path: Path) -> None:
    to_state(paper, "submit")
    say(paper, "paper", "edit", "1", "lead", "现将情况报告如下。")
    say(paper, "paper", "drop", "1", "closing")
    path = Path(say(paper, "paper", "compare", "1", "--out", tmp_path).strip())
    assert path.name == f"{TITLE}修改对照表.pdf"
    said = pages(path)
    assert "上一稿（6月25日）" in said
    assert "删去本段" in said
    assert not re.search("新增本段", said)


def test_papers_of_a_ledger_that_another_writes_can_be_read_not_changed(paper: Commands) -> None:
    import datetime as dt

    from models.ledger import Ledger

    with Ledger.open(paper.ledger, who="李四", now=dt.datetime(2021, 6, 25, 9)):
        assert TITLE in say(paper, "paper", "show", "1")
        assert "李四" in refused(paper, "paper", "submit", "1")
