"""What is known of a task's progress: the period's reports, else the newest one with its period."""

from __future__ import annotations

from models.periods import Period
from models.rows import ReportRows, TaskDossier
from reports.builders.joining import joined_entries, meaning, one_paragraph


def latest_progress(rows: ReportRows, dossier: TaskDossier) -> str:
    """What the period says; else the latest entry, with the period it was written for."""
    joined = joined_entries(dossier, "wording", rows.period).text
    latest = dossier.latest
    if joined or latest is None:
        return joined
    text = meaning(latest.wording)
    if not text:
        return ""
    own = latest.period == rows.period.period.code
    said = "" if own else f"（{Period.parse(latest.period).title}填报）"
    return f"{one_paragraph(text)}{said}"
