"""The mended outline as a draft again, which is what a command saves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.intake.draft import (
    Finding,
    ItemDraft,
    LedgerRow,
    MeasureDraft,
    PartDraft,
    PlanDraft,
    TaskDraft,
)
from models.intake.editing.outline import RANK, Entry, Outline
from models.intake.editing.reading import Places
from models.intake.grammar.brackets import Sentence
from models.intake.grammar.fields import Fields
from models.intake.grammar.measures import measure_of


def draft_of(outline: Outline) -> PlanDraft:
    """The draft of an outline; tasks are numbered through, remarks are findings."""
    writer = _Writer(outline)
    entries = outline.entries
    first = _until(entries, 0, "item")
    loose, tasks = _split(entries[:first])
    parts: list[PartDraft] = []
    for start, end in _blocks(entries, first, "part"):
        parts.append(writer.part(entries[start:end]))
    head = outline.head
    return replace(
        head,
        preamble="\n".join(filter(None, [head.preamble, *(entry.text for entry in loose)])),
        tasks=tuple(writer.tasks(tasks)),
        parts=tuple(parts),
        findings=tuple(
            Finding(remark.line, remark.text, remark.reason)
            for remark in sorted(outline.remarks, key=lambda remark: remark.line)
            if not (remark.placed and remark.seen)
        ),
        ledger_rows=tuple(writer.rows()),
    )


class _Writer:
    """Knows the running numbers and the places in the source."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._source = Places(outline.head.source_text)

    def part(self, entries: Sequence[Entry]) -> PartDraft:
        """A part with what stands below it; one without a heading holds items before any part."""
        heading = entries[0] if entries[0].level == "part" else None
        below = entries[1:] if heading else entries
        first = _until(below, 0, "item")
        texts, tasks = _split(below[:first], own=bool(heading and heading.alone))
        items = [self._item(below[start:end]) for start, end in _blocks(below, first, "item")]
        made = PartDraft("", "", "")
        if heading is not None:
            made = PartDraft(
                heading.number, heading.title, _text(heading, texts), line=self._line(heading)
            )
        own = self._own(heading, below[:first])
        return replace(made, tasks=(*own, *self.tasks(tasks)), items=tuple(items))

    def _item(self, entries: Sequence[Entry]) -> ItemDraft:
        heading, below = entries[0], entries[1:]
        texts, tasks = _split(below, own=heading.alone)
        own = self._own(heading, below)
        return ItemDraft(
            heading.number,
            heading.title,
            _text(heading, texts),
            (*own, *self.tasks(tasks)),
            line=self._line(heading),
        )

    def _own(self, heading: Entry | None, below: Sequence[Entry]) -> tuple[TaskDraft, ...]:
        """The task that a heading is itself."""
        if heading is None or not heading.alone:
            return ()
        end = _until(below, 0, "text")
        return (self._task(replace(heading, number=""), below[:end]),)

    def tasks(self, entries: Sequence[Entry]) -> Iterator[TaskDraft]:
        """Tasks with their measures, from lines that hold nothing else."""
        for start, end in _blocks(entries, 0, "task"):
            if entries[start].level == "task":
                yield self._task(entries[start], entries[start + 1 : end])

    def _task(self, entry: Entry, below: Sequence[Entry]) -> TaskDraft:
        position = self._outline.positions[entry.id]
        measures = [each for each in below if each.level == "measure"]
        return TaskDraft(
            number=entry.number,
            position=position,
            text=entry.text,
            lead_units=entry.units.lead,
            responsible_units=entry.units.responsible,
            supporting_units=entry.units.supporting,
            deadline=entry.deadline,
            tracked=entry.tracked,
            measures=tuple(
                _measure(f"{position}.{count}", each) for count, each in enumerate(measures, 1)
            ),
            line=self._line(entry),
        )

    def rows(self) -> Iterator[LedgerRow]:
        """What a ledger's own columns said, with the tasks' numbers of now."""
        for entry in self._outline.entries:
            for row in entry.rows:
                yield replace(row, position=self._outline.positions.get(entry.id, row.position))

    def _line(self, entry: Entry) -> int:
        return self._source.line_at(entry.start) if entry.spans else 0


def _measure(number: str, entry: Entry) -> MeasureDraft:
    made = entry.made
    if made is None or made.text != entry.text:
        made = measure_of(number, Sentence(entry.text, Fields()))
    return replace(
        made,
        number=number,
        lead_units=entry.units.lead,
        responsible_units=entry.units.responsible,
        supporting_units=entry.units.supporting,
    )


def _text(heading: Entry, texts: Sequence[Entry]) -> str:
    return "\n".join([heading.heading or heading.text, *(entry.text for entry in texts)])


def _split(entries: Sequence[Entry], *, own: bool = False) -> tuple[list[Entry], list[Entry]]:
    """The text lines, and the tasks with their measures.

    A measure before any task belongs to the heading's own task, or is text where it has none.
    """
    texts: list[Entry] = []
    tasks: list[Entry] = []
    for entry in entries:
        if entry.level == "text" or (entry.level == "measure" and not (tasks or own)):
            texts.append(entry)
        elif tasks or entry.level == "task":
            tasks.append(entry)
    return texts, tasks


def _until(entries: Sequence[Entry], start: int, level: str) -> int:
    """Where the first line stands that is of ``level`` or above it."""
    rank = RANK[level]  # type: ignore[index]
    place = start
    while place < len(entries) and RANK[entries[place].level] > rank:
        place += 1
    return place


def _blocks(entries: Sequence[Entry], start: int, level: str) -> Iterator[tuple[int, int]]:
    """From where to where each line of ``level`` reaches; what stands before the first is one."""
    while start < len(entries):
        end = _until(entries, start + 1, level)
        yield start, end
        start = end
