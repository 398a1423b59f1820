"""What is said of a part or an item: its counts, and a line for each of its tasks."""

from __future__ import annotations

from collections.abc import Sequence

from gui.tablemodels.link import task as link_to
from gui.tablemodels.overview_lists import Line
from gui.tablemodels.squares import said
from gui.tablemodels.task_columns import numbered_name
from gui.tablemodels.task_tree import is_lit
from gui.widgets.days import day_words
from models.rows import TaskRow
from models.rules import Adoption, Standing, Status

_ROLES = (Adoption.OWN, Adoption.ASSIST, Adoption.NONE, Adoption.UNDECIDED)


def facts(tasks: Sequence[TaskRow]) -> tuple[str, ...]:
    """任务 and 承接; 已完成, 达到序时进度, 滞后; ticks and 填报. A line without numbers is left out."""
    mine = [task for task in tasks if is_lit(task)]
    roles = [f"{role.word} {count}" for role in _ROLES if (count := _count(tasks, role))]
    lines = [" · ".join([f"任务 {len(tasks)} 项", *roles])]
    if mine:
        stands = [task.standing for task in mine]
        lines.append(" · ".join(f"{each.word} {stands.count(each)}" for each in Standing))
        asked = [task for task in mine if task.filled or task.status is not Status.CLOSED]
        ticked, whole = (
            sum(task.ticked_measures for task in mine),
            sum(task.adopted_measures for task in mine),
        )
        filled = sum(task.filled for task in asked)
        lines.append(f"举措已勾选 {ticked}/{whole} · 本期已填 {filled}/{len(asked)}")
    return tuple(lines)


def _count(tasks: Sequence[TaskRow], role: Adoption) -> int:
    return sum(task.role is role and task.tracked for task in tasks)


def task_line(task: TaskRow, year: int | None) -> Line:
    """● 1. 规划编制与评估 … 规划科　6月30日 · 75%; what is not the bureau's has only its 承接."""
    if not is_lit(task):
        word = task.role.word if task.tracked else "不跟踪"
        return Line(numbered_name(task), "", word, said(task), link_to(task.id), gone=True)
    end = f"{day_words(task.due_on, year)} · {task.percent:.0f}%"
    return Line(
        numbered_name(task),
        task.section or "未分工",
        end,
        "，".join([said(task), task.section or "未分工", end]),
        link_to(task.id),
        task.light,
        urgent=task.standing is Standing.LATE,
    )
