"""A plan that was read and mended, into the ledger."""

from __future__ import annotations

from gui.operations.operation import Operation, operation
from models import commands
from models.history import Work
from models.intake.editing.outline import Outline


def take_plan(outline: Outline) -> Operation:
    """Save a plan; the draft is written out in the ledger's lane, not on the window's thread."""

    def take(work: Work) -> None:
        from models.intake.editing.writing import draft_of

        commands.add_plan(work, draft_of(outline))

    return operation(take)
