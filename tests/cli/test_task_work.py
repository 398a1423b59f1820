"""The verbs of the day on tasks and measures, each one recorded change."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Commands


def shown(run: Commands, task: str, date: str = "2021-06-25") -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("task", "show", task, "--json", date=date).out)
    return answer


def test_adopting_says_what_was_done(run: Commands) -> None:
    done = run("task", "adopt", "11", "--role", "own")
    assert (done.code, done.out) == (0, "承接 11：主责\n")
    assert shown(run, "11")["role"] == "own"


def test_several_tasks_and_measures_are_adopted_in_one_change(run: Commands) -> None:
    assert run("task", "adopt", "4", "5", "6.1", "--role", "assist").code == 0
    assert [shown(run, task)["role"] for task in "456"] == ["assist", "assist", "undecided"]
    assert shown(run, "6")["measures"][0]["role"] == "assist"


def test_what_is_not_the_bureaus_needs_a_reason(run: Commands) -> None:
    refused = run("task", "adopt", "11", "--role", "none")
    assert refused.code == 1
    assert run("task", "adopt", "11", "--role", "none", "--reason", "由省级组织").code == 0
    assert shown(run, "11")["reason"] == "由省级组织"


def test_a_measure_is_ticked_and_unticked_on_the_day_named(run: Commands) -> None:
    run("task", "adopt", "4", "--role", "own")
    assert run("task", "tick", "4.2").out == "勾选 4.2\n"
    assert shown(run, "4")["measures"][1]["ticked_on"] == "2021-06-25"
    assert run("task", "tick", "4.2", "--off").code == 0
    assert not shown(run, "4")["measures"][1]["ticked"]


def test_a_measure_that_is_not_adopted_is_not_ticked(run: Commands) -> None:
    done = run("task", "tick", "4.2")
    assert done.code == 1
    assert not shown(run, "4")["measures"][1]["ticked"]


def test_a_note_and_its_file_are_one_change(run: Commands, tmp_path: Path) -> None:
    file = tmp_path / "会议纪要.txt"
    file.write_text("纪要", encoding="utf-8")
    assert run("task", "note", "4", "召开座谈会。", "--attach", file).code == 0
    task = shown(run, "4")
    assert [note["text"] for note in task["notes"]] == ["召开座谈会。"]
    assert task["notes"][0]["author"] == "张三"
    assert [piece["file_name"] for piece in task["evidence"]] == ["会议纪要.txt"]


def test_a_note_can_hang_on_a_measure(run: Commands) -> None:
    assert run("task", "note", "4.2", "已起草。").code == 0
    assert shown(run, "4")["notes"][0]["text"] == "已起草。"


def test_a_text_is_read_from_the_standard_input(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("从管道来的记录。\n"))
    run("task", "note", "4", "-")
    assert shown(run, "4")["notes"][0]["text"] == "从管道来的记录。"


def test_an_unknown_section_is_made_and_said(run: Commands) -> None:
    done = run(
        "task", "assign", "4", "--section", "法规科", "--person", "李四", "--due", "2021-06-30"
    )
    assert done.out == "台账里没有“法规科”，已新建这个科室。\n分工 4\n"
    again = run("task", "assign", "5", "--section", "法规科")
    assert again.out == "分工 5\n"
    task = shown(run, "4")
    assert (task["section"], task["person"], task["due_on"]) == ("法规科", "李四", "2021-06-30")


def test_a_single_measure_is_assigned_apart(run: Commands) -> None:
    assert run("task", "assign", "4.1", "--section", "办公室").code == 0
    task = shown(run, "4")
    assert task["section"] == ""
    assert task["measure_assignments"][0]["section"] == "办公室"


def test_assigning_nothing_is_refused(run: Commands) -> None:
    done = run("task", "assign", "4")
    assert done.code == 1
    assert "--section" in done.err


def test_who_did_it_is_recorded(run: Commands) -> None:
    run("task", "adopt", "4", "--role", "own")
    run("task", "tick", "4.1")
    assert shown(run, "4")["measures"][0]["ticked_by"] == "张三"
