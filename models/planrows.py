"""What is said outward of plans beside each other: a plan read again, and the year before.

Frozen rows, as those of `models.rows`.
"""

from __future__ import annotations

import datetime as dt

from models.dataclass import dataclass
from models.intake.revision import Course
from models.rows import AssignmentRow, PlanRow, TaskRow
from models.rules import Adoption


@dataclass(frozen=True)
class RevisionStep:
    """What a document read again makes of one task.

    task_id, label, old_text: of the ledger's task, None and "" where it is added; position,
    new_text: of the draft's task, None and "" where it is removed. what: which of 内容、责任单位、
    完成时限、举措 differ. progressed: ticks, entries, notes or evidence hang on the task.
    """

    course: Course
    task_id: int | None
    label: str
    old_text: str
    position: int | None
    new_text: str
    what: tuple[str, ...]
    likeness: float
    progressed: bool = False


@dataclass(frozen=True)
class PlanRevision:
    """A plan of the ledger beside a document that is the same one again."""

    plan: PlanRow
    steps: tuple[RevisionStep, ...]

    @property
    def changes(self) -> tuple[RevisionStep, ...]:
        """What differs."""
        return tuple(step for step in self.steps if step.course != "kept")


@dataclass(frozen=True)
class RevisionRow:
    """修订: one that a plan has been through."""

    id: int
    plan_id: int
    dated_on: dt.date
    document_number: str
    issued_on: dt.date | None
    title: str
    former_title: str
    former_preamble: str
    former_source: str
    changed: int
    added: int
    removed: int


@dataclass(frozen=True)
class FormerRow:
    """A task as it was issued before a revision; course: changed, added, removed or restored."""

    id: int
    task_id: int
    course: str
    dated_on: dt.date
    document_number: str
    text: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    supporting_units: tuple[str, ...]
    deadline_text: str
    measures: tuple[str, ...]


@dataclass(frozen=True)
class CarryRow:
    """An unfinished task of an earlier year that may be carried over (结转).

    similar: the task of the later plan most like it, None where none is. carried: whether it has
    been carried over into that plan already.
    """

    task: TaskRow
    origin: str
    similar: TaskRow | None
    likeness: float
    carried: bool


@dataclass(frozen=True)
class ProposalRow:
    """What the task most like it in an earlier year proposes for a task; each may be accepted.

    role: UNDECIDED where nothing is proposed; local_text and short_title likewise "".
    """

    task: TaskRow
    earlier: TaskRow
    likeness: float
    role: Adoption
    reason: str
    assignment: AssignmentRow | None
    local_text: str
    short_title: str

    @property
    def empty(self) -> bool:
        """Whether nothing is proposed."""
        wording = self.local_text or self.short_title
        return self.role is Adoption.UNDECIDED and self.assignment is None and not wording
