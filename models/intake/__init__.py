"""Intake: an official plan as received, read into a draft and findings. Pure: no database, no Qt."""

from __future__ import annotations

from models import collector
from models.intake.draft import PlanDraft


def read_plan(
    data: bytes, name: str, office: str | None = None, year: int | None = None
) -> PlanDraft:
    """Return the draft of a plan from the bytes of a file and its name.

    ``office`` is the path of LibreOffice where there is one (`readers.office.find_office`);
    ``year`` is what 6月底前 means where the source names no year.
    Raises KnownError, with a sentence for the user, if the file is not one that can be read;
    whatever a readable file says gives a draft and findings.
    """
    # Late: whoever only opens a ledger needs the drafts' shapes, not the grammar.
    from models.intake.grammar.plan import read_lines
    from models.intake.readers import read_source

    with collector.paused():
        return read_lines(read_source(data, name, office), year)


def read_pasted_plan(text: str, html: str = "", year: int | None = None) -> PlanDraft:
    """Return the draft of a plan from the clipboard; raises KnownError as `read_plan`."""
    from models.intake.grammar.plan import read_lines
    from models.intake.readers import read_pasted

    with collector.paused():
        return read_lines(read_pasted(text, html), year)
