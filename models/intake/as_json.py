"""A draft as the one JSON object that ``plan show`` and ``plan read`` print."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from models.intake.draft import Finding, PlanDraft

_NOT_PRINTED = ("notice_title", "notice_text", "source_text", "ledger_rows")
_NOT_OF_BRANCHES = ("line",)  # places in the source are for the window; findings keep theirs


def as_json(draft: PlanDraft) -> dict[str, Any]:
    """Return plain dicts, lists, strings and numbers; every key is always there."""
    return {
        field.name: _plain(getattr(draft, field.name))
        for field in dataclasses.fields(draft)
        if field.name not in _NOT_PRINTED
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: _plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if isinstance(value, Finding) or f.name not in _NOT_OF_BRANCHES
        }
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
