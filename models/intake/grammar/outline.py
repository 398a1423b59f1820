"""Lines to a tree: each numbered line is a node, what follows it without a number is its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from models.intake.draft import Finding
from models.intake.grammar.brackets import Body, ends_with_units, read_body
from models.intake.grammar.fields import Fields, read_fields, starts_with_label
from models.intake.grammar.numbering import Kind, Mark, read_mark
from models.intake.grammar.topics import is_organising
from models.intake.source import Line

Role = Literal["root", "part", "item", "task", "measure"]
_RANK: dict[Role, int] = {"root": 0, "part": 1, "item": 2, "task": 3, "measure": 4}
# How the paragraphs begin that close a plan and belong to none of its tasks.
_CLOSING = re.compile(
    "各(?:地区|地|级|部门|单位|有关|相关|市|县|区)[^。]{0,30}要|本(?:意见|通知|方案|办法|要点|计划)"
    "|自本|以上|特此|附件|附表|附[:：]"
)
_LONGEST_HEADING = 40
_WHOM_TO_CALL = re.compile("[（(]?联系(?:人|电话)")


@dataclass
class Node:
    """One numbered line with its body, its labelled fields and what stands below it."""

    role: Role
    number: str
    line: int = 0
    marked: str = ""  # the number as received
    body: list[str] = field(default_factory=list)
    said: list[Fields] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    kinds: set[Kind] = field(default_factory=set)  # of the numbers below
    _read: tuple[str, Body] | None = None
    closed: bool = False  # its units have been said: what follows belongs to it no more

    def read(self) -> Body:
        """Return the paragraphs without unit brackets, read once."""
        text = self.text()
        if self._read is None or self._read[0] != text:
            self._read = (text, read_body(text))
        return self._read[1]

    def fields(self) -> Fields:
        """Return what the labelled lines below it say."""
        return Fields.joined(self.said)

    def text(self) -> str:
        """Return the paragraphs without the number, one a line."""
        return "\n".join(self.body)

    def whole_text(self) -> str:
        """Return the paragraphs with those of everything below, numbers as received."""
        below = [child.marked + child.whole_text() for child in self.children]
        return "\n".join([*self.body, *below])

    def below(self, role: Role) -> list[Node]:
        """Return the nodes directly below that have ``role``."""
        return [child for child in self.children if child.role == role]


@dataclass(frozen=True)
class Outline:
    """The tree under a root without number, and what a person should look at."""

    root: Node
    findings: tuple[Finding, ...]


def read_outline(lines: Sequence[Line]) -> Outline:
    """Return the tree of numbered ``lines``; the first of them bears a number."""
    marks = [read_mark(line.text) for line in lines]
    roles = _roles(marks)
    if any(mark and mark.kind == "decimal" for mark in marks) and _are_headings(lines, marks):
        roles = {**roles, "digit": "item", "decimal": "task", "digit_paren": "measure"}
    return _Growing(roles).grown(lines, marks)


def _are_headings(lines: Sequence[Line], marks: Sequence[Mark | None]) -> bool:
    """Tell whether each line that 1. begins only heads the 1.1, 1.2 … below it."""
    numbered = [(x.text, mark.kind) for x, mark in zip(lines, marks, strict=True) if mark]
    behind = [*(kind for _, kind in numbered[1:]), ""]
    return all(
        following == "decimal" and len(text) <= _LONGEST_HEADING and "。" not in text.rstrip("。")
        for (text, kind), following in zip(numbered, behind, strict=True)
        if kind == "digit"
    )


def _roles(marks: Sequence[Mark | None]) -> dict[Kind, Role]:
    """Return which kind of number heads a part, an item, a task and a measure in this source."""
    kinds = {mark.kind for mark in marks if mark}
    first = next((mark.kind for mark in marks if mark and mark.kind in ("han", "article")), "")
    # 一、 above 第一条 heads a part as ever; below it, or below a chapter, it is an item.
    articles = "article" in kinds and first == "article"
    by_chapter = bool(kinds & {"chapter", "section"}) or articles
    return {
        "chapter": "part",
        "section": "item",
        "article": "item",
        "han": "item" if by_chapter else "part",
        "han_paren": "task" if by_chapter else "item",
        "digit": "task",
        "decimal": "measure" if "digit" in kinds else "task",
        "digit_paren": "measure" if "digit" in kinds else "task",
        "circled": "measure",
    }


def _is_open_closing(node: Node) -> bool:
    """Tell whether a node is the part on organisation itself, which closing words belong to."""
    return bool(node.body) and is_organising(node.body[0].split("。")[0])


class _Growing:
    """The tree while its lines come in, one after the other."""

    def __init__(self, roles: dict[Kind, Role]) -> None:
        self._roles = roles
        self._root = Node("root", "")
        self._path = [self._root]
        self._last: dict[Kind, int] = {}
        self._findings: list[Finding] = []

    def grown(self, lines: Sequence[Line], marks: Sequence[Mark | None]) -> Outline:
        last_numbered = max((n for n, mark in enumerate(marks) if mark), default=-1)
        for place, (line, mark) in enumerate(zip(lines, marks, strict=True)):
            if mark is not None:
                self._open(mark, line)
            elif starts_with_label(line.text) and not _WHOM_TO_CALL.match(line.text):
                self._take_field(line)
            else:
                self._take_text(line, at_end=place > last_numbered)
        return Outline(self._root, tuple(self._findings))

    def _open(self, mark: Mark, line: Line) -> None:
        """Hang a new node under the nearest open one of higher rank."""
        role = self._roles[mark.kind]
        while _RANK[self._path[-1].role] >= _RANK[role]:
            self._path.pop()
        node = Node(role, mark.number, line.number, line.text[: mark.length])
        self._count(mark, line, again=mark.kind in self._path[-1].kinds)
        self._path[-1].kinds.add(mark.kind)
        self._path[-1].children.append(node)
        self._path.append(node)
        text = line.text[mark.length :].strip()
        if text:
            node.body.append(text)
            node.closed = ends_with_units(text)

    def _count(self, mark: Mark, line: Line, *, again: bool) -> None:
        """Note a number that neither runs on nor, under another heading, starts again at one."""
        before = self._last.get(mark.kind, 0)
        self._last[mark.kind] = mark.value
        if mark.value not in (1, before + 1):
            came = f"前一个是{before}" if before else "前面没有编号"
            self._note(line, f"编号不连续：{came}，这里是{mark.value}")
        elif mark.value == 1 and again:
            self._note(line, f"编号重复：同一标题下又从1开始，前一个是{before}")

    def _take_field(self, line: Line) -> None:
        node = self._path[-1]
        if node is self._root:
            self._note(line, "单位或时限不在任何任务之下")
            return
        node.said.append(read_fields(line.text))
        node.closed = True

    def _take_text(self, line: Line, *, at_end: bool) -> None:
        node = self._path[-1]
        if node.closed or (at_end and _CLOSING.match(line.text) and not _is_open_closing(node)):
            node.closed = True
            place = "结尾" if at_end else "任务之间"
            self._note(line, f"{place}没有编号的段落，未列入任务")
            return
        node.body.append(line.text)
        node.closed = ends_with_units(line.text)

    def _note(self, line: Line, reason: str) -> None:
        self._findings.append(Finding(line.number, line.text, reason))
