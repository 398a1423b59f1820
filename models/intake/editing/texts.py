"""Other words for a line, one line made two, two made one."""

from __future__ import annotations

import re
from dataclasses import replace

from models.intake.editing.history import Edit
from models.intake.editing.outline import Entry, Outline, Span, joined
from models.intake.editing.wording import absorbed, heading_of, measures_below, measures_of_text
from models.intake.grammar.units import Units

_KEY = 10
_WORD = re.compile(r"\w")
_CLOSED = "。；;！？!?"


def rename(
    outline: Outline,
    entry_id: int,
    *,
    number: str | None = None,
    title: str | None = None,
    text: str | None = None,
) -> Edit | None:
    """Other words for a line; a word of None is as it was.

    Measures follow a task's text where they were its sentences. Answers None where nothing
    changes, or nothing would be left.
    """
    place = outline.places[entry_id]
    old = outline.entries[place]
    entry = replace(old, number=old.number if number is None else number.strip())
    if title is not None and title.strip() != old.title:
        entry = _titled(entry, title.strip())
    if text is not None and text != old.text:
        entry = _worded(entry, text)
    if entry == old or not (entry.text.strip() or entry.title):
        return None
    end = measures_below(outline, place) if entry.is_task else place + 1
    below = list(outline.entries[place + 1 : end])
    used = 0
    if entry.text != old.text and any(each.text not in entry.text for each in below):
        entry = absorbed(entry, below)
        below = measures_of_text(entry, outline.next_id)
        used = len(below)
    label = f"修改{outline.named(old)}"
    return Edit(label, outline.replaced(place, end, [entry, *below], used=used), entry_id)


def _titled(entry: Entry, title: str) -> Entry:
    """Another heading, in the paragraph that begins with it, too."""

    def with_title(text: str) -> str:
        return title + text[len(entry.title) :] if text.startswith(entry.title) else text

    return replace(
        entry, title=title, text=with_title(entry.text), heading=with_title(entry.heading)
    )


def _worded(entry: Entry, text: str) -> Entry:
    """Another text; the heading sentence follows it."""
    if entry.level not in ("part", "item"):
        return replace(entry, text=text, made=None)
    follows = entry.title == heading_of(entry.text)
    title = heading_of(text) if follows else entry.title
    return replace(entry, text=text, title=title, heading="")


def split(outline: Outline, entry_id: int, at: int) -> Edit | None:
    """Cut a line in two behind the character ``at`` of its text; what hangs below follows its words.

    None where one of the two would have no words.
    """
    place = outline.places[entry_id]
    entry = outline.entries[place]
    first, second = entry.text[:at].rstrip(), entry.text[at:].lstrip()
    if not (_WORD.search(first) and _WORD.search(second)):
        return None
    before, behind = _cut_spans(outline, entry, second)
    one = replace(_worded(entry, first), spans=before)
    other = replace(_worded(entry, second), id=outline.next_id, number="", spans=behind, rows=())
    if entry.level in ("part", "item"):
        other = replace(other, title=heading_of(second))
    end = measures_below(outline, place) if entry.is_task else place + 1
    kept: list[Entry] = []
    moved: list[Entry] = []
    for each in outline.entries[place + 1 : end]:
        (kept if each.text in first or each.text not in second else moved).append(each)
    used = 1
    if entry.is_task and not moved:
        moved = measures_of_text(other, outline.next_id + used)
        used += len(moved)
    fresh = outline.replaced(place, end, [one, *kept, other, *moved], used=used)
    return Edit(f"拆分{outline.named(entry)}", fresh, other.id)


def _cut_spans(
    outline: Outline, entry: Entry, second: str
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What each half owns; both own all where the second is not found as it stands."""
    for n, (start, end) in enumerate(entry.spans):
        cut = outline.head.source_text.find(second[:_KEY], start, end)
        if cut > start:
            before = (*entry.spans[:n], (start, cut))
            return before, ((cut, end), *entry.spans[n + 1 :])
    return entry.spans, entry.spans


def merge(outline: Outline, entry_id: int) -> Edit | None:
    """Join a line with the next one of its level; None where there is none beside it."""
    place = outline.places[entry_id]
    entry = outline.entries[place]
    end = outline.end_of(place)
    if end >= len(outline.entries) or outline.entries[end].level != entry.level:
        return None
    other = outline.entries[end]
    joint = "" if entry.level == "measure" or entry.text[-1:] not in _CLOSED else "\n"
    one = replace(
        entry,
        text=_joined_text(entry, other, joint),
        heading="",
        alone=entry.alone or other.alone,
        units=Units.joined([entry.units, other.units]),
        deadline=entry.deadline or other.deadline,
        tracked=entry.tracked or other.tracked,
        spans=joined(entry.spans, other.spans),
        rows=(*entry.rows, *other.rows),
        made=None,
    )
    below = outline.entries[place + 1 : end]
    fresh = outline.replaced(place, end + 1, [one, *below])
    if other.alone and not entry.alone:
        # Its measures would hang on the last task of the first heading.
        own = outline.entries[end + 1 : measures_below(outline, end)]
        behind = fresh.entries[place + 1 + len(below) + len(own) :]
        fresh = fresh.with_entries([*fresh.entries[: place + 1], *own, *below, *behind])
    label = f"合并{outline.named(entry)}和{outline.named(other)}"
    return Edit(label, fresh, entry_id)


def _joined_text(entry: Entry, other: Entry, joint: str) -> str:
    if entry.level in ("part", "item"):
        return f"{entry.text}\n{other.number}{other.text}"
    return entry.text + joint + other.text
