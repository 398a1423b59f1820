"""`task list` and `task show`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Commands

LIST_KEYS = [
    "position",
    "label",
    "number",
    "text",
    "short_title",
    "local_text",
    "lead_units",
    "responsible_units",
    "supporting_units",
    "deadline_text",
    "deadline_on",
    "tracked",
    "local",
    "role",
    "reason",
    "status",
    "status_on",
    "status_reason",
    "percent",
    "percent_proposed",
    "pace",
    "due_on",
    "due_default",
    "light",
    "standing",
    "section",
    "leader",
    "person",
    "adopted_measures",
    "ticked_measures",
    "filled",
    "note_count",
    "evidence_count",
    "carries_out",
    "origin",
    "withdrawn",
    "ready",
]
SHOW_KEYS = [
    "measures",
    "assignment",
    "measure_assignments",
    "entries",
    "notes",
    "evidence",
    "statuses",
    "extensions",
    "carried_out_by",
]


def test_a_new_ledger_lists_39_undecided_tasks_without_lights(run: Commands) -> None:
    lines = run("task", "list").out.splitlines()
    assert len(lines) == 39
    assert all(line.endswith("待定") for line in lines)


def test_the_list_as_json_has_stable_keys(demo: Commands) -> None:
    tasks = json.loads(demo("task", "list", "--json").out)
    assert [task["label"] for task in tasks] == [*map(str, range(1, 40)), "增1", "增2"]
    assert all(list(task) == LIST_KEYS for task in tasks)


def test_a_task_as_json_adds_its_own_keys_to_those_of_the_list(demo: Commands) -> None:
    task = json.loads(demo("task", "show", "4", "--json").out)
    assert list(task) == LIST_KEYS + SHOW_KEYS
    assert [measure["number"] for measure in task["measures"]] == ["4.1", "4.2", "4.3"][
        : len(task["measures"])
    ]


def test_roles_and_lights_are_words_of_the_command_line(demo: Commands) -> None:
    tasks = json.loads(demo("task", "list", "--json").out)
    assert {task["role"] for task in tasks} == {"own", "assist", "none"}
    assert {task["light"] for task in tasks} <= {"red", "yellow", "green", "blue", "grey", None}
    assert all((task["light"] is None) == (task["role"] == "none") for task in tasks)


@pytest.mark.parametrize("light", ["red", "blue"])
def test_one_light_can_be_asked_for(demo: Commands, light: str) -> None:
    tasks = json.loads(demo("task", "list", "--light", light, "--json").out)
    assert tasks
    assert {task["light"] for task in tasks} == {light}


def test_no_task_of_a_light_is_said_aside(run: Commands) -> None:
    done = run("task", "list", "--light", "red")
    assert (done.code, done.out) == (0, "")
    assert json.loads(run("task", "list", "--light", "red", "--json").out) == []


def test_a_task_is_shown_with_its_measures_entries_and_notes(demo: Commands) -> None:
    shown = demo("task", "show", "1").out
    assert shown.startswith("1. ")
    assert "1.1" in shown
    assert "进展 2021年上半年" in shown


def test_a_local_task_is_named_by_its_own_number(demo: Commands) -> None:
    assert demo("task", "show", "增1").out.startswith("增1. ")


def test_a_task_that_is_not_there_is_one_sentence(run: Commands) -> None:
    done = run("task", "show", "40")
    assert (done.code, done.out) == (1, "")
    assert "40" in done.err
