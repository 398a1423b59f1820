"""What to ask before something is saved; asked, never forbidden."""

from __future__ import annotations

from models.rows import TaskRow
from models.words import number


def questions(
    task: TaskRow, *, percent: float | None = None, completing: bool = False
) -> tuple[str, ...]:
    """Questions about a task when its 完成进度 is said, or when it is about to be 办结.

    percent: 完成进度 as it would be said, None where it stays.
    """
    asked = []
    if percent is not None and not task.percent_proposed and percent < task.percent:
        before, after = number(task.percent), number(percent)
        asked.append(f"任务{task.label}的完成进度由{before}%降到{after}%，确认吗？")
    reached = task.percent if percent is None else percent
    if completing and reached < 100:
        asked.append(f"任务{task.label}的完成进度是{number(reached)}%，确认办结吗？")
    if completing and task.evidence == 0:
        asked.append(f"任务{task.label}还没有佐证材料，确认办结吗？")
    return tuple(asked)
