"""The outline to parts, items and tasks: where the tasks are, and what is only text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.intake.draft import (
    DeadlineDraft,
    Finding,
    ItemDraft,
    LedgerRow,
    MeasureDraft,
    PartDraft,
    TaskDraft,
)
from models.intake.grammar.brackets import Body, Sentence
from models.intake.grammar.deadlines import deadline_in, deadline_of_field
from models.intake.grammar.fields import NO_FIELDS, Fields
from models.intake.grammar.measures import measures_of
from models.intake.grammar.outline import Node
from models.intake.grammar.topics import is_guiding, is_organising
from models.intake.grammar.units import FIRST_LEADS, NO_UNITS, Units

_LONGEST_HEADING = 40


@dataclass(frozen=True)
class Tree:
    """The parts of a plan, and the tasks that stand under none."""

    tasks: tuple[TaskDraft, ...]
    parts: tuple[PartDraft, ...]
    findings: tuple[Finding, ...]
    ledger: tuple[LedgerRow, ...] = ()  # 责任领导 and 责任人 that stand on lines of their own


def build_tree(root: Node, year: int | None, *, first_leads: bool = False) -> Tree:
    """Return the parts, items and tasks under ``root``; ``year`` is the plan's, for deadlines.

    ``first_leads``: the source says outside its tasks that the unit named first leads.
    """
    for node in _all(root):
        _hoist_units(node)
    return _Builder(root, year, first_leads).built()


def _all(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _all(child)


def _hoist_units(node: Node) -> None:
    """Give units that stand behind the last of several lines without units to all of them."""
    if node.role not in ("item", "task") or len(node.children) < 2:
        return
    *others, last = node.children
    if last.fields().units and not any(_has_units(child) for child in others):
        node.said += last.said
        last.said = []


def _has_units(node: Node) -> bool:
    return bool(node.fields().units or node.read().fields.units)


def _units_of(measures: Sequence[MeasureDraft]) -> Units:
    """Return all that measures say: the units of a task that names none itself."""
    return Units.joined(
        Units(m.lead_units, m.responsible_units, m.supporting_units) for m in measures
    )


def _title(text: str) -> str:
    """Return the heading sentence of a paragraph, without its full stop."""
    first = text.split("\n", 1)[0]
    return first.split("。", 1)[0].rstrip("：: ")


class _Builder:
    """Walks the outline in the order of the text and counts the tasks."""

    def __init__(self, root: Node, year: int | None, first_leads: bool) -> None:
        self._root = root
        self._year = year
        self._position = 0
        self._first_leads = first_leads
        self._findings: list[Finding] = []
        self._ledger: list[LedgerRow] = []
        nodes = list(_all(root))
        numbered = any(child.role == "task" for child in _outside_guidance(root))
        self._sparse = not numbered and not any(_has_units(node) for node in nodes)
        self._only_parts = self._sparse and all(node.role == "part" for node in nodes)

    def built(self) -> Tree:
        tasks: list[TaskDraft] = []
        parts: list[PartDraft] = []
        items: list[ItemDraft] = []  # those before any part; one without number holds them
        nameless = PartDraft("", "", "")
        for node in self._root.children:
            if node.role == "part":
                parts.append(self._part(node))
            elif node.role == "item":
                items.append(self._item(node, nameless))
            else:
                tasks.append(self._task(node, tracked=True))
        if items:
            parts.insert(0, replace(nameless, items=tuple(items)))
        return Tree(tuple(tasks), tuple(parts), tuple(self._findings), tuple(self._ledger))

    def _part(self, node: Node) -> PartDraft:
        body = self._body(node)
        part = PartDraft(node.number, _title(body.text), body.text, line=node.line)
        if not node.children:
            alone = bool(body.fields.units) or (self._only_parts and not is_guiding(part.title))
            if alone:
                return replace(part, tasks=(self._of_heading(node, body),))
        self._note_unused(node, body)
        tasks: list[TaskDraft] = []
        items: list[ItemDraft] = []
        texts = [body.text]
        for child in node.children:
            if child.role == "item":
                items.append(self._item(child, part))
            elif is_guiding(part.title):
                texts.append(child.marked + child.whole_text())
            else:
                tasks.append(self._task(child, tracked=not is_organising(part.title)))
        return replace(part, text="\n".join(texts), tasks=tuple(tasks), items=tuple(items))

    def _note_unused(self, node: Node, body: Body) -> None:
        """Say of units and time limits behind a heading that no task has them."""
        if body.fields != NO_FIELDS:
            said = "单位" if body.fields.units else "时限、责任人"
            reason = f"标题后的{said}未分到各项任务"
            self._findings.append(Finding(node.line, node.marked + node.text(), reason))

    def _item(self, node: Node, part: PartDraft) -> ItemDraft:
        body = self._body(node)
        title = _title(body.text)
        item = ItemDraft(node.number, title, body.text, line=node.line)
        tracked = not (is_organising(title) or is_organising(part.title))
        if is_guiding(title) or is_guiding(part.title):
            self._note_unused(node, body)
            below = [child.marked + child.whole_text() for child in node.children]
            return replace(item, text="\n".join([body.text, *below]))
        if body.fields.units or (self._sparse and not node.children):
            return replace(item, tasks=(self._of_heading(node, body, tracked=tracked),))
        self._note_unused(node, body)
        return replace(
            item, tasks=tuple(self._task(child, tracked=tracked) for child in node.children)
        )

    def _of_heading(self, node: Node, body: Body, *, tracked: bool = True) -> TaskDraft:
        """Return the one task of an item or a part that is itself the task."""
        sentences = body.sentences
        if len(sentences) > 1 and _is_heading(sentences[0].text):
            sentences = sentences[1:]
        return self._made("", node, body, sentences, tracked=tracked)

    def _task(self, node: Node, *, tracked: bool) -> TaskDraft:
        body = self._body(node)
        sentences = body.sentences
        if len(sentences) > 1 and "\n" in body.text and _is_title_line(sentences[0].text):
            sentences = sentences[1:]
        return self._made(node.number, node, body, sentences, tracked=tracked)

    def _made(
        self,
        number: str,
        node: Node,
        body: Body,
        sentences: tuple[Sentence, ...],
        *,
        tracked: bool,
    ) -> TaskDraft:
        self._position += 1
        position = self._position
        below = [child.marked + child.whole_text() for child in node.children]
        measures = self._measures(position, node, sentences)
        units = body.fields.units or (_units_of(measures) if node.children else NO_UNITS)
        said = body.fields
        if said.leader or said.person:
            row = LedgerRow(position, node.line, leader=said.leader, person=said.person)
            self._ledger.append(row)
        return TaskDraft(
            number=number,
            position=position,
            text="\n".join([body.text, *below]),
            lead_units=units.lead,
            responsible_units=units.responsible,
            supporting_units=units.supporting,
            deadline=self._deadline(node, body),
            tracked=tracked,
            measures=measures,
            line=node.line,
        )

    def _measures(
        self, position: int, node: Node, sentences: tuple[Sentence, ...]
    ) -> tuple[MeasureDraft, ...]:
        """Return the numbered lines under a task as its measures, else its sentences."""
        if not node.children:
            return measures_of(position, sentences)
        lines = []
        for child in node.children:
            body = self._body(child)
            text = "\n".join([body.text, *(c.marked + c.whole_text() for c in child.children)])
            lines.append(Sentence(text, body.fields))
        return measures_of(position, lines)

    def _body(self, node: Node) -> Body:
        """Return a node's paragraphs without brackets, with its labelled lines."""
        text = node.text()
        body = node.read()
        fields = Fields.joined([*node.said, body.fields]) if node.said else body.fields
        said_here = bool(FIRST_LEADS.search(text))
        # Said where no units stand, or with 下同, it holds from there on.
        from_here = said_here and ("下同" in text or not fields.units)
        self._first_leads = self._first_leads or from_here
        if self._first_leads or said_here:
            fields = replace(fields, units=fields.units.with_first_as_lead())
        return body if fields is body.fields else replace(body, fields=fields)

    def _deadline(self, node: Node, body: Body) -> DeadlineDraft | None:
        """Return what the task itself says, else what its numbered lines say, the last day."""
        if not node.children:
            own = body.fields.deadline
            year = self._year
            return deadline_of_field(own, year) if own else deadline_in(body.text, year)
        below = Fields.joined(fields for child in node.children for fields in child.said)
        said = body.fields.deadline or below.deadline
        if said:
            return deadline_of_field(said, self._year)
        return deadline_in("\n".join([body.text, *(x.text() for x in node.children)]), self._year)


def _outside_guidance(node: Node) -> Iterator[Node]:
    """Yield what stands below ``node``, but nothing under guiding thought, principles and goals."""
    for child in node.children:
        yield child
        if not is_guiding(_title(child.text())):
            yield from _outside_guidance(child)


def _is_title_line(sentence: str) -> bool:
    """Tell whether a sentence is a short line of its own, as titles in tables are."""
    return len(sentence) <= _LONGEST_HEADING and sentence[-1:] not in "。！？；;"


def _is_heading(sentence: str) -> bool:
    """Tell whether a paragraph's first sentence heads it: short, or a line of its own."""
    short = len(sentence) <= _LONGEST_HEADING and not set(sentence) & set("，,；;")
    return short or _is_title_line(sentence)
