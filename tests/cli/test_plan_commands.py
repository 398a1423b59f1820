"""`plan list`, `plan show` and `plan read`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from resources import path as resource

if TYPE_CHECKING:
    from tests.cli.conftest import Commands

TASK = {
    "number",
    "position",
    "text",
    "lead_units",
    "responsible_units",
    "supporting_units",
    "deadline",
    "tracked",
    "measures",
}


def test_the_plans_are_listed_a_line_each(run: Commands) -> None:
    done = run("plan", "list")
    assert done.out == "2021  川市监发〔2021〕21号  2021年四川省知识产权工作要点\n"


def test_a_plan_is_shown_in_its_proper_form(run: Commands) -> None:
    done = run("plan", "show")
    assert "发文字号：川市监发〔2021〕21号" in done.out
    assert "\n一、" in done.out
    assert "\n    39. " in done.out


def test_plan_show_json_is_one_object_with_every_key(run: Commands) -> None:
    plan = json.loads(run("plan", "show", "--json").out)
    assert list(plan) == [
        "title",
        "document_number",
        "issuers",
        "addressees",
        "issued_on",
        "preamble",
        "tasks",
        "parts",
        "findings",
    ]
    tasks = [task for part in plan["parts"] for item in part["items"] for task in item["tasks"]]
    assert [task["position"] for task in tasks] == list(range(1, 40))
    assert all(set(task) == TASK for task in tasks)
    assert sum(len(task["measures"]) for task in tasks) == 108


def test_reading_a_document_gives_what_loading_it_gives(run: Commands, own_home: Path) -> None:
    """And it needs no ledger and leaves none."""
    source = resource("plans/2021-sichuan.txt")
    read = run.bare("plan", "read", source, "--json")
    assert json.loads(read.out) == json.loads(run("plan", "show", "--json").out)
    assert not list(own_home.rglob("*.luoshi"))


def test_a_document_is_read_from_the_standard_input(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = resource("plans/2021-sichuan.txt").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    assert "39. " in run.bare("plan", "read", "-").out


@pytest.mark.parametrize("key", ["2021", "川市监发〔2021〕21号"])
def test_a_plan_is_named_by_year_or_number(run: Commands, key: str) -> None:
    assert run("--plan", key, "plan", "show").code == 0


def test_a_plan_that_is_not_there_is_one_sentence(run: Commands) -> None:
    done = run("plan", "show", "--plan", "1999")
    assert (done.code, done.out) == (1, "")
    assert "1999" in done.err


def test_a_source_that_is_not_there_is_one_sentence(run: Commands) -> None:
    done = run.bare("plan", "read", "没有.txt")
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
