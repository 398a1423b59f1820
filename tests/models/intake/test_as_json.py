"""The one JSON object of `plan show` and `plan read`: every key, every type, every text as received."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models.intake import read_plan
from models.intake.as_json import as_json
from resources import path as resource
from tests.models.intake.keys import SHARED
from tests.models.intake.samples import RUNNING, TABLE

Node = dict[str, Any]
UNITS = ("lead_units", "responsible_units", "supporting_units")
PLAN = [
    *("title", "document_number", "issuers", "addressees", "issued_on", "preamble"),
    *("tasks", "parts", "findings"),
]
PART = ["number", "title", "text", "tasks", "items"]
ITEM = ["number", "title", "text", "tasks"]
TASK = ["number", "position", "text", *UNITS, "deadline", "tracked", "measures"]
MEASURE = ["number", "text", *UNITS, "deliverables", "references", "targets"]
TARGET = ["text", "label", "operator", "low", "high", "unit"]
KINDS = {"document", "meeting", "campaign", "platform"}
OPERATORS = {"=", ">=", "<=", ">", "<", "range", "some"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

SOURCES: dict[str, Callable[[], bytes]] = {
    "2021-sichuan.txt": resource("plans/2021-sichuan.txt").read_bytes,
    **{name: text.encode for name, text in RUNNING.items()},
    "table": TABLE.encode,
    **{file.name: file.read_bytes for file in sorted(SHARED.glob("*.txt"))},
}


def printed(name: str) -> Node:
    draft = read_plan(SOURCES[name](), f"{Path(name).stem}.txt")
    plan: Node = json.loads(json.dumps(as_json(draft), ensure_ascii=False))
    return plan


def faults(plan: Node, source: str) -> list[str]:
    """Everything about the object that is not as it was promised, in words."""
    return [*_head_faults(plan), *_tree_faults(plan, re.sub(r"\s", "", source))]


def _head_faults(plan: Node) -> Iterator[str]:
    yield from _keys(plan, PLAN)
    yield from _texts(plan, "title", "document_number", "preamble")
    yield from _lists(plan, "issuers", "addressees")
    yield from _day(plan["issued_on"])
    for finding in plan["findings"]:
        yield from _keys(finding, ["line", "text", "reason"])
        yield from _texts(finding, "text", "reason")
        if type(finding["line"]) is not int or finding["line"] < 1:
            yield f"line {finding['line']!r}"


def _tree_faults(plan: Node, source: str) -> Iterator[str]:
    position = 0
    for kind, branch in _branches(plan):
        if kind is not PLAN:
            yield from _keys(branch, kind)
            yield from _texts(branch, "number", "title", "text")
        for task in branch["tasks"]:
            position += 1
            if task["position"] != position or type(task["position"]) is not int:
                yield f"position {task['position']!r}, not {position}"
            yield from _task_faults(task, source)


def _branches(plan: Node) -> Iterator[tuple[list[str], Node]]:
    yield PLAN, plan
    for part in plan["parts"]:
        yield PART, part
        yield from ((ITEM, item) for item in part["items"])


def _task_faults(task: Node, source: str) -> Iterator[str]:
    yield from _keys(task, TASK)
    yield from _texts(task, "number", "text")
    yield from _lists(task, *UNITS)
    if type(task["tracked"]) is not bool:
        yield "tracked"
    if task["deadline"] is not None:
        yield from _keys(task["deadline"], ["text", "date"])
        yield from _texts(task["deadline"], "text")
        yield from _day(task["deadline"]["date"])
    for paragraph in task["text"].splitlines():
        if re.sub(r"\s", "", paragraph) not in source:
            yield f"not as received: {paragraph}"
    for place, measure in enumerate(task["measures"], start=1):
        if measure["number"] != f"{task['position']}.{place}":
            yield f"number {measure['number']}"
        if measure["text"] not in task["text"]:
            yield f"not of its task: {measure['text']}"
        yield from _measure_faults(measure)


def _measure_faults(measure: Node) -> Iterator[str]:
    yield from _keys(measure, MEASURE)
    yield from _texts(measure, "number", "text")
    yield from _lists(measure, *UNITS, "references")
    said = [name for key in (*UNITS, "references") for name in measure[key]]
    for deliverable in measure["deliverables"]:
        yield from _keys(deliverable, ["kind", "name"])
        if deliverable["kind"] not in KINDS:
            yield f"kind {deliverable['kind']!r}"
        said.append(deliverable["name"])
    titles = [each["name"] for each in measure["deliverables"] if each["kind"] == "document"]
    for title in (*titles, *measure["references"]):
        if not re.fullmatch("《.+》", title):
            yield f"without 《》: {title}"
    for target in measure["targets"]:
        yield from _target_faults(target)
        said.append(target["text"])
    yield from (f"not in its measure: {name}" for name in said if name not in measure["text"])


def _target_faults(target: Node) -> Iterator[str]:
    yield from _keys(target, TARGET)
    yield from _texts(target, "text", "label", "operator", "unit")
    if target["operator"] not in OPERATORS:
        yield f"operator {target['operator']!r}"
    wanted = (type(None),) if target["operator"] == "some" else (int, float)
    for key in ("low", "high"):
        if type(target[key]) not in wanted:
            yield f"{key} {target[key]!r}"


def _keys(node: Node, wanted: list[str]) -> Iterator[str]:
    if list(node) != wanted:
        yield f"keys {list(node)}"


def _texts(node: Node, *keys: str) -> Iterator[str]:
    yield from (f"{key} {node[key]!r}" for key in keys if type(node[key]) is not str)


def _lists(node: Node, *keys: str) -> Iterator[str]:
    for key in keys:
        names = node[key]
        whole = isinstance(names, list) and all(isinstance(name, str) and name for name in names)
        if not whole or len(set(names)) != len(names):
            yield f"{key} {names!r}"


def _day(value: object) -> Iterator[str]:
    if value is not None and not (isinstance(value, str) and DAY.fullmatch(value)):
        yield f"day {value!r}"


@pytest.mark.parametrize("name", SOURCES)
def test_every_plan_is_printed_in_the_shape_that_was_promised(name: str) -> None:
    assert faults(printed(name), SOURCES[name]().decode("utf-8-sig")) == []


def _change(plan: Node, *path: str | int, value: object) -> Node:
    changed = copy.deepcopy(plan)
    at: Any = changed
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), None),
        (("issued_on",), "2021年3月1日"),
        (("tasks",), [{}]),
        (("parts", 0, "number"), 1),
        (("parts", 0, "items", 0, "tasks", 0, "position"), 2),
        (("parts", 0, "items", 0, "tasks", 0, "text"), "别的话"),
        (("parts", 0, "items", 0, "tasks", 0, "deadline"), {"text": "6月底前"}),
        (("parts", 0, "items", 0, "tasks", 0, "tracked"), 1),
        (("parts", 0, "items", 0, "tasks", 0, "supporting_units"), None),
        (("parts", 0, "items", 0, "tasks", 0, "measures", 0, "number"), "1.0"),
        (("parts", 0, "items", 0, "tasks", 0, "measures", 0, "lead_units"), ["省市场监管局"]),
        (("parts", 0, "items", 0, "tasks", 0, "measures", 0, "references"), ["甲法"]),
    ],
)
def test_a_wrong_key_type_or_text_would_be_found(path: tuple[str | int, ...], value: Any) -> None:
    source = SOURCES["2021-sichuan.txt"]().decode()
    changed = _change(printed("2021-sichuan.txt"), *path, value=value)
    try:
        found = faults(changed, source)
    except (KeyError, TypeError):
        return
    assert found


def test_a_heading_that_is_itself_the_task_holds_one_without_a_number() -> None:
    """And its units; heading and task carry the whole paragraph, without number and unit bracket."""
    plan = printed("items")
    item = plan["parts"][0]["items"][0]
    (task,) = item["tasks"]
    assert (item["number"], item["title"], task["number"]) == ("（一）", "减轻税费负担", "")
    assert task["text"] == item["text"]
    assert item["text"].startswith("减轻税费负担。落实减税政策，")
    assert not item["text"].endswith("）")
    assert task["lead_units"] == ["省税务局"]
    assert task["responsible_units"] == ["省财政厅", "省发展改革委"]
    part = printed("headings")["parts"][0]
    (task,) = part["tasks"]
    assert (part["number"], part["items"], task["number"]) == ("一", [], "")
    assert task["responsible_units"] == ["市市场监管局"]
