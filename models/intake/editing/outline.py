"""The draft as one list of lines with levels, the way it is mended; its tree follows from the levels.

A list cannot become a wrong tree: moving, raising and lowering lines are changes of their order
and their level. Each line knows which characters of the source it owns, so that everything stays
accounted for: in a line, in the head, or in a remark.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from models.intake.draft import DeadlineDraft, LedgerRow, MeasureDraft, PlanDraft
from models.intake.grammar.units import NO_UNITS, Units

Level = Literal["part", "item", "task", "measure", "text"]
Span = tuple[int, int]  # characters of the source, from … to (excluded)

LEVELS: tuple[Level, ...] = ("part", "item", "task", "measure", "text")
WORDS: dict[Level, str] = {
    "part": "部分",
    "item": "事项",
    "task": "任务",
    "measure": "举措",
    "text": "正文",
}
RANK: dict[Level, int] = {"part": 0, "item": 1, "task": 2, "text": 2, "measure": 3}
_SHOWN = 12


@dataclass(frozen=True)
class Entry:
    """One line of the draft: a part, an item, a task, a measure, or text that is none of them."""

    id: int
    level: Level
    number: str = ""
    title: str = ""  # of parts and items: the heading sentence
    text: str = ""
    units: Units = NO_UNITS
    deadline: DeadlineDraft | None = None
    tracked: bool = True
    alone: bool = False  # a part or an item that is itself the task
    heading: str = ""  # the paragraph of such a part or item, where the task's text has more
    spans: tuple[Span, ...] = ()
    rows: tuple[LedgerRow, ...] = ()
    made: MeasureDraft | None = None  # a measure as it was read, as long as its text is the same

    @property
    def is_task(self) -> bool:
        """Whether the line becomes a task."""
        return self.level == "task" or self.alone

    @property
    def start(self) -> int:
        """Where its first character stands in the source."""
        return self.spans[0][0] if self.spans else 0


@dataclass(frozen=True)
class Remark:
    """A finding of the draft: what stands nowhere yet (`placed` False), or should be looked at."""

    line: int
    text: str
    reason: str
    placed: bool
    seen: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Counts:
    """What stands on top of the preview."""

    parts: int
    items: int
    tasks: int
    measures: int
    untracked: int
    unplaced: int


@dataclass(frozen=True)
class Outline:
    """A whole draft while it is mended; ``head`` is the draft without its tree."""

    head: PlanDraft
    entries: tuple[Entry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    head_spans: tuple[Span, ...] = ()
    next_id: int = 1
    year: int | None = field(default=None, compare=False)

    @cached_property
    def places(self) -> dict[int, int]:
        """Where each line stands in the list, by its id."""
        return {entry.id: place for place, entry in enumerate(self.entries)}

    @cached_property
    def positions(self) -> dict[int, int]:
        """The running number of each task, by the id of its line."""
        tasks = (entry.id for entry in self.entries if entry.is_task)
        return {entry_id: count for count, entry_id in enumerate(tasks, start=1)}

    @cached_property
    def parents(self) -> tuple[int | None, ...]:
        """For each place the place of the line above it in the tree."""
        found: list[int | None] = []
        open_places: list[int] = []
        for place, entry in enumerate(self.entries):
            while open_places and RANK[self.entries[open_places[-1]].level] >= RANK[entry.level]:
                open_places.pop()
            found.append(open_places[-1] if open_places else None)
            if entry.level != "text":
                open_places.append(place)
        return tuple(found)

    @cached_property
    def counts(self) -> Counts:
        """How many of each there are."""
        levels = [entry.level for entry in self.entries]
        return Counts(
            parts=levels.count("part"),
            items=levels.count("item"),
            tasks=len(self.positions),
            measures=levels.count("measure"),
            untracked=sum(entry.is_task and not entry.tracked for entry in self.entries),
            unplaced=sum(not (remark.placed or remark.seen) for remark in self.remarks),
        )

    def entry(self, entry_id: int) -> Entry | None:
        """The line with this id."""
        place = self.places.get(entry_id)
        return None if place is None else self.entries[place]

    def end_of(self, place: int) -> int:
        """Where the subtree of the line at ``place`` ends (excluded)."""
        entry = self.entries[place]
        end = place + 1
        if entry.level == "text":
            return end
        while end < len(self.entries) and RANK[self.entries[end].level] > RANK[entry.level]:
            end += 1
        return end

    def task_of(self, place: int) -> int | None:
        """The place of the task that the line at ``place`` is, or is a measure of."""
        if self.entries[place].is_task:
            return place
        above = self.parents[place] if self.entries[place].level == "measure" else None
        return above if above is not None and self.entries[above].is_task else None

    def named(self, entry: Entry) -> str:
        """How a line is called in the list of what can be undone: 第3项, （二）, 举措3.1."""
        if entry.is_task:
            return f"第{self.positions[entry.id]}项"
        if entry.level == "measure":
            place = self.places[entry.id]
            task = self.task_of(place)
            if task is not None:
                return f"举措{self.positions[self.entries[task].id]}.{place - task}"
        return entry.number or shortened(entry.title or entry.text) or WORDS[entry.level]

    def with_entries(self, entries: Iterable[Entry], *, used: int = 0) -> Outline:
        """The outline with other lines, of which ``used`` are new."""
        return replace(self, entries=tuple(entries), next_id=self.next_id + used)

    def with_entry(self, entry: Entry) -> Outline:
        """The outline with one line replaced by another of the same id."""
        return self.replaced(self.places[entry.id], self.places[entry.id] + 1, [entry])

    def replaced(self, start: int, end: int, entries: Iterable[Entry], *, used: int = 0) -> Outline:
        """The outline with other lines from ``start`` to ``end`` (excluded)."""
        return self.with_entries([*self.entries[:start], *entries, *self.entries[end:]], used=used)


def joined(*several: Iterable[Span]) -> tuple[Span, ...]:
    """The characters that any of several own, in order, touching spans as one."""
    found: list[Span] = []
    for start, end in sorted(span for spans in several for span in spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def covered(outline: Outline) -> tuple[Span, ...]:
    """Every character of the source that is accounted for."""
    owners = [*(entry.spans for entry in outline.entries), outline.head_spans]
    return joined(*owners, *(remark.spans for remark in outline.remarks))


def shortened(text: str) -> str:
    """The beginning of a text, for labels."""
    first = text.split("\n", 1)[0].strip()
    return first if len(first) <= _SHOWN else first[:_SHOWN] + "…"
