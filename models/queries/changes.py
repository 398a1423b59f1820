"""变更记录, newest first, and how much a ledger holds."""

from __future__ import annotations

import json
from collections import defaultdict

from models.rows import HistoryRow
from models.schema import ALL, HistoryEntry, HistoryStep

# What a person would call the columns; columns that are not named here are not shown.
_SHOWN = {
    "text": "内容",
    "local_text": "本市内容",
    "short_title": "简称",
    "role": "承接",
    "reason": "理由",
    "status": "状态",
    "said_on": "日期",
    "proof": "办结依据",
    "checker": "销号人",
    "ticked": "勾选",
    "ticked_on": "日期",
    "section_name": "科室",
    "leader": "责任领导",
    "person": "责任人",
    "handler": "经办人",
    "due_on": "时限",
    "new_due": "新时限",
    "original_text": "进展情况",
    "original_problems": "存在问题",
    "original_next": "下一步打算",
    "reviewed_text": "审定文本",
    "reviewed_problems": "审定的问题",
    "reviewed_next": "审定的打算",
    "percent": "完成进度",
    "name": "名称",
    "place": "存放位置",
    "local_target": "本地目标",
    "value": "值",
    "position": "次序",
}
_LONGEST = 200


def history(task_id: int | None = None, limit: int = 200) -> tuple[HistoryRow, ...]:
    """The newest changes, of all tasks or of one, with what they found and what they made."""
    query = HistoryEntry.select().order_by(HistoryEntry.id.desc())
    if task_id is not None:
        # The list of tasks is JSON: [4, 17]; each number stands between marks.
        marked = HistoryEntry.tasks.cast("text")
        patterns = (f"[{task_id}]", f"[{task_id},%", f"%, {task_id},%", f"%, {task_id}]")
        condition = marked ** patterns[0]
        for pattern in patterns[1:]:
            condition |= marked**pattern
        query = query.where(condition)
    entries = list(query.limit(limit))
    steps = defaultdict(list)
    chosen = [entry.id for entry in entries]
    for step in HistoryStep.select().where(HistoryStep.entry.in_(chosen)).order_by(HistoryStep.id):
        steps[step.entry_id].append(step)
    return tuple(
        HistoryRow(
            entry.id,
            entry.at,
            entry.operator,
            entry.label,
            _side(steps[entry.id], before=True),
            _side(steps[entry.id], before=False),
            tuple(int(each) for each in entry.tasks),
            not entry.live,
        )
        for entry in entries
    )


def _side(steps: list[HistoryStep], *, before: bool) -> str:
    """The columns that differ, on one side of the change, in the office's words."""
    words: list[str] = []
    for step in steps[:20]:
        old = json.loads(step.before) if step.before else {}
        new = json.loads(step.after) if step.after else {}
        row, other = (old, new) if before else (new, old)
        for column, name in _SHOWN.items():
            value = row.get(column)
            if value not in (None, "", []) and value != other.get(column):
                words.append(f"{name}：{_word(column, value)}")
    text = "；".join(words)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _word(column: str, value: object) -> str:
    from models.rules import Adoption, Status

    if column == "role" and value:
        return Adoption(value).word
    if column == "status" and value:
        return Status(value).word
    if column == "ticked":
        return "是" if value else "否"
    return str(value)


def counts() -> dict[str, int]:
    """How many rows each table of the ledger holds, by the table's name."""
    return {model._meta.table_name: model.select().count() for model in ALL}
