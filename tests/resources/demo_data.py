"""The demo's data read from `resources/demo`, and a second, independent reckoning of its state."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import resources

DEMO = resources.path("demo")
PLAN = resources.path("plans/2021-sichuan.txt")
MONTHS = ("2021-03", "2021-04", "2021-05", "2021-06")
HALF_YEAR = "2021-H1"
FIRST_DAY = dt.date(2021, 3, 1)
Row = dict[str, Any]


def read(name: str) -> Any:
    """One JSON file of the demo."""
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def tasks() -> list[Row]:
    """The 39 tasks of the plan as the bureau took them."""
    rows: list[Row] = read("tasks.json")
    return rows


def adopted() -> list[Row]:
    """The tasks of the plan that are the bureau's, in whole or in part."""
    return [task for task in tasks() if task["role"] != "none"]


def local_tasks() -> list[Row]:
    """增1, 增2."""
    rows: list[Row] = read("local_tasks.json")
    return rows


def entries(*periods: str) -> list[Row]:
    """The entries of the periods (all without any named), each with its period."""
    wanted = periods or (*MONTHS, HALF_YEAR)
    return [{**row, "period": code} for code in wanted for row in read(f"progress-{code}.json")]


def key(task: Row) -> Any:
    """What entries call the task: its position, or 增1."""
    return task.get("position", task.get("number"))


def plan_measures() -> dict[int, int]:
    """How many sentences each task of the plan has, by a plain split of its text."""
    found = {}
    for line in PLAN.read_text(encoding="utf-8").splitlines():
        match = re.match(r"(\d+)\.(.*)\[牵头单位", line.strip())
        if match:
            found[int(match[1])] = sum(1 for part in match[2].split("。") if part.strip())
    return found


def standing(task: Row, written: list[Row], day: str) -> str:
    """done, late or on pace on the day, reckoned from the data alone."""
    said = [row["status"] for row in task["statuses"] if row["said_on"] <= day]
    status = said[-1] if said else "not-started"
    if status in ("completed", "closed"):
        return "done"
    due = _due(task, day)
    if due < day or (status != "ongoing" and _pace(due, day) - percent(task, written, day) > 10):
        return "late"
    return "on pace"


def percent(task: Row, written: list[Row], day: str) -> float:
    """完成进度 of the newest entry up to the day, else ticked ÷ adopted."""
    own = [row for row in written if row["task"] == key(task) and row["reported_on"] <= day]
    if own:
        return float(max(own, key=lambda row: row["reported_on"])["percent"])
    measures = [row for row in task["measures"] if row["role"] != "none"]
    ticked = sum(1 for row in measures if row["ticked_on"] and row["ticked_on"] <= day)
    return ticked * 100 / len(measures)


def _due(task: Row, day: str) -> str:
    extension = task["extension"]
    if extension and extension["agreed_on"] <= day:
        return str(extension["new_due"])
    return str(task["assignment"]["due_on"] or "2021-12-31")


def _pace(due: str, day: str) -> float:
    passed = (dt.date.fromisoformat(day) - FIRST_DAY).days
    return passed * 100 / (dt.date.fromisoformat(due) - FIRST_DAY).days


def files() -> list[Path]:
    """The evidence files."""
    return sorted((DEMO / "files").iterdir())
