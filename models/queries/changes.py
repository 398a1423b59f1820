"""变更记录, newest first, and how much a ledger holds."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable

import peewee as pw

from models.rows import ChangedField, HistoryRow
from models.rules import Adoption, PaperState, Status
from models.schema import ALL, DERIVED, HistoryEntry, HistoryStep, HistoryTask, Measure, Task
from models.words import long_day, number

# What a person would call the columns; columns that are not named here are not shown.
_SHOWN = {
    "title": "标题",
    "text": "内容",
    "local_text": "本市内容",
    "short_title": "简称",
    "short_name": "简称",
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
    "old_due": "原时限",
    "new_due": "新时限",
    "agreed_by": "同意人",
    "supporting_sections": "配合科室",
    "supporting_units": "配合单位",
    "basis": "依据",
    "effective_on": "生效日期",
    "reporter": "报送人",
    "reviewer": "审核人",
    "manner": "报送方式",
    "nothing_new": "本期无进展",
    "cutoff_on": "数据截止日",
    "report_on": "报送截止日",
    "original_text": "进展情况",
    "original_problems": "存在问题",
    "original_next": "下一步打算",
    "reviewed_text": "审定文本",
    "reviewed_problems": "审定的问题",
    "reviewed_next": "审定的打算",
    "percent": "完成进度",
    "name": "名称",
    "post": "职务",
    "phone": "电话",
    "active": "启用",
    "kind": "类别",
    "dated_on": "日期",
    "author": "记录人",
    "document_number": "文号",
    "formed_on": "形成日期",
    "source": "来源",
    "pages": "页数",
    "place": "存放位置",
    "measure_id": "对应举措",
    "local_target": "本地目标",
    "value": "值",
    "state": "文稿状态",
    "signer": "签发人",
    "signed_on": "签发日期",
    "sent_on": "报送日期",
    "sent_manner": "报送方式",
    "answered_on": "反馈日期",
    "answer": "反馈",
    "void_reason": "作废原因",
    "file_name": "文件",
    "scan_name": "扫描件",
    "base": "原文",
    "dropped": "删去",
    "moved": "移动",
    "saved_on": "留存日期",
    "position": "次序",
    "tracked": "跟踪",
    "origin": "来历",
    "withdrawn_on": "删除日期",
}
# Without a word for them; that a section had something to say needs no word either.
_UNSAID = (None, 0)
_EMPTY: dict[str, tuple[object, ...]] = dict.fromkeys(("nothing_new", "dropped", "moved"), _UNSAID)
_KINDS = {
    "note": "记录",
    "instruction": "领导批示",
    "document": "文件",
    "meeting": "会议",
    "campaign": "活动",
    "platform": "平台",
    "progress": "进展情况报告",
    "ledger": "任务台账",
    "breakdown": "任务分解表",
    "reminder": "提醒单",
    "bulletin": "通报",
}
_DAYS = ("old_due", "new_due")
_MEASURE = 24
_LONGEST = 200
_MOST_STEPS = 20
# A row before and after, as JSON.
Step = tuple[str | None, str | None]
# A clock that is set by the network goes a little back now and then.
_SLACK = dt.timedelta(minutes=10)


def history(
    task_id: int | None = None, limit: int = 200, plan_id: int | None = None
) -> tuple[HistoryRow, ...]:
    """The newest changes, of everything, a plan or a task, with what they found and made."""
    query = HistoryEntry.select().order_by(HistoryEntry.id.desc())
    if task_id is not None:
        query = query.join(HistoryTask).where(HistoryTask.task == task_id)
    elif plan_id is not None:
        # One change may concern many tasks: looked for from the change, it is found once.
        mine = HistoryTask.select().join(Task, on=(HistoryTask.task == Task.id))
        of_it = mine.where(HistoryTask.entry == HistoryEntry.id, Task.plan == plan_id)
        query = query.where(pw.fn.EXISTS(of_it))
    entries = list(query.limit(limit))
    steps: dict[int, list[Step]] = defaultdict(list)
    chosen = [entry.id for entry in entries]
    touched = HistoryStep.select(HistoryStep.entry, HistoryStep.before, HistoryStep.after)
    touched = touched.where(HistoryStep.entry.in_(chosen)).order_by(HistoryStep.id)
    for entry_id, before, after in touched.tuples():
        if len(steps[entry_id]) < _MOST_STEPS:
            steps[entry_id].append((before, after))
    return tuple(_row(entry, _fields(steps[entry.id])) for entry in entries)


def _row(entry: HistoryEntry, fields: tuple[ChangedField, ...]) -> HistoryRow:
    return HistoryRow(
        entry.id,
        entry.at,
        entry.operator,
        entry.label,
        _side((each.name, each.before) for each in fields),
        _side((each.name, each.after) for each in fields),
        tuple(int(each) for each in entry.tasks),
        not entry.live,
        fields,
    )


def _side(said: Iterable[tuple[str, str]]) -> str:
    """The fields that differ, on one side of the change, as one text."""
    text = "；".join(f"{name}：{word}" for name, word in said if word)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _fields(steps: list[Step]) -> tuple[ChangedField, ...]:
    """The columns that differ, in the office's words; what was so of many rows is said once."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for found, made in steps:
        old = json.loads(found) if found else {}
        new = json.loads(made) if made else {}
        for column, name in _SHOWN.items():
            if column == "measure_id" and not (old and new):
                # Where a row hangs from the beginning is said by the change itself.
                continue
            before, after = _said(column, old), _said(column, new)
            if old.get(column) != new.get(column) and (before or after):
                counted[name, before, after] += 1
    return tuple(ChangedField(*said, times) for said, times in counted.items())


def _said(column: str, row: dict[str, object]) -> str:
    value = row.get(column)
    if column == "measure_id":
        return _measure(value) if row else ""
    return "" if value in _EMPTY.get(column, (None, "", "[]")) else _word(column, value)


def _word(column: str, value: object) -> str:
    """A raw value as a person would write it."""
    if column == "role":
        return Adoption(value).word
    if column == "status":
        return Status(value).word
    if column == "state":
        return PaperState(value).word
    if column in ("ticked", "active", "nothing_new", "dropped", "moved", "tracked"):
        return "是" if value else "否"
    if column == "kind":
        return _KINDS.get(str(value), str(value))
    if column in ("supporting_sections", "supporting_units"):
        return "、".join(json.loads(str(value)))
    if column == "value" and isinstance(value, str):
        return _setting(json.loads(value))
    if column == "percent" and isinstance(value, float):
        return f"{number(value)}%"
    if column.endswith("_on") or column in _DAYS:
        return _day(str(value))
    return number(value) if isinstance(value, float) else str(value)


def _measure(value: object) -> str:
    """The beginning of a measure's words; 整项任务 for none."""
    found = None if value is None else Measure.get_or_none(Measure.id == value)
    words = "整项任务" if found is None else found.local_text or found.text
    return words if len(words) <= _MEASURE else words[: _MEASURE - 1] + "…"


def _day(written: str) -> str:
    """2021年6月30日 for a day as the database keeps it."""
    try:
        return long_day(dt.date.fromisoformat(written[:10]))
    except ValueError:
        return written


def _setting(value: object) -> str:
    """A setting's JSON without its marks: the values that say something."""
    if isinstance(value, dict):
        return "、".join(_setting(each) for each in value.values() if each not in ("", [], None))
    if isinstance(value, list):
        return "、".join(_setting(each) for each in value)
    return str(value)


def clock_warning(now: dt.datetime) -> str:
    """A sentence when the newest change lies after `now`: the computer's clock was set back."""
    newest = HistoryEntry.select(HistoryEntry.at).order_by(HistoryEntry.id.desc()).first()
    if newest is None or newest.at <= now + _SLACK:
        return ""
    said = f"{long_day(newest.at.date())}{newest.at:%H:%M}"
    return (
        f"电脑的时间比台账最近一次改动（{said}）还早，以前的内容都在；"
        "请检查系统日期，改正以前新的改动按现在的日期记录。"
    )


def counts() -> dict[str, int]:
    """How many rows each table of the ledger holds, by the table's name."""
    kept = [model for model in ALL if model not in DERIVED]
    return {model._meta.table_name: model.select().count() for model in kept}
