"""Wordings of single tasks that a person should look at before a 报告 goes up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.rows import ReportRows, TaskDossier
from models.words import long_day
from reports.builders.joining import joined_entries, meaning, ordered_entries
from reports.lacking import Lacking, named

_OWN_NAMES = re.compile(
    r"[我本](?:科室|支队|大队|中心)|我[科股室处所队](?![技研学级理])|本[科股](?![技研学级生院教])|"
    r"我们|咱们?"
)
_COLLOQUIAL = re.compile(
    r"弄[出好完了]?|搞(?!好|活)[了完出定]?|报了|还没|没批|差不多|大概|好多|跑了|来了|赶紧|挺好|老是|"
    r"[啥咋]|[他它]们|稿子|一堆|说是|没办法|出征求意见稿|昨天|今天|明天|[上下]周|那[边块条]|帮着|"
    r"勾[掉完]|聊了|钱没|发下去|拉起来|看下来|谈[了过]|打了?电话|吹风(?!会)|没到(?!位)|没排|没接|都进了|"
    r"要数据|跟(?![踪进班随单投岗拍])"
)
_ASKING = re.compile(r"请批示|请予?批准|妥否|恳请|请予?批复|请求解决|请予?审批|当否")
_PERCENT = re.compile(r"(?:完成进度|工作进度|进度)[为达约]?\d+(?:\.\d+)?[%％]")
_LIGHTS = re.compile(r"临期|亮灯|[红黄绿蓝]灯")
_AS_OF = re.compile(r"截[至止]到?(?:\d{4}年)?(\d{1,2})月(\d{1,2})日")
_FIGURE = re.compile(r"([\u4e00-\u9fff]{4,})(\d+(?:\.\d+)?)(万?[\u4e00-\u9fff]{1,2})")
_LISTED = 5
_SPOKEN = (
    (_OWN_NAMES, "科室自称，报告应写本单位"),
    (_COLLOQUIAL, "口语"),
    (_ASKING, "报告不得夹带请示事项（条例第十五条第四项）"),
    (_LIGHTS, "上报文字不写亮灯"),
    (_PERCENT, "上报文字一般不写进度百分比"),
)


def in_task(rows: ReportRows, dossier: TaskDossier) -> Iterator[Lacking]:
    """What is spoken rather than written, later than the cut-off, or contradicts itself."""
    fields = ("wording", "problems", "next_steps")
    text = "\n".join(joined_entries(dossier, field, rows.period).text for field in fields)
    name, task_id = named(dossier), dossier.task.id
    for pattern, reason in _SPOKEN:
        found = dict.fromkeys(match.group() for match in pattern.finditer(text))
        if found:
            listed = "".join(f"“{word}”" for word in found)
            yield Lacking(f"{name}有{listed}：{reason}。", task_id)
    cutoff = rows.period.cutoff_on
    for match in _AS_OF.finditer(text):
        month, day = int(match[1]), int(match[2])
        if cutoff.year == rows.period.period.year and (month, day) > (cutoff.month, cutoff.day):
            yield Lacking(f"{name}写“{match.group()}”，晚于数据截止日{long_day(cutoff)}。", task_id)
    for words, values in _differing(dossier):
        yield Lacking(f"{name}的“{words}”在几处报送中数字不同：{'、'.join(values)}。", task_id)


def as_received(dossiers: list[TaskDossier]) -> Iterator[Lacking]:
    """The tasks whose paragraphs print what a section sent, with no 审定文本 yet, in one sentence."""
    raw = [
        dossier
        for dossier in dossiers
        if any(entry.original_text and entry.reviewed_text is None for entry in dossier.entries)
    ]
    if not raw:
        return
    labels = "、".join(dossier.task.label for dossier in raw[:_LISTED])
    more = f"等{len(raw)}" if len(raw) > _LISTED else ""
    sentence = f"第{labels}{more}项的进展没有审定文本，印的是科室原报文字；请审阅。"
    yield Lacking(sentence, raw[0].task.id)


def _differing(dossier: TaskDossier) -> Iterator[tuple[str, list[str]]]:
    """The same words before the same unit with different figures, from different entries."""
    found: dict[tuple[str, str], dict[str, set[int]]] = {}
    for entry in ordered_entries(dossier):
        for match in _FIGURE.finditer(meaning(entry.wording)):
            values = found.setdefault((match[1][-6:], match[3]), {})
            values.setdefault(f"{match[2]}{match[3]}", set()).add(entry.id)
    for (words, _), values in found.items():
        if len(values) > 1 and len(set().union(*values.values())) > 1:
            yield words, list(values)


def said_twice(rows: ReportRows, dossiers: list[TaskDossier]) -> Iterator[Lacking]:
    """A whole sentence that stands under two tasks."""
    first: dict[str, TaskDossier] = {}
    for dossier in dossiers:
        text = joined_entries(dossier, "wording", rows.period).text
        for sentence in filter(None, re.split(r"[。！？]", text)):
            if len(sentence) < 12:
                continue
            other = first.setdefault(sentence, dossier)
            if other.task.id != dossier.task.id:
                yield Lacking(
                    f"{named(other)}与{named(dossier)}有同一句话：“{sentence[:20]}……”。",
                    dossier.task.id,
                )
