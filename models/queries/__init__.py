"""Reads: frozen rows, never a query per row. Run them through `Ledger.ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.queries.changes import clock_warning, counts, history
from models.queries.evidence import evidence_content, evidence_digests
from models.queries.filling import fill_lines, paste_rows
from models.queries.offices import (
    bureau,
    paper_settings,
    people,
    period_row,
    section_named,
    sections,
    setting,
    thresholds,
)
from models.queries.overview import overview
from models.queries.papers import report_rows
from models.queries.plans import find_plan, plans
from models.queries.registry import (
    issued_content,
    next_number,
    paper,
    paper_versions,
    papers,
    passage_edits,
    scan_content,
    unanswered_slips,
)
from models.queries.search import search
from models.queries.tasks import find_measure, find_task, measures, task_detail, tree

if TYPE_CHECKING:
    from models.queries.received import draft_of

__all__ = [
    "bureau",
    "clock_warning",
    "counts",
    "draft_of",
    "evidence_content",
    "evidence_digests",
    "fill_lines",
    "find_measure",
    "find_plan",
    "find_task",
    "history",
    "issued_content",
    "measures",
    "next_number",
    "overview",
    "paper",
    "paper_settings",
    "paper_versions",
    "papers",
    "passage_edits",
    "paste_rows",
    "people",
    "period_row",
    "plans",
    "report_rows",
    "scan_content",
    "search",
    "section_named",
    "sections",
    "setting",
    "task_detail",
    "thresholds",
    "tree",
    "unanswered_slips",
]


def __getattr__(name: str) -> object:
    """What only few ask for is imported when they do: the window must not wait for it."""
    if name != "draft_of":
        raise AttributeError(f"models.queries has no {name!r}")
    from models.queries.received import draft_of

    return draft_of
