"""Whether a text says more than what was entered: drafts as done, applied as gained, theirs as ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.rows import EntryRow, ReportRows, TargetRow, TaskDossier
from models.text import proper
from models.words import number
from reports.builders.joining import joined_entries
from reports.lacking import Lacking, named

_TURNS = (
    (
        re.compile(r"初稿|草案|征求意见稿|讨论稿"),
        re.compile(r"(?:编制|起草|制定)?完成|印发|出台|发布"),
        "初稿",
    ),
    (re.compile(r"申报|推荐|报送材料"), re.compile(r"新增|获批|获评|获认定|入选"), "申报"),
)
_DRAFT = re.compile(r"初稿|草案|征求意见稿|讨论稿")


def unfaithful(rows: ReportRows, dossier: TaskDossier) -> Iterator[Lacking]:
    """What the review or the status makes of a task's reports, and figures and names not to be told."""
    name, task_id = named(dossier), dossier.task.id
    for entry in dossier.entries:
        yield from _turned(entry, name)
    text = joined_entries(dossier, "wording", rows.period).text
    drafts = _DRAFT.search(text)
    if drafts and dossier.task.status.done:
        word, status = drafts.group(), dossier.task.status.word
        yield Lacking(f"{name}写“{word}”，状态却是{status}；初稿不等于完成，请核对。", task_id)
    for target in _theirs(dossier):
        figure = f"{number(target.low or 0.0)}{target.unit}"
        if re.search(rf"(?<![\d.]){re.escape(figure)}", text):
            yield Lacking(
                f"{name}写“{figure}”，与省级目标相同；不得把上级目标写成本地数字。", task_id
            )
    people = [person for person in _people(dossier) if person in text]
    if people:
        listed = "、".join(people)
        yield Lacking(f"{name}写了责任人“{listed}”；上报文字不写责任人。", task_id)


def _turned(entry: EntryRow, name: str) -> Iterator[Lacking]:
    """The review says what the section did not: 初稿 became 完成, 申报 became 新增."""
    if entry.reviewed_text is None:
        return
    before, after = proper(entry.original_text), proper(entry.reviewed_text)
    for what, more, word in _TURNS:
        new = more.search(after)
        if new and what.search(before) and not what.search(after) and not more.search(before):
            yield Lacking(
                f"{name}原报为{word}，审定文本写成“{new.group()}”；请核对。", entry.task_id
            )


def _theirs(dossier: TaskDossier) -> list[TargetRow]:
    """Targets whose number is the province's and is neither the bureau's goal nor what it reached."""
    return [
        target
        for measure in dossier.measures
        for target in measure.targets
        if target.low is not None
        and target.low >= 2  # 1 of anything is said by chance
        and target.unit
        and target.local_target != target.low
        and target.low not in dict(target.values).values()
    ]


def _people(dossier: TaskDossier) -> list[str]:
    """责任人 of the task and its measures."""
    names = (each.person for each in (dossier.assignment, *dossier.measure_assignments) if each)
    return [name for name in dict.fromkeys(names) if len(name) > 1]
