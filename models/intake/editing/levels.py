"""Raising and lowering a line: part, item, task, measure, text."""

from __future__ import annotations

from dataclasses import replace

from models.intake.editing.history import Edit
from models.intake.editing.outline import RANK, WORDS, Entry, Level, Outline
from models.intake.editing.wording import (
    absorbed,
    heading_of,
    marked,
    measures_below,
    measures_of_text,
    read_again,
)
from models.intake.grammar.units import NO_UNITS

_STEPS: tuple[Level, ...] = ("part", "item", "task", "measure")


def stepped(outline: Outline, entry_id: int, step: int) -> Edit | None:
    """One level lower (``step`` 1) or higher (-1); text is raised to a task."""
    entry = outline.entries[outline.places[entry_id]]
    if entry.level == "text":
        return set_level(outline, entry_id, "task") if step < 0 else None
    wanted = _STEPS.index(entry.level) + step
    return set_level(outline, entry_id, _STEPS[wanted]) if 0 <= wanted < len(_STEPS) else None


def set_level(outline: Outline, entry_id: int, level: Level) -> Edit | None:
    """Another level for a line; what follows hangs where the levels then put it.

    None where nothing changes, or where a measure would have no task above it.
    """
    place = outline.places[entry_id]
    entry = outline.entries[place]
    if level == entry.level:
        return None
    if entry.level == "measure":
        fresh = _risen(outline, place, level)
    elif level == "measure":
        fresh = _under_task_before(outline, place)
    else:
        fresh = _of_line(outline, place, level)
    if fresh is None:
        return None
    return Edit(f"{outline.named(entry)}改为{WORDS[level]}", fresh, entry_id)


def _of_line(outline: Outline, place: int, level: Level) -> Outline:
    """A part, item, task or text as another of them; its measures follow its text."""
    entry = outline.entries[place]
    end = measures_below(outline, place) if entry.is_task else place + 1
    below = list(outline.entries[place + 1 : end])
    made, below, used = _as_level(outline, entry, below, level, last=_is_last(outline, end, level))
    return outline.replaced(place, end, [made, *below], used=used)


def _is_last(outline: Outline, end: int, level: Level) -> bool:
    """Whether no task would hang below a heading of ``level`` that ends at ``end``."""
    for entry in outline.entries[end:]:
        if RANK[entry.level] <= RANK[level]:
            return True
        if entry.is_task:
            return False
    return True


def _as_level(
    outline: Outline, entry: Entry, below: list[Entry], level: Level, *, last: bool
) -> tuple[Entry, list[Entry], int]:
    """A line at another level with its measures, and how many new ids that took."""
    if level == "text":
        return _as_text(absorbed(entry, below)), [], 0
    if entry.level == "text":
        entry = read_again(entry, outline)
    if level == "task":
        entry = replace(
            entry, level=level, title="", heading="", alone=False, text=entry.text or entry.title
        )
    else:
        title = entry.title if entry.level in ("part", "item") else heading_of(entry.text)
        alone = entry.alone or bool(entry.units) or last
        entry = replace(entry, level=level, title=title, alone=alone)
    if not entry.is_task:
        return replace(absorbed(entry, below), units=NO_UNITS), [], 0
    if below:
        return entry, below, 0
    below = measures_of_text(entry, outline.next_id)
    return entry, below, len(below)


def _as_text(entry: Entry) -> Entry:
    return Entry(entry.id, "text", text=marked(entry), spans=entry.spans, rows=entry.rows)


def _under_task_before(outline: Outline, place: int) -> Outline | None:
    """A line as the last measure of the task before it."""
    entry = outline.entries[place]
    above = next(
        (n for n in range(place - 1, -1, -1) if outline.entries[n].level != "measure"), None
    )
    if above is None or not outline.entries[above].is_task:
        return None
    end = measures_below(outline, place) if entry.is_task else place + 1
    entry = absorbed(entry, outline.entries[place + 1 : end])
    text = entry.text or entry.title
    made = Entry(entry.id, "measure", text=text, units=entry.units, spans=entry.spans)
    task = outline.entries[above]
    task = replace(
        task,
        text=f"{task.text}\n{text}",
        heading=task.heading or (task.text if task.alone else ""),
        rows=(*task.rows, *entry.rows),
    )
    fresh = outline.replaced(place, end, [made])
    return fresh.with_entry(task)


def _risen(outline: Outline, place: int, level: Level) -> Outline | None:
    """A measure as a line of its own behind its task, whose text loses it."""
    entry = outline.entries[place]
    above = outline.task_of(place)
    used = 0
    below: list[Entry] = []
    if above is None:
        end = place + 1
    else:
        task = outline.entries[above]
        end = measures_below(outline, above)
        rest = task.text.replace(entry.text, "", 1).strip()
        if not rest or end - above <= 2:
            return None  # nothing would be left of the task
        outline = outline.with_entry(replace(task, text=rest))
    risen = replace(entry, made=None)
    last = _is_last(outline, end, level)
    if level == "text":
        risen = _as_text(risen)
    else:
        risen, below, used = _as_level(outline, replace(risen, level="text"), [], level, last=last)
    others = [*outline.entries[place + 1 : end], risen, *below]
    return outline.replaced(place, end, others, used=used)


def set_alone(outline: Outline, entry_id: int, alone: bool) -> Edit | None:
    """Whether a part or an item is itself a task, with units and measures of its own."""
    place = outline.places[entry_id]
    entry = outline.entries[place]
    if entry.level not in ("part", "item") or entry.alone is alone:
        return None
    name = entry.number or entry.title
    if alone:
        entry = replace(read_again(entry, outline), number=entry.number, alone=True)
        below = measures_of_text(entry, outline.next_id)
        fresh = outline.replaced(place, place + 1, [entry, *below], used=len(below))
        return Edit(f"{name}作为任务", fresh, entry_id)
    end = measures_below(outline, place)
    entry = absorbed(entry, outline.entries[place + 1 : end])
    entry = replace(entry, alone=False, units=NO_UNITS, deadline=None, heading="")
    return Edit(f"{name}不作为任务", outline.replaced(place, end, [entry]), entry_id)
