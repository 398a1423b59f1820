"""What is said of a part or an item: counts that agree with its tasks."""

from __future__ import annotations

import re

from gui.tablemodels.heading_facts import facts, task_line
from gui.tablemodels.link import task as link_to
from models import queries
from models.rows import PlanTree
from models.rules import Adoption
from tests.gui.conftest import DAY, Office


def tree_of(office: Office) -> PlanTree:
    return office.desk.ledger.ask(queries.tree, 1, DAY, office.context.session.period)


def test_the_whole_plan_counts_what_the_status_line_counts(office: Office) -> None:
    tree = tree_of(office)
    lines = facts([task for task in tree.tasks if not task.local])
    assert lines[0] == "任务 39 项 · 主责 25 · 配合 9 · 不涉及 5"
    assert lines[1] == "已完成 6 · 达到序时进度 25 · 滞后 3"
    assert re.fullmatch(r"举措已勾选 \d+/82 · 本期已填 (\d+)/\1", lines[2])


def test_what_nobody_has_taken_on_has_only_its_roles(office: Office) -> None:
    none = [task for task in tree_of(office).tasks if task.role is Adoption.NONE]
    assert facts(none) == (f"任务 {len(none)} 项 · 不涉及 {len(none)}",)
    line = task_line(none[0], 2021)
    assert (line.end, line.light, line.gone) == ("不涉及", None, True)


def test_a_line_leads_to_its_task_and_says_who_and_until_when(office: Office) -> None:
    task = office.task("4")
    line = task_line(task, 2021)
    assert line.link == link_to(task.id)
    assert (line.aside, line.light) == (task.section, task.light)
    assert line.end.endswith(f" · {task.percent:.0f}%")
