"""An outline as plain JSON and back, so that a half-mended draft outlives its window."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from models.intake.draft import DeadlineDraft, LedgerRow, PlanDraft
from models.intake.editing.outline import LEVELS, Entry, Outline, Remark, Span
from models.intake.grammar.units import Units

Json = Any
VERSION = 1


def to_json(outline: Outline) -> dict[str, Json]:
    """Plain dicts, lists, texts and numbers. What measures promise is read from their words again."""
    entries = [replace(entry, made=None) for entry in outline.entries]
    return {
        "version": VERSION,
        "head": _plain(outline.head),
        "entries": [_plain(entry) for entry in entries],
        "remarks": [_plain(remark) for remark in outline.remarks],
        "head_spans": [list(span) for span in outline.head_spans],
        "next_id": outline.next_id,
        "year": outline.year,
    }


def from_json(kept: Mapping[str, Json]) -> Outline:
    """The outline that `to_json` wrote; KeyError, TypeError or ValueError for anything else."""
    if kept["version"] != VERSION:
        raise ValueError(kept["version"])
    return Outline(
        head=_head(kept["head"]),
        entries=tuple(_entry(each) for each in kept["entries"]),
        remarks=tuple(
            Remark(**{**each, "spans": _spans(each["spans"])}) for each in kept["remarks"]
        ),
        head_spans=_spans(kept["head_spans"]),
        next_id=int(kept["next_id"]),
        year=kept["year"],
    )


def _plain(value: object) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def _head(kept: Mapping[str, Json]) -> PlanDraft:
    return PlanDraft(
        title=str(kept["title"]),
        document_number=str(kept["document_number"]),
        issuers=_texts(kept["issuers"]),
        addressees=_texts(kept["addressees"]),
        issued_on=_day(kept["issued_on"]),
        preamble=str(kept["preamble"]),
        notice_title=str(kept["notice_title"]),
        notice_text=str(kept["notice_text"]),
        source_text=str(kept["source_text"]),
    )


def _entry(kept: Mapping[str, Json]) -> Entry:
    level = kept["level"]
    if level not in LEVELS:
        raise ValueError(level)
    units, deadline = kept["units"], kept["deadline"]
    rows = (LedgerRow(**{**row, "until": _day(row["until"])}) for row in kept["rows"])
    return Entry(
        id=int(kept["id"]),
        level=level,
        number=str(kept["number"]),
        title=str(kept["title"]),
        text=str(kept["text"]),
        units=Units(*(_texts(units[role]) for role in ("lead", "responsible", "supporting"))),
        deadline=deadline and DeadlineDraft(str(deadline["text"]), _day(deadline["date"])),
        tracked=bool(kept["tracked"]),
        alone=bool(kept["alone"]),
        heading=str(kept["heading"]),
        spans=_spans(kept["spans"]),
        rows=tuple(rows),
    )


def _texts(kept: Sequence[Json]) -> tuple[str, ...]:
    return tuple(str(each) for each in kept)


def _spans(kept: Sequence[Json]) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in kept)


def _day(kept: Json) -> date | None:
    return date.fromisoformat(kept) if kept else None
