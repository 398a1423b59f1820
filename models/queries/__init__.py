"""Reads: frozen rows, never a query per row. Run them through `Ledger.ask`.

What the window shows first is imported with this folder, the rest when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from models.queries.office import (
    bureau,
    lights,
    paper_settings,
    section_named,
    sections,
    setting,
    thresholds,
)
from models.queries.plan_tree import tree
from models.queries.plans import find_plan, plans

if TYPE_CHECKING:
    from models.queries.changes import clock_warning, counts, history
    from models.queries.evidence import evidence_content, evidence_digests, plan_evidence
    from models.queries.filling import fill_lines, paste_ground
    from models.queries.former import former_tasks
    from models.queries.offices import people, period_row
    from models.queries.overview import overview
    from models.queries.received import draft_of
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
    from models.queries.reportrows import report_rows
    from models.queries.rereading import compare_with, recognised_plan, revisions
    from models.queries.search import search
    from models.queries.tables import own_table
    from models.queries.tasks import find_measure, find_task, measures, task_detail
    from models.queries.years import earlier_plan, known_units, proposals, unfinished

# What the window does not wait for, and where it is.
_LATE = {
    "clock_warning": "changes",
    "counts": "changes",
    "history": "changes",
    "evidence_content": "evidence",
    "evidence_digests": "evidence",
    "plan_evidence": "evidence",
    "fill_lines": "filling",
    "paste_ground": "filling",
    "people": "offices",
    "period_row": "offices",
    "overview": "overview",
    "issued_content": "registry",
    "next_number": "registry",
    "paper": "registry",
    "paper_versions": "registry",
    "papers": "registry",
    "passage_edits": "registry",
    "scan_content": "registry",
    "unanswered_slips": "registry",
    "report_rows": "reportrows",
    "search": "search",
    "draft_of": "received",
    "compare_with": "rereading",
    "former_tasks": "former",
    "recognised_plan": "rereading",
    "revisions": "rereading",
    "own_table": "tables",
    "find_measure": "tasks",
    "find_task": "tasks",
    "measures": "tasks",
    "task_detail": "tasks",
    "earlier_plan": "years",
    "known_units": "years",
    "proposals": "years",
    "unfinished": "years",
}

__all__ = [
    "bureau",
    "clock_warning",
    "compare_with",
    "counts",
    "draft_of",
    "earlier_plan",
    "evidence_content",
    "evidence_digests",
    "fill_lines",
    "find_measure",
    "find_plan",
    "find_task",
    "former_tasks",
    "history",
    "issued_content",
    "known_units",
    "lights",
    "measures",
    "next_number",
    "overview",
    "own_table",
    "paper",
    "paper_settings",
    "paper_versions",
    "papers",
    "passage_edits",
    "paste_ground",
    "people",
    "period_row",
    "plan_evidence",
    "plans",
    "proposals",
    "recognised_plan",
    "report_rows",
    "revisions",
    "scan_content",
    "search",
    "section_named",
    "sections",
    "setting",
    "task_detail",
    "thresholds",
    "tree",
    "unanswered_slips",
    "unfinished",
]


def __getattr__(name: str) -> object:
    """Import the file in which a query stands; it then stands over a file of its own name."""
    if name not in _LATE:
        raise AttributeError(f"models.queries has no {name!r}")
    found: object = getattr(import_module(f"models.queries.{_LATE[name]}"), name)
    globals()[name] = found
    return found
