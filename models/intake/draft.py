"""What reading a plan gives: a frozen tree of parts, items, tasks and measures, and the findings.

The shape is that of ``plan read --json``. A draft is a value: correcting it makes another draft
(``dataclasses.replace``), and nothing is saved until a command writes it. All texts are kept as
received; numbers are those of the source (``""`` where the source gives none).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DeliverableKind = Literal["document", "meeting", "campaign", "platform"]
Operator = Literal["=", ">=", "<=", ">", "<", "range", "some"]


@dataclass(frozen=True)
class Finding:
    """A line of the source that could not be placed, or that a person should look at."""

    line: int  # 1-based line of the source
    text: str
    reason: str


@dataclass(frozen=True)
class DeadlineDraft:
    """完成时限 as worded, with the day it means (None where the words give no day)."""

    text: str
    date: date | None


@dataclass(frozen=True)
class TargetDraft:
    """量化指标: a number the text promises; ``low`` and ``high`` are None for 一批 ("some")."""

    text: str  # the words, e.g. 新增知识产权试点示范学校30所
    label: str  # what is counted, e.g. 知识产权试点示范学校
    operator: Operator
    low: float | None
    high: float | None
    unit: str  # 所, 个, %, 亿元 …


@dataclass(frozen=True)
class DeliverableDraft:
    """成果: a thing the text promises; a document keeps its 《》."""

    kind: DeliverableKind
    name: str


@dataclass(frozen=True)
class MeasureDraft:
    """举措: one action inside a task; its unit lists hold only units that stand in the measure."""

    number: str  # "1.1": position of the task, position in the task
    text: str
    lead_units: tuple[str, ...] = ()
    responsible_units: tuple[str, ...] = ()
    supporting_units: tuple[str, ...] = ()
    deliverables: tuple[DeliverableDraft, ...] = ()
    references: tuple[str, ...] = ()  # 《…》 only referred to
    targets: tuple[TargetDraft, ...] = ()


@dataclass(frozen=True)
class TaskDraft:
    """任务; ``number`` is "" where an item or a part is itself the task."""

    number: str
    position: int  # 1…n through the plan
    text: str  # whole paragraph, without number and unit bracket
    lead_units: tuple[str, ...] = ()
    responsible_units: tuple[str, ...] = ()
    supporting_units: tuple[str, ...] = ()
    deadline: DeadlineDraft | None = None
    tracked: bool = True  # False: kept as text and offered as not to be tracked
    measures: tuple[MeasureDraft, ...] = ()
    line: int = field(default=0, compare=False)  # of the source, for showing; 0 without one


@dataclass(frozen=True)
class ItemDraft:
    """事项: （一）; ``title`` is the heading sentence, ``text`` the whole paragraph with it."""

    number: str
    title: str
    text: str
    tasks: tuple[TaskDraft, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class PartDraft:
    """部分: 一、; ``tasks`` are those that stand directly under it."""

    number: str
    title: str
    text: str
    tasks: tuple[TaskDraft, ...] = ()
    items: tuple[ItemDraft, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class LedgerRow:
    """What the ledger that an office has been keeping says of a task beside the plan.

    Texts are as received, "" where the table has no such column; it becomes adoption, assignments
    and a first period's entries when the plan is saved.
    """

    position: int  # of the task
    line: int  # of the source
    leader: str = ""  # 责任领导
    person: str = ""  # 责任人
    phone: str = ""
    progress: str = ""  # 进展情况
    until: date | None = None  # 截至…
    percent: int | None = None  # 完成进度
    status: str = ""  # 完成进度 in words: 已完成
    problems: str = ""
    next_steps: str = ""
    remarks: str = ""


@dataclass(frozen=True)
class PlanDraft:
    """工作要点 as read; ``tasks`` are those of a plan without parts."""

    title: str = ""
    document_number: str = ""
    issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    issued_on: date | None = None
    preamble: str = ""
    tasks: tuple[TaskDraft, ...] = ()
    parts: tuple[PartDraft, ...] = ()
    findings: tuple[Finding, ...] = ()
    notice_title: str = ""  # 《…关于印发〈…〉的通知》, "" where the source gives none
    notice_text: str = ""  # what stands around the plan: the notice's words, letterhead, colophon
    source_text: str = ""  # the whole source as received
    ledger_rows: tuple[LedgerRow, ...] = ()  # one a row of a table, in its order

    def all_tasks(self) -> tuple[TaskDraft, ...]:
        """Return every task of the plan in the order of ``position``."""
        found = list(self.tasks)
        for part in self.parts:
            found += part.tasks
            found += (task for item in part.items for task in item.tasks)
        return tuple(sorted(found, key=lambda task: task.position))
