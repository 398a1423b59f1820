"""填报 as the window does it: many cells of many lines, kept as one change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gui.operations.operation import Operation, operation
from models import commands
from models.commands import EntryDraft
from models.filling import FillLine, PasteGround, PasteItem, values
from models.history import Work
from models.periods import Period
from models.rows import EntryRow
from models.rules import Status


@dataclass(frozen=True)
class Batch:
    """Who reported, how and when, said once for what is filled from now on; empty = not said."""

    reporter: str = ""
    manner: str = ""
    day: dt.date | None = None


@dataclass(frozen=True)
class Edit:
    """One cell: a field of `models.filling.FIELDS`, or nothing_new, with its new value."""

    line: FillLine
    field: str
    value: Any


def fill(edits: Sequence[Edit], period: Period, batch: Batch, today: dt.date) -> Operation:
    """Write cells; words that were reviewed are reviewed anew, all others are the report itself."""

    def write(work: Work) -> None:
        lines = {each.line.key: each.line for each in edits}
        for key, line in lines.items():
            said = {each.field: each.value for each in edits if each.line.key == key}
            _write_line(work, line, said, period, batch, today)
        labels = [line.label for line in lines.values()]
        work.new_id = None
        what = labels[0] if len(labels) == 1 else f"{len(labels)}项"
        work.label = f"填报 {what}（{period.title}）"

    return operation(write)


def block(
    items: Sequence[PasteItem], ground: PasteGround, period: Period, batch: Batch, today: dt.date
) -> Operation:
    """A pasted block as one change, each place told who reported it."""
    lines = []
    for place, said in values(items).items():
        entry = ground.held(place)
        section = place.section_id
        if section is None and entry is not None:
            section = entry.section_id or 0
        draft: dict[str, Any] = {**_with_nothing_new(entry, said), **who(entry, batch, today)}
        lines.append((place.task_id, place.measure_id, EntryDraft(section_id=section, **draft)))
    return operation(commands.write_block, period, tuple(lines))


def _write_line(
    work: Work, line: FillLine, said: dict[str, Any], period: Period, batch: Batch, today: dt.date
) -> None:
    reviews = {name: value for name, value in said.items() if line.reviewed(name)}
    told = {name: value for name, value in said.items() if name not in reviews}
    finished = told.get("status") is Status.COMPLETED
    if finished:
        del told["status"]
    if reviews and line.entry is not None:
        commands.review_entry(work, line.entry.id, **reviews)
    if told:
        draft = EntryDraft(
            **_with_nothing_new(line.entry, told),
            section_id=line.section_id,
            **who(line.entry, batch, today),
        )
        commands.write_progress(work, line.task.id, period, draft, line.measure_id)
    if finished:
        commands.complete(work, line.task.id)


def _with_nothing_new(entry: EntryRow | None, told: dict[str, Any]) -> dict[str, Any]:
    """Words take back a 本期无新进展."""
    if entry is not None and entry.nothing_new and told.get("text"):
        return {**told, "nothing_new": False}
    return told


def who(entry: EntryRow | None, batch: Batch, today: dt.date) -> dict[str, Any]:
    """What an entry is told of its reporter: a correction keeps who reported it, and when."""
    day = batch.day or today
    if entry is None or day > entry.reported_on:
        found: dict[str, Any] = {"reported_on": batch.day}
        fresh = True
    else:
        found, fresh = {"reported_on": entry.reported_on}, False
    for name in ("reporter", "manner"):
        value = getattr(batch, name)
        if value and (fresh or not getattr(entry, name)):
            found[name] = value
    return found
