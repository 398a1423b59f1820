"""The words of 开始用这份要点: sentences on what will be saved, and rows as they will be read."""

from __future__ import annotations

from gui.tablemodels.rows_table import Column
from gui.widgets.fields import day_words
from models import text
from models.dataclass import dataclass
from models.intake.draft import LedgerRow, TaskDraft
from models.intake.editing.outline import Outline
from models.planrows import RevisionStep

_LONGEST = 80
_COURSES = {"changed": "有改动", "added": "新增", "removed": "不再列入"}


@dataclass(frozen=True)
class OwnRow:
    """A row of an office's own table with its task."""

    row: LedgerRow
    task: TaskDraft | None

    @classmethod
    def of(cls, row: LedgerRow, tasks: tuple[TaskDraft, ...]) -> OwnRow:
        """A row beside the task that it belongs to."""
        known = 0 < row.position <= len(tasks)
        return cls(row, tasks[row.position - 1] if known else None)

    @property
    def name(self) -> str:
        """The task's number and the beginning of its text."""
        return short(f"{self.row.position}. {self.task.text}") if self.task else ""

    @property
    def units(self) -> str:
        """The units of the task: those that are sections become 责任科室."""
        return "、".join(_units(self.task)) if self.task else ""

    @property
    def how_far(self) -> str:
        """完成进度 as the row has it."""
        return f"{self.row.percent}%" if self.row.percent is not None else self.row.status


OWN_COLUMNS = (
    Column("任务", lambda own: own.name),
    Column("科室（单位）", lambda own: own.units),
    Column("责任领导", lambda own: own.row.leader),
    Column("责任人", lambda own: own.row.person),
    Column("截至", lambda own: day_words(own.row.until)),
    Column("完成进度", lambda own: own.how_far),
    Column("进展情况", lambda own: short(own.row.progress)),
)
STEP_COLUMNS = (
    Column("任务", lambda step: step_name(step)),
    Column("变化", lambda step: _COURSES.get(step.course, "")),
    Column("改了什么", lambda step: "、".join(step.what)),
    Column("新的内容", lambda step: short(step.new_text) or kept_words(step)),
)


def both_texts(step: RevisionStep) -> str:
    """What a task said and what it would say, one below the other."""
    said = (("原文", step.old_text), ("新文", step.new_text))
    return "\n".join(f"{word}：{text.proper(words)}" for word, words in said if words)


def _units(task: TaskDraft) -> tuple[str, ...]:
    return (*task.lead_units, *task.responsible_units, *task.supporting_units)


def step_name(step: RevisionStep) -> str:
    """The task's number and the beginning of its text."""
    words = short(step.old_text or step.new_text)
    return f"{step.label}. {words}" if step.label else words


def kept_words(step: RevisionStep) -> str:
    """What becomes of a task that is not in the new text any more."""
    return "已有进展，保留不跟踪" if step.progressed else "标为不跟踪"


def short(words: str) -> str:
    """A long text as it begins, on one line."""
    line = text.proper(words.replace("\n", " "))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def sentences(outline: Outline, name: str) -> list[str]:
    """What will be saved, a sentence a line."""
    said, head = outline.counts, outline.head
    known = [head.document_number, "、".join(head.issuers)]
    known.append(day_words(head.issued_on) if head.issued_on else "")
    lacking = [
        word
        for word, value in (
            ("标题", head.title), ("发文字号", head.document_number),
            ("发文机关", head.issuers), ("成文日期", head.issued_on),
        )
        if not value
    ]  # fmt: skip
    found = ["　".join(filter(None, known))] if any(known) else []
    found.append(
        f"读出 {said.parts} 个部分、{said.items} 个事项、{said.tasks} 项任务、{said.measures} 条举措；"
        f"“{name}”作为原件一并存入。存入是一步，可以撤销。"
    )
    if said.untracked:
        found.append(f"其中 {said.untracked} 项不跟踪：文字保留，不计数、不亮灯。")
    if said.unplaced:
        found.append(f"还有 {said.unplaced} 处没有列入，文字留在原件里。")
    if lacking:
        found.append(f"没有读出{'、'.join(lacking)}，可以返回填写。")
    return found
