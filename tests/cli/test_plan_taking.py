"""`plan add` and what follows it: revision, carrying over, proposals, an office's own table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from resources import path as resource
from tests.models.test_plan_taking import TABLE

if TYPE_CHECKING:
    from tests.cli.conftest import Commands

NEXT_YEAR = "2022-02-01"


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The embedded plan with one number changed."""
    return written(tmp_path / "修订.txt", "30所", "35所")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The embedded plan as that of the next year."""
    return written(tmp_path / "2022.txt", "2021", "2022")


def written(path: Path, old: str, new: str) -> Path:
    text = resource("plans/2021-sichuan.txt").read_text("utf-8")
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_a_plan_that_is_there_already_is_said_when_it_is_read(run: Commands, revised: Path) -> None:
    done = run("plan", "read", revised, "--json")
    assert done.code == 0
    assert done.out.startswith("{")
    assert done.out.endswith("}\n")
    first, second = done.err.splitlines()
    assert first.endswith("是同一份，改动1项。")
    assert second.startswith("改动  38  内容、举措")


def test_a_broken_ledger_does_not_keep_a_document_from_being_read(
    run: Commands, revised: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "坏.luoshi"
    broken.write_text("不是台账", "utf-8")
    done = run.bare("plan", "read", revised, "--ledger", broken)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "39. " in done.out


def test_it_is_not_added_twice_but_revises_what_is_there(run: Commands, revised: Path) -> None:
    refused = run("plan", "add", revised)
    assert (refused.code, refused.out) == (1, "")
    assert "--as-revision" in refused.err
    done = run("plan", "add", revised, "--as-revision")
    assert done.out.splitlines()[-1] == "修订《2021年四川省知识产权工作要点》"
    shown = run("task", "show", "38").out
    assert "35所" in shown
    assert shown.splitlines()[-1].startswith("2021-06-25修订（川市监发〔2021〕21号）前：")
    assert "30所" in shown.splitlines()[-1]
    again = run("plan", "add", revised)
    assert "内容没有不同" in again.err


def test_the_originals_of_a_plan_and_its_revisions_are_written_out(
    run: Commands, revised: Path, tmp_path: Path
) -> None:
    run("plan", "add", revised, "--as-revision")
    paths = [
        Path(line) for line in run("plan", "original", "--out", tmp_path / "原件").out.splitlines()
    ]
    assert [path.name for path in paths] == ["2021年四川省知识产权工作要点.txt", "修订.txt"]
    assert paths[0].read_bytes() == resource("plans/2021-sichuan.txt").read_bytes()
    assert paths[1].read_bytes() == revised.read_bytes()


def test_only_what_is_named_is_revised(run: Commands, tmp_path: Path) -> None:
    text = resource("plans/2021-sichuan.txt").read_text("utf-8")
    path = tmp_path / "修订.txt"
    path.write_text(text.replace("30所", "35所").replace("一批知识产权培训班", "培训班"), "utf-8")
    assert "没有第3项" in run("plan", "add", path, "--as-revision", "--only", "3").err
    assert run("plan", "add", path, "--as-revision", "--only", "38").code == 0
    assert "35所" in run("task", "show", "38").out


def test_next_year_begins_with_what_this_one_did(demo: Commands, later: Path) -> None:
    words = ("plan", "add", later, "--received-on", "2022-01-20")
    done = demo(*words, "--carry-over", "1,2=2", "--accept", date=NEXT_YEAR)
    assert done.out.splitlines() == [
        "载入《2022年四川省知识产权工作要点》",
        "结转 2项任务到2022年",
        "采纳上年建议 39项任务",
    ]
    listed = demo("task", "list", date=NEXT_YEAR).out
    assert listed.count("主责") == 26
    assert "结转自2021年第2项" in demo("task", "show", "2", date=NEXT_YEAR).out
    assert "结转自2021年第1项" in demo("task", "show", "增1", date=NEXT_YEAR).out
    open_ones = demo("plan", "unfinished", date=NEXT_YEAR).out.splitlines()
    assert sum("已结转" in line for line in open_ones) == 2
    assert "已经结转过" in demo("plan", "carry", "1", date=NEXT_YEAR).err


def test_what_cannot_be_carried_over_leaves_no_half_of_the_plan(
    demo: Commands, later: Path
) -> None:
    done = demo("plan", "add", later, "--carry-over", "99", date=NEXT_YEAR)
    assert (done.code, done.out, "第99项" in done.err) == (1, "", True)
    assert "2022" not in demo("plan", "list").out


def test_proposals_are_listed_and_accepted_one_by_one(demo: Commands, later: Path) -> None:
    demo("plan", "add", later, date=NEXT_YEAR)
    lines = demo("plan", "proposals", date=NEXT_YEAR).out.splitlines()
    assert len(lines) == 39
    assert "上年第1项" in lines[0]
    assert demo("plan", "accept", "1,4", date=NEXT_YEAR).out == "采纳上年建议 2项任务\n"
    listed = demo("task", "list", date=NEXT_YEAR).out
    assert (listed.count("主责"), listed.count("配合")) == (1, 1)
    assert "没有建议" in demo("plan", "accept", "77", date=NEXT_YEAR).err


def test_a_ledger_without_an_earlier_plan_says_so(run: Commands) -> None:
    assert "没有上年的工作要点" in run("plan", "unfinished").err
    assert "没有上年的工作要点" in run("plan", "carry", "1").err
    assert "没有相近" in run("plan", "proposals").err
    assert "没有相近" in run("plan", "accept", "全部").err


def test_nothing_to_accept_or_carry_over_does_not_hold_up_the_plan(
    demo: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "别的.txt"
    path.write_text(
        "2022年海洋经济要点\n1.建设渔港。（甲局负责）\n2.修复岸线。（乙局负责）\n", "utf-8"
    )
    done = demo("plan", "add", path, "--accept", date=NEXT_YEAR)
    assert (done.code, done.out) == (0, "载入《2022年海洋经济要点》\n")
    assert "没有相近" in done.err


def test_an_own_table_is_filled_in_unless_it_is_not_wanted(run: Commands, tmp_path: Path) -> None:
    path = tmp_path / "知识产权任务台账.html"
    path.write_text(TABLE, "utf-8")
    done = run("plan", "add", path, "--no-own-table")
    assert done.out.count("\n") == 1
    done = run("plan", "add", path, "--as-new", "--period", "2021-H1")
    assert "填入进展2条" in done.out
    assert "新建了人员：王局长、李四、赵六、孙七。" in done.out
