"""The columns of the task tree: their headings, widths, and what a task shows under each."""

from __future__ import annotations

from collections.abc import Callable

from gui.widgets.days import day_words
from models import text
from models.dataclass import dataclass
from models.rows import TaskRow
from models.words import long_day

NAME, ADOPTION, LIGHT, SECTION, PERSON, DUE, PERCENT, STATUS, LEADER, TICKS, RECORDS = range(11)


@dataclass(frozen=True)
class TreeColumn:
    """hint: what the heading says when it is pointed at; shown: without anybody's wish."""

    heading: str
    width: int
    hint: str
    shown: bool = True


COLUMNS = (
    TreeColumn("任务（勾选）", 0, "方框：空格勾选全部举措；半框表示只完成了一部分"),
    TreeColumn("承接", 58, "1 主责，2 配合，3 不涉及，0 待定"),
    TreeColumn("亮灯", 72, "● 正常　▲ 临期或落后　■ 滞后　✓ 已完成　○ 未启动"),
    TreeColumn("科室", 76, "责任科室（单位）"),
    TreeColumn("责任人", 62, "责任人"),
    TreeColumn("时限", 74, "完成时限；浅色的是默认的12月31日"),
    TreeColumn("进度", 88, "完成进度"),
    TreeColumn("状态", 80, "状态", shown=False),
    TreeColumn("责任领导", 80, "责任领导", shown=False),
    TreeColumn("举措", 64, "已勾选和承接的举措", shown=False),
    TreeColumn("记录、佐证", 84, "工作记录和佐证材料的件数", shown=False),
)


def task_name(task: TaskRow) -> str:
    """任务简称, else the beginning of the text."""
    return text.proper(task.short_title or task.local_text or task.text)


def numbered_name(task: TaskRow) -> str:
    """Its number and name: 4. 配合省人大…."""
    return f"{task.label}. {task_name(task)}"


# What adopted tasks show; the others have only a name and a 承接.
_WORDS: dict[int, Callable[[TaskRow], str]] = {
    LIGHT: lambda task: task.light_word,
    SECTION: lambda task: task.section,
    PERSON: lambda task: task.person,
    DUE: lambda task: long_day(task.due_on),
    PERCENT: lambda task: f"{task.percent:.0f}%",
    STATUS: lambda task: task.status.word,
    LEADER: lambda task: task.leader,
    TICKS: lambda task: f"{task.ticked_measures}/{task.adopted_measures}",
    RECORDS: lambda task: f"{task.notes}、{task.evidence}",
}


def whole_words(task: TaskRow, column: int) -> str:
    """What a cell says in full, as it is copied: whole names and days with their year."""
    if column == NAME:
        return numbered_name(task)
    if column == ADOPTION:
        return task.role.word if task.tracked else "不跟踪"
    return _WORDS[column](task) if task.role.adopted else ""


def short_words(task: TaskRow, column: int, year: int | None, short: dict[int, str]) -> str:
    """What a cell shows: short names of sections (`short`), no year where it is the plan's."""
    if task.role.adopted:
        if column == SECTION:
            return short.get(task.section_id or 0, task.section)
        if column == DUE:
            return day_words(task.due_on, year)
    return whole_words(task, column)
