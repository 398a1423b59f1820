"""A plan that was read and mended, into the ledger; and the year before, beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gui.operations.operation import Operation, operation
from models import commands, queries
from models.commands import Accepted, Carried, SourceFile
from models.dataclass import dataclass
from models.history import Work
from models.intake.draft import LedgerRow, PlanDraft, TaskDraft
from models.intake.editing.outline import Outline
from models.planrows import CarryRow, PlanRevision, ProposalRow
from models.rows import PlanRow

Pairs = Sequence[tuple["int | None", "int | None"]]


@dataclass(frozen=True)
class Look:
    """What the ledger says of a draft before it is saved."""

    own_table: bool
    rows: tuple[LedgerRow, ...]
    tasks: tuple[TaskDraft, ...]  # by their numbers
    revision: PlanRevision | None


@dataclass(frozen=True)
class YearBefore:
    """The plan that a new one follows, with what may be taken over from it."""

    plan: PlanRow
    carry: tuple[CarryRow, ...]
    proposals: tuple[ProposalRow, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose."""
        return not (self.carry or self.proposals)


def look(outline: Outline) -> Look:
    """A query: the draft is written out in the ledger's lane, not on the window's thread."""
    draft = _draft(outline)
    return Look(
        queries.own_table(draft),
        draft.ledger_rows,
        draft.all_tasks() if draft.ledger_rows else (),
        queries.recognised_plan(draft),
    )


def year_before(plan_id: int, day: dt.date) -> YearBefore | None:
    """A query: what the year before offers a plan; None where there is no earlier plan."""
    earlier = queries.earlier_plan(plan_id)
    if earlier is None:
        return None
    carry = queries.unfinished(earlier.id, day, into=plan_id)
    return YearBefore(
        earlier,
        tuple(row for row in carry if not row.carried),
        tuple(row for row in queries.proposals(plan_id, day, earlier.id) if not row.empty),
    )


def take_plan(outline: Outline, source: SourceFile, *, own_table: bool = False) -> Operation:
    """Save a plan with the file that it came as."""

    def take(work: Work) -> None:
        commands.take_plan(work, _draft(outline), source, own_table=own_table)

    return operation(take)


def revise_plan(plan_id: int, outline: Outline, steps: Pairs, source: SourceFile) -> Operation:
    """Apply the chosen differences to a plan that is there already."""

    def revise(work: Work) -> None:
        commands.revise_plan(work, plan_id, _draft(outline), steps, source)

    return operation(revise)


def carry_over(plan_id: int, rows: Sequence[CarryRow]) -> Operation:
    """结转: to the task that is like it, else as a task of the bureau's own."""
    chosen = [Carried(row.task.id, row.similar.id if row.similar else None) for row in rows]
    return operation(commands.carry_over, plan_id, chosen)


def accept(plan_id: int, rows: Sequence[ProposalRow]) -> Operation:
    """参照上年: what the task most like it was to the bureau."""
    chosen = [Accepted(row.task.id, row.earlier.id) for row in rows]
    return operation(commands.accept_proposals, plan_id, chosen)


def _draft(outline: Outline) -> PlanDraft:
    from models.intake.editing.writing import draft_of

    return draft_of(outline)
