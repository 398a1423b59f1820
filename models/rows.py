"""What is handed outward: frozen rows, and the `Change` that every write answers with."""

from __future__ import annotations

import datetime as dt
from dataclasses import field

from models.dataclass import dataclass
from models.lights import Lights
from models.papersettings import PaperSettings
from models.periods import Period
from models.rules import Adoption, Light, Standing, Status, Totals


@dataclass(frozen=True)
class Change:
    """What a command changed, so that screens can ask again for what concerns them.

    kinds: the tables touched ("task", "measure", "note" …); tasks: ids of the tasks concerned;
    new_id: the id of the row that the command made, when it made one.
    """

    id: int
    label: str
    kinds: frozenset[str] = frozenset()
    tasks: frozenset[int] = frozenset()
    new_id: int | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanRow:
    """工作要点: one plan of the ledger."""

    id: int
    title: str
    notice_title: str
    document_number: str
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    issued_on: dt.date | None
    received_on: dt.date | None
    received_number: str
    preamble: str
    year: int
    source_text: str = ""

    @property
    def started_on(self) -> dt.date:
        """The day from which pace is counted: the plan's date, else 1 January of its year."""
        return self.issued_on or dt.date(self.year, 1, 1)


@dataclass(frozen=True)
class PartRow:
    """部分 of a plan, text as received."""

    id: int
    position: int
    number: str
    title: str
    text: str


@dataclass(frozen=True)
class ItemRow:
    """事项 of a plan, text as received; `part_id` is None in a plan without parts."""

    id: int
    part_id: int | None
    position: int
    number: str
    title: str
    text: str


@dataclass(frozen=True)
class DeliverableRow:
    """成果 that a measure promises."""

    id: int
    measure_id: int
    kind: str
    name: str


@dataclass(frozen=True)
class TargetRow:
    """量化指标: the province's number as read, the bureau's own goal, and what was reached."""

    id: int
    measure_id: int
    text: str
    label: str
    operator: str
    low: float | None
    high: float | None
    unit: str
    local_target: float | None
    values: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class MeasureRow:
    """举措: `number` is as shown (4.2); `role` is its own 承接, or the task's when it has none."""

    id: int
    task_id: int
    position: int
    number: str
    text: str
    local_text: str
    role: Adoption
    own_role: Adoption | None
    reason: str
    ticked: bool
    ticked_on: dt.date | None
    ticked_by: str
    issued: bool
    lead_units: tuple[str, ...] = ()
    responsible_units: tuple[str, ...] = ()
    supporting_units: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    deliverables: tuple[DeliverableRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    evidence_count: int = 0

    @property
    def wording(self) -> str:
        """本市举措 where the bureau wrote one, else the issued text."""
        return self.local_text or self.text


@dataclass(frozen=True)
class AssignmentRow:
    """责任分工 of a task or of one measure, with the section's name of its day."""

    id: int
    task_id: int
    measure_id: int | None
    leader: str
    section_id: int | None
    section: str
    person: str
    handler: str
    phone: str
    supporting_sections: tuple[str, ...]
    supporting_units: tuple[str, ...]
    due_on: dt.date | None
    effective_on: dt.date
    basis: str


@dataclass(frozen=True)
class TaskRow:
    """任务 as lists show it on a day; `label` is 4 or 增1, `position` the plan's running number.

    light, standing: None for a task that the bureau has not adopted, or that is not tracked: only
    主责 and 配合 are lit. origin: 结转自2021年第9项. withdrawn: a revision of the plan took it out.
    late_after: see `last_day`.
    """

    id: int
    plan_id: int
    part_id: int | None
    item_id: int | None
    position: int
    label: str
    number: str
    text: str
    short_title: str
    local_text: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    supporting_units: tuple[str, ...]
    deadline_text: str
    deadline_on: dt.date | None
    tracked: bool
    local: bool
    role: Adoption
    reason: str
    status: Status
    status_on: dt.date | None
    status_reason: str
    percent: float
    percent_proposed: bool
    pace: float
    due_on: dt.date
    due_default: bool
    light: Light | None
    standing: Standing | None
    section_id: int | None
    section: str
    leader: str
    person: str
    adopted_measures: int
    ticked_measures: int
    filled: bool
    notes: int
    evidence: int
    carries_out: tuple[int, ...] = ()
    origin: str = ""
    withdrawn: bool = False
    lights: Lights = field(default_factory=Lights)
    late_after: dt.date | None = None

    @property
    def last_day(self) -> dt.date:
        """The day after which it is late: 完成时限, of 持续推进 the year's end if that is later."""
        return self.late_after or self.due_on

    @property
    def light_word(self) -> str:
        """The light as papers print it; nothing for a task that is not the bureau's.

        Yellow means near or behind pace: what is behind is said as 滞后, as in the counts.
        """
        if self.light is None:
            return ""
        if self.light is Light.YELLOW and self.standing is Standing.LATE:
            return self.lights.word(Light.RED)
        return self.lights.word(self.light)

    @property
    def ready(self) -> bool:
        """Every adopted measure is ticked, and nobody has said 办结 yet."""
        return (
            self.role.adopted
            and self.adopted_measures > 0
            and self.ticked_measures == self.adopted_measures
            and not self.status.done
        )


@dataclass(frozen=True)
class EntryRow:
    """进展情况 of one period: as received beside as reviewed; `wording` is what papers print."""

    id: int
    task_id: int
    measure_id: int | None
    period: str
    section_id: int | None
    section: str
    reporter: str
    reviewer: str
    reported_on: dt.date
    as_of: dt.date
    manner: str
    status: Status | None
    percent: float | None
    nothing_new: bool
    original_text: str
    original_problems: str
    original_next: str
    reviewed_text: str | None
    reviewed_problems: str | None
    reviewed_next: str | None

    @property
    def wording(self) -> str:
        """审定文本, else 原报文本."""
        return self.original_text if self.reviewed_text is None else self.reviewed_text

    @property
    def problems(self) -> str:
        """存在问题 as reviewed, else as received."""
        return self.original_problems if self.reviewed_problems is None else self.reviewed_problems

    @property
    def next_steps(self) -> str:
        """下一步打算 as reviewed, else as received."""
        return self.original_next if self.reviewed_next is None else self.reviewed_next


@dataclass(frozen=True)
class NoteRow:
    """工作记录 on a plan, task or measure; kind is `note` 记录 or `instruction` 领导批示."""

    id: int
    plan_id: int | None
    task_id: int | None
    measure_id: int | None
    kind: str
    dated_on: dt.date
    author: str
    text: str


@dataclass(frozen=True)
class EvidenceRow:
    """佐证材料: a file kept by its SHA-256, or a paper original with its place."""

    id: int
    task_id: int | None
    measure_id: int | None
    note_id: int | None
    name: str
    document_number: str
    formed_on: dt.date | None
    source: str
    pages: int | None
    place: str
    file_name: str
    sha256: str
    size: int
    attached_on: dt.date
    plan_id: int | None = None


@dataclass(frozen=True)
class StatusRow:
    """One dated saying of a task's status, with what belongs to it."""

    id: int
    task_id: int
    status: Status
    said_on: dt.date
    reason: str
    proof: str
    checker: str


@dataclass(frozen=True)
class ExtensionRow:
    """延期: every one is kept; lights use the granted date."""

    id: int
    task_id: int
    old_due: dt.date
    new_due: dt.date
    reason: str
    progress: str
    agreed_by: str
    agreed_on: dt.date


@dataclass(frozen=True)
class SectionRow:
    """责任科室（单位）; never deleted, only 停用."""

    id: int
    position: int
    name: str
    short_name: str
    kind: str
    active: bool


@dataclass(frozen=True)
class PersonRow:
    """A person of the bureau, who may be the 当前操作人 or answer for tasks."""

    id: int
    position: int
    name: str
    section_id: int | None
    section: str
    post: str
    phone: str
    active: bool


@dataclass(frozen=True)
class PeriodRow:
    """填报期 with its two days, proposed or set by the office."""

    period: Period
    cutoff_on: dt.date
    report_on: dt.date
    changed: bool


@dataclass(frozen=True)
class Bureau:
    """本单位: what the letterhead and the papers need to know of the office.

    area: the place as papers name it (示例市); place and own: 本市 and 我市, or 本州, 我县 …
    """

    name: str = ""
    short_name: str = ""
    area: str = ""
    issuer_code: str = ""
    printing_office: str = ""
    signers: tuple[str, ...] = ()
    contact_name: str = ""
    contact_phone: str = ""
    place: str = "本市"
    own: str = "我市"
    demo: bool = False


@dataclass(frozen=True)
class ChangedField:
    """One thing of a change in the office's words: 责任人, before and after; `times` it was so."""

    name: str
    before: str
    after: str
    times: int = 1


@dataclass(frozen=True)
class HistoryRow:
    """变更记录: one recorded change, newest first in lists."""

    id: int
    at: dt.datetime
    operator: str
    label: str
    before: str
    after: str
    task_ids: tuple[int, ...]
    taken_back: bool
    fields: tuple[ChangedField, ...] = ()


@dataclass(frozen=True)
class TaskDetail:
    """Everything that the detail of one task shows."""

    task: TaskRow
    measures: tuple[MeasureRow, ...]
    assignment: AssignmentRow | None
    measure_assignments: tuple[AssignmentRow, ...]
    entries: tuple[EntryRow, ...]
    notes: tuple[NoteRow, ...]
    evidence: tuple[EvidenceRow, ...]
    statuses: tuple[StatusRow, ...]
    extensions: tuple[ExtensionRow, ...]
    carried_out_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanTree:
    """One plan with its parts, items and tasks in order, as they stand on a day."""

    plan: PlanRow
    parts: tuple[PartRow, ...]
    items: tuple[ItemRow, ...]
    tasks: tuple[TaskRow, ...]
    totals: Totals


@dataclass(frozen=True)
class TaskDossier:
    """One task with all that a paper may write about it, as it stood on the paper's day.

    entries: of the paper's period (newest report of each section and measure), else empty;
    first_entries: their first reports, which tell who reported in time.
    """

    task: TaskRow
    measures: tuple[MeasureRow, ...]
    assignment: AssignmentRow | None
    entries: tuple[EntryRow, ...]
    latest: EntryRow | None
    evidence: tuple[EvidenceRow, ...]
    extensions: tuple[ExtensionRow, ...]
    done_on: dt.date | None = None
    measure_assignments: tuple[AssignmentRow, ...] = ()
    first_entries: tuple[EntryRow, ...] = ()


@dataclass(frozen=True)
class ReportRows:
    """Everything that papers are made of: frozen, complete, without a ledger behind it.

    day: the state's day, min(the paper's date, the period's 数据截止日). repeated: the tasks of
    which a report on the period has the words of the period before.
    """

    plan: PlanRow
    bureau: Bureau
    period: PeriodRow
    day: dt.date
    parts: tuple[PartRow, ...]
    items: tuple[ItemRow, ...]
    dossiers: tuple[TaskDossier, ...]
    local_dossiers: tuple[TaskDossier, ...]
    totals: Totals
    sections: tuple[SectionRow, ...] = ()
    section: SectionRow | None = None
    late_reports: tuple[str, ...] = ()
    repeated: tuple[int, ...] = ()
    papers: PaperSettings = field(default_factory=PaperSettings)
