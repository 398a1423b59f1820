"""`paper`: a paper's text read and edited passage by passage."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Commands


@pytest.fixture
def paper(demo: Commands) -> Commands:
    """The demo ledger with one paper, the 1st."""
    assert demo("paper", "start", "progress", "--period", "2021-H1").code == 0
    return demo


def shown(run: Commands) -> dict[str, str]:
    """Key and first line of each passage; the mark stands before the key."""
    lines = run("paper", "show", "1").out.splitlines()[1:]
    return dict(line.split("\t", 1) for line in lines)  # type: ignore[misc]


def do(run: Commands, *words: str) -> str:
    done = run("paper", *words)
    assert done.code == 0, done.err
    return done.out


def test_the_passages_are_listed_with_their_names(paper: Commands) -> None:
    found = list(shown(paper))
    assert found[:4] == ["  title", "  lead", "  section:总体情况", "  overview"]
    assert found[-1] == "  closing"
    assert "  task:14" in found


def test_a_passage_is_reworded_marked_and_restored(paper: Commands) -> None:
    before = shown(paper)["  task:14"]
    assert do(paper, "edit", "1", "task:14", "行政保护。查办案件46件。") == "修改文稿的段落\n"
    assert shown(paper)["* task:14"] == "行政保护。查办案件46件。"
    assert do(paper, "restore", "1", "task:14") == "恢复文稿的段落\n"
    assert shown(paper)["  task:14"] == before


def test_words_can_come_from_the_standard_input(
    paper: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("从文件来的文字。\n"))
    do(paper, "edit", "1", "lead", "-")
    assert shown(paper)["* lead"] == "从文件来的文字。"


def test_a_title_is_broken_by_hand(paper: Commands) -> None:
    assert do(paper, "edit", "1", "title", "关于上半年落实情况|的报告") == "修改文稿的标题\n"
    assert shown(paper)["* title"] == "关于上半年落实情况|的报告"
    assert do(paper, "text", "1").startswith("关于上半年落实情况的报告\n")


def test_passages_are_added_moved_and_left_out(paper: Commands) -> None:
    do(paper, "add", "1", "加强组织领导。", "--after", "lead")
    do(paper, "add", "1", "经验", "--level", "1", "--after", "own:1")
    do(paper, "move", "1", "closing", "--after", "lead")
    do(paper, "drop", "1", "overview")
    found = shown(paper)
    assert list(found)[:6] == [
        *("  title", "  lead", "* closing", "* own:1", "* own:2", "  section:总体情况")
    ]
    assert "* overview" not in found
    text = do(paper, "text", "1")
    assert "　　一、经验\n　　二、总体情况\n" in text
    do(paper, "drop", "1", "own:1")
    assert list(shown(paper))[2:4] == ["* closing", "* own:2"]
    do(paper, "edit", "1", "own:2", "主要经验")
    assert "　　一、主要经验\n" in do(paper, "text", "1")


def test_the_whole_text_is_printed_in_lines(paper: Commands) -> None:
    lines = do(paper, "text", "1").splitlines()
    assert lines[0].endswith("的报告")
    assert lines[1] == "四川省市场监督管理局："
    assert "　　一、总体情况" in lines
    assert lines[-4].startswith("　　附件：《")
    assert lines[-3:-1] == ["示例市市场监督管理局", "2021年6月　　日"]


def test_what_changes_in_the_ledger_under_an_edit_is_shown_before_it_goes_out(
    paper: Commands, tmp_path: object
) -> None:
    do(paper, "edit", "1", "task:4", "手工写的一段。")
    entry = ("--period", "2021-H1", "--text", "另外又完成一件大事。")
    assert paper("task", "progress", "4", *entry).code == 0
    done = paper("paper", "print", "1", "--out", str(tmp_path))
    assert "手工改过的一段在台账里又有变化，文稿中仍用手工文字“手工写的一段。”" in done.err
    assert shown(paper)["* task:4"] == "手工写的一段。"


def test_a_correction_is_written_back_to_its_entry(paper: Commands) -> None:
    task = json.loads(paper("task", "show", "1", "--json").out)
    opening = shown(paper)["  task:1"].partition("。")[0]
    do(paper, "edit", "1", "task:1", f"{opening}。形成评估报告和征求意见稿。")
    assert do(paper, "write-back", "1", "task:1").startswith("审定")
    after = json.loads(paper("task", "show", "1", "--json").out)
    reviewed = [entry["reviewed_text"] for entry in after["entries"]]
    assert "形成评估报告和征求意见稿。" in reviewed
    assert [each["original_text"] for each in after["entries"]] == [
        each["original_text"] for each in task["entries"]
    ]
    done = paper("paper", "show", "1")
    assert "又有变化" not in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "1", "task:99", "改"), "文稿里没有“task:99”这一段，没有改动；请用 paper show"),
        (("drop", "1", "x"), "没有“x”这一段"),
        (("move", "1", "lead", "--after", "x"), "没有“x”这一段"),
        (("add", "1", "文字", "--after", "x"), "没有“x”这一段"),
        (("add", "1", "文字", "--level", "5"), "标题层次应为一到四层"),
        (("drop", "1", "title"), "标题不能删去"),
        (("move", "1", "title", "--after", "lead"), "标题不能移动"),
        (("edit", "1", "lead", " "), "文字不能为空"),
        (("restore", "1", "lead"), "这一段没有改过"),
        (("write-back", "1", "lead"), "这一段没有改过，没有写回"),
    ],
)
def test_what_cannot_be_is_one_sentence(paper: Commands, words: tuple[str, ...], said: str) -> None:
    before = paper("paper", "show", "1").out
    done = paper("paper", *words)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert said in done.err
    assert paper("paper", "show", "1").out == before


def test_a_table_inside_a_text_is_moved_but_not_reworded(demo: Commands) -> None:
    assert demo("paper", "start", "bulletin", "--period", "2021-Q2").code == 0
    lines = demo("paper", "show", "1").out.splitlines()
    key = next(line.split("\t")[0].strip() for line in lines if line.endswith("（表格）"))
    done = demo("paper", "edit", "1", key, "文字")
    assert (done.code, done.err) == (1, f"“{key}”这一处是表格，没有改写；可以删去或移动。\n")
    assert demo("paper", "move", "1", key, "--after", "closing").code == 0


def test_the_text_of_a_sent_paper_is_said_to_be_todays(paper: Commands) -> None:
    paper("paper", "sign", "1", "--signer", "周明远")
    paper("paper", "number", "1", "36")
    paper("paper", "issue", "1")
    done = paper("paper", "text", "1")
    assert done.err == "已报送，以下是按现在的台账生成的文字；报送的原件用 paper open 取出。\n"
