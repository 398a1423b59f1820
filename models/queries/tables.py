"""Whether a document that was read is the ledger that this office has been keeping."""

from __future__ import annotations

from models.intake.draft import PlanDraft
from models.own import issued_by_us

_OWN_COLUMNS = ("progress", "percent", "status", "person", "problems", "next_steps")


def own_table(draft: PlanDraft) -> bool:
    """Whether its rows tell how far this office is: what saving proposes to fill in.

    A table that another body issued names its own leaders; it is no ledger of ours.
    """
    said = any(getattr(row, name) for row in draft.ledger_rows for name in _OWN_COLUMNS)
    return said and issued_by_us(draft)
