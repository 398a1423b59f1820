"""Words of a line: numbers, headings, sentences. What the operations share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.intake.editing.outline import Entry, Outline, joined
from models.intake.grammar.brackets import read_body
from models.intake.grammar.deadlines import deadline_of_field
from models.intake.grammar.numbering import read_mark
from models.intake.grammar.spans import sentences

_LONGEST_HEADING = 40
_CLOSED = "。！？；;"


def heading_of(text: str) -> str:
    """The heading sentence of a paragraph, without its full stop."""
    return text.split("\n", 1)[0].split("。", 1)[0].rstrip("：: ")


def marked(entry: Entry) -> str:
    """A line with its number, as it would be printed."""
    number = entry.number
    if number and entry.level == "part" and not number.startswith("第"):
        number += "、"
    elif number and number[-1].isdigit():
        number += "."
    return number + (entry.text or entry.title)


def measures_of_text(entry: Entry, first_id: int) -> list[Entry]:
    """A measure a sentence of a line, without the heading that it may begin with."""
    said = [words.strip() for words in sentences(entry.text) if words.strip()]
    if len(said) > 1 and _is_heading(said[0], of_heading=entry.level != "task"):
        said = said[1:]
    return [
        Entry(first_id + count, "measure", text=words, spans=entry.spans)
        for count, words in enumerate(said)
    ]


def _is_heading(sentence: str, *, of_heading: bool) -> bool:
    """Whether a paragraph's first sentence heads it; of a task only where it is a line of its own."""
    if len(sentence) > _LONGEST_HEADING:
        return False
    if sentence[-1] not in _CLOSED:
        return True
    return of_heading and not set(sentence) & set("，,；;")


def absorbed(entry: Entry, below: Iterable[Entry]) -> Entry:
    """A line that owns in the source what its former measures owned, too."""
    return replace(entry, spans=joined(entry.spans, *(each.spans for each in below)))


def read_again(entry: Entry, outline: Outline) -> Entry:
    """A line of text read as the grammar reads one: number, units and time limit taken out."""
    mark = read_mark(entry.text)
    number = entry.number or (mark.number if mark else "")
    body = read_body(entry.text[mark.length if mark else 0 :].strip())
    limit = body.fields.deadline
    return replace(
        entry,
        number=number,
        text=body.text or entry.text,
        units=body.fields.units or entry.units,
        deadline=deadline_of_field(limit, outline.year) if limit else entry.deadline,
    )


def measures_below(outline: Outline, place: int) -> int:
    """Where the measures directly behind the line at ``place`` end (excluded)."""
    end = place + 1
    while end < len(outline.entries) and outline.entries[end].level == "measure":
        end += 1
    return end
