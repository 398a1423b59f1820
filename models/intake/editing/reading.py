"""A draft as the outline in which it is mended."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.intake.draft import Finding, ItemDraft, LedgerRow, PartDraft, PlanDraft, TaskDraft
from models.intake.editing.outline import Entry, Level, Outline, Remark, Span, joined
from models.intake.grammar.dates import is_date_line
from models.intake.grammar.numbering import read_mark
from models.intake.grammar.plan import year_of
from models.intake.grammar.units import Units

_KEY = 10  # characters by which a line is found again in its source
_LONGEST_MARK = 8
_MARK = re.compile(
    "(?:第[一二三四五六七八九十百\\d]+(?:[章节条编篇]|部分)|[（(]?[一二三四五六七八九十百\\d]+[）)、.．]+"
    "|[①-⑳㈠-㈩⒈-⒛⑴-⒇])[\\s\u3000]*$"
)


def outline_of(draft: PlanDraft) -> Outline:
    """The outline of a draft; `writing.draft_of` gives the same draft again."""
    flat = _Flat(draft)
    entries = flat.entries
    source = Places(draft.source_text)
    starts = source.found(
        [(line, entry.title or entry.text) for line, entry in zip(flat.lines, entries, strict=True)]
    )
    remarks = _remarks(draft, entries, source)
    spans, head = _spans(draft, starts, remarks, source)
    return Outline(
        head=replace(draft, tasks=(), parts=(), findings=(), ledger_rows=()),
        entries=tuple(replace(e, spans=(s,)) for e, s in zip(entries, spans, strict=True)),
        remarks=tuple(remarks),
        head_spans=head,
        next_id=len(entries) + 1,
        year=year_of(draft),
    )


class _Flat:
    """Parts, items, tasks and measures one after the other."""

    def __init__(self, draft: PlanDraft) -> None:
        self.entries: list[Entry] = []
        self.lines: list[int] = []
        self._rows: dict[int, list[LedgerRow]] = {}
        for row in draft.ledger_rows:
            self._rows.setdefault(row.position, []).append(row)
        for task in draft.tasks:
            self._task(task)
        for part in draft.parts:
            self._part(part)

    def _add(self, line: int, entry: Entry) -> None:
        before = self.lines[-1] if self.lines else 1
        self.entries.append(replace(entry, id=len(self.entries) + 1))
        self.lines.append(line or before)

    def _part(self, part: PartDraft) -> None:
        if part.number or part.title or part.text:
            tasks = self._heading("part", part, part.tasks)
        else:  # holds the items before any part
            tasks = part.tasks
        for task in tasks:
            self._task(task)
        for item in part.items:
            for task in self._heading("item", item, item.tasks):
                self._task(task)

    def _heading(
        self, level: Level, heading: PartDraft | ItemDraft, tasks: Sequence[TaskDraft]
    ) -> Sequence[TaskDraft]:
        """Add a heading with its further lines; answers the tasks that are not the heading itself."""
        if tasks and not tasks[0].number and tasks[0].text.startswith(heading.text):
            own = self._of_task(tasks[0])
            more = own.text != heading.text
            entry = replace(
                own,
                level=level,
                number=heading.number,
                title=heading.title,
                alone=True,
                heading=heading.text if more else "",
            )
            self._add(heading.line, entry)
            self._measures(tasks[0])
            return tasks[1:]
        first, *more_lines = heading.text.split("\n")
        entry = Entry(0, level, heading.number, heading.title, first)
        self._add(heading.line, entry)
        for text in more_lines:
            self._add(0, Entry(0, "text", text=text))
        return tasks

    def _task(self, task: TaskDraft) -> None:
        self._add(task.line, self._of_task(task))
        self._measures(task)

    def _of_task(self, task: TaskDraft) -> Entry:
        return Entry(
            0,
            "task",
            task.number,
            text=task.text,
            units=Units(task.lead_units, task.responsible_units, task.supporting_units),
            deadline=task.deadline,
            tracked=task.tracked,
            rows=tuple(self._rows.get(task.position, ())),
        )

    def _measures(self, task: TaskDraft) -> None:
        for made in task.measures:
            units = Units(made.lead_units, made.responsible_units, made.supporting_units)
            self._add(0, Entry(0, "measure", text=made.text, units=units, made=made))


class Places:
    """Where texts stand in a source whose lines are numbered from 1."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0]
        for place, character in enumerate(source):
            if character == "\n":
                self.starts.append(place + 1)

    def start_of(self, line: int) -> int:
        """Where a line begins."""
        return self.starts[min(max(line, 1), len(self.starts)) - 1]

    def line(self, number: int) -> str:
        """The text of a line."""
        ends = self.starts[number] if number < len(self.starts) else len(self.source)
        return self.source[self.start_of(number) : ends]

    def line_at(self, place: int) -> int:
        """Which line a character stands in."""
        return bisect_right(self.starts, place)

    def found(self, wanted: Sequence[tuple[int, str]]) -> list[int]:
        """Where each text begins, given the line that it stands in or behind.

        What is not found as it stands (a bracket was taken out of it) begins with its line.
        """
        places: list[int] = []
        reached = 0
        for line, text in wanted:
            start = max(self.start_of(line), reached if self.line_at(reached) >= line else 0)
            end = start + len(text) + 4000
            key = text.split("\n", 1)[0][:_KEY]
            place = self.source.find(key, start, end) if key else -1
            places.append(self._from_line(place, reached) if place >= 0 else start)
            reached = max(reached, place, start)
        return places

    def _from_line(self, place: int, reached: int) -> int:
        """Where the first text of a line begins with its number, or its cells before it."""
        begin = self.start_of(self.line_at(place))
        return begin if 0 < reached < begin else self._with_mark(place)

    def _with_mark(self, place: int) -> int:
        """Where the number begins that stands directly before a text."""
        mark = _MARK.search(self.source, max(place - _LONGEST_MARK, 0), place)
        return mark.start() if mark else place


def _remarks(draft: PlanDraft, entries: Sequence[Entry], source: Places) -> list[Remark]:
    """The findings; one is placed when its words stand in the tree."""
    tree = "\n".join(entry.text for entry in entries) if draft.findings else ""
    found = []
    for finding in draft.findings:
        key = _without_mark(finding).split("\n", 1)[0][: _KEY * 2]
        start = source.start_of(finding.line)
        place = max(source.source.find(finding.text[:_KEY], start), start)
        remark = Remark(
            finding.line,
            finding.text,
            finding.reason,
            placed=bool(key) and key in tree,
            spans=((place, place),),
        )
        found.append(remark)
    return found


def _without_mark(finding: Finding) -> str:
    mark = read_mark(finding.text)
    return finding.text[mark.length if mark else 0 :].strip()


def _spans(
    draft: PlanDraft, starts: Sequence[int], remarks: list[Remark], source: Places
) -> tuple[list[Span], tuple[Span, ...]]:
    """What each line owns: from its beginning to the next one's; the rest is the head's.

    A remark on what stands nowhere else owns its lines; ``remarks`` are changed in place.
    """
    loose = [n for n, remark in enumerate(remarks) if not remark.placed]
    behind = list(_closing_lines(draft, max(starts, default=0), source))
    anchors = sorted({*starts, *(remarks[n].spans[0][0] for n in loose), *behind})
    ends = dict(zip(anchors, [*anchors[1:], len(draft.source_text)], strict=True))
    for n, remark in enumerate(remarks):
        start = remark.spans[0][0]
        owned = (start, ends[start]) if n in loose else (start, start)
        remarks[n] = replace(remark, spans=(owned,))
    first = anchors[0] if anchors else len(draft.source_text)
    head = joined([(0, first)], [(start, ends[start]) for start in behind])
    return [(start, ends[start]) for start in starts], head


def _closing_lines(draft: PlanDraft, last: int, source: Places) -> Iterator[int]:
    """Where the lines of the head begin that stand behind the plan: signature, date, colophon."""
    around = {line.strip() for line in draft.notice_text.split("\n")} | set(draft.issuers)
    for number in range(source.line_at(last) + 1, len(source.starts) + 1):
        start = source.start_of(number)
        bare = source.line(number).strip(" \u3000\t\r")
        if bare and (bare in around or is_date_line(bare)):
            yield start
