"""What a line says beside its words: units, time limit, tracked or not; and the plan's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.intake.editing.history import Edit
from models.intake.editing.outline import Outline
from models.intake.grammar.deadlines import deadline_of_field
from models.intake.grammar.units import Units

_BETWEEN = re.compile(r"[、，,；;\n\t]+")
_HEAD_WORDS = {
    "title": "标题",
    "notice_title": "来文标题",
    "document_number": "发文字号",
    "issuers": "发文机关",
    "addressees": "主送机关",
    "issued_on": "成文日期",
    "preamble": "前言",
}


def names_in(words: str) -> tuple[str, ...]:
    """The units that a person typed, each once; a 、 inside brackets is part of a name."""
    names: list[str] = []
    depth = 0
    name = ""
    for character in words:
        depth += (character in "（(") - (character in "）)")
        if depth <= 0 and _BETWEEN.match(character):
            names.append(name.strip())
            name = ""
        else:
            name += character
    names.append(name.strip())
    return tuple(dict.fromkeys(filter(None, names)))


def set_units(
    outline: Outline,
    entry_id: int,
    *,
    lead: Sequence[str] | None = None,
    responsible: Sequence[str] | None = None,
    supporting: Sequence[str] | None = None,
) -> Edit | None:
    """Other units for a task or a measure; None is as it was."""
    entry = outline.entries[outline.places[entry_id]]
    units = Units(
        entry.units.lead if lead is None else tuple(lead),
        entry.units.responsible if responsible is None else tuple(responsible),
        entry.units.supporting if supporting is None else tuple(supporting),
    )
    if units == entry.units or not (entry.is_task or entry.level == "measure"):
        return None
    fresh = outline.with_entry(replace(entry, units=units))
    return Edit(f"修改{outline.named(entry)}的单位", fresh, entry_id)


def set_deadline(outline: Outline, entry_id: int, words: str) -> Edit | None:
    """Another 完成时限 for a task, in words that the grammar reads; "" for none."""
    entry = outline.entries[outline.places[entry_id]]
    words = words.strip()
    if not entry.is_task or words == (entry.deadline.text if entry.deadline else ""):
        return None
    deadline = deadline_of_field(words, outline.year) if words else None
    fresh = outline.with_entry(replace(entry, deadline=deadline))
    return Edit(f"修改{outline.named(entry)}的完成时限", fresh, entry_id)


def set_tracked(outline: Outline, entry_ids: Sequence[int], tracked: bool) -> Edit | None:
    """Whether tasks are to be tracked; of a heading all tasks below it."""
    places: set[int] = set()
    for entry_id in entry_ids:
        place = outline.places[entry_id]
        task = outline.task_of(place)
        places.update([task] if task is not None else [], range(place, outline.end_of(place)))
    changed = [
        n for n in sorted(places) if outline.entries[n].is_task
        and outline.entries[n].tracked is not tracked
    ]  # fmt: skip
    if not changed:
        return None
    entries = list(outline.entries)
    for place in changed:
        entries[place] = replace(entries[place], tracked=tracked)
    name = outline.named(entries[changed[0]])
    what = name if len(changed) == 1 else f"{name}等{len(changed)}项"
    return Edit(
        f"{what}{'跟踪' if tracked else '不跟踪'}", outline.with_entries(entries), entry_ids[0]
    )


def set_head(
    outline: Outline, *, issued_on: date | None = None, **values: str | tuple[str, ...]
) -> Edit | None:
    """Other words for the head: title, document_number, issuers …; a day for issued_on."""
    wanted = {**values, **({"issued_on": issued_on} if issued_on else {})}
    head = replace(outline.head, **wanted)  # type: ignore[arg-type]
    if head == outline.head:
        return None
    names = [word for key, word in _HEAD_WORDS.items() if key in wanted]
    return Edit(f"修改{'、'.join(names)}", replace(outline, head=head), 0)
