"""A paper's text as passages that a person may change, leave out, add and move.

The program's words and the person's are both kept: when the ledger changes afterwards, the
person's words stand in the paper and the difference is told (`Conflict`). Nothing here saves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.paperrows import PassageEdit
from reports.builders.numerals import chinese
from reports.document import Block, Figure, Heading, Line, OfficialDocument, Paragraph, Source

TITLE = "title"
ORIGIN = "@"
"""Before a passage's key: the place where it stood before a person moved it (`PassageEdit`)."""
CLOSING = "closing"
"""特此报告。: what has lost its place stands before it."""
_NUMBER = re.compile(
    r"[一二三四五六七八九十百零]+、|（[一二三四五六七八九十百零]+）|\d{1,3}[.．](?!\d)|（\d{1,3}）"
)


@dataclass(frozen=True)
class Passage:
    """One passage: level 0 is a paragraph, 1–4 a heading (its text without the number)."""

    key: str
    text: str
    level: int = 0
    sources: tuple[Source, ...] = ()
    block: Block | None = None


@dataclass(frozen=True)
class Conflict:
    """A passage that a person edited and whose source has changed since: all three wordings.

    generated is empty where the ledger no longer gives the passage at all.
    """

    key: str
    base: str
    edited: str
    generated: str


@dataclass(frozen=True)
class Edited:
    """The document with the edits in it, its passages in order, and what has changed beneath."""

    document: OfficialDocument
    passages: tuple[Passage, ...]
    conflicts: tuple[Conflict, ...]


def passages(document: OfficialDocument) -> tuple[Passage, ...]:
    """The title and every block of the body in order, each under a key of its own."""
    found = [Passage(TITLE, document.title)]
    taken = {TITLE}
    for place, block in enumerate(document.body):
        passage = _passage(block, place)
        key, count = passage.key, 1
        while key in taken:
            count += 1
            key = f"{passage.key}#{count}"
        taken.add(key)
        found.append(replace(passage, key=key))
    return tuple(found)


def apply(document: OfficialDocument, edits: Sequence[PassageEdit]) -> Edited:
    """Put a person's edits into what the program composed from today's ledger."""
    generated = passages(document)
    if not edits:
        return Edited(document, generated, ())
    row = _arranged(generated, edits)
    dropped = {edit.key for edit in edits if edit.dropped} - {TITLE}
    kept = tuple(each for each in row if each.key not in dropped and not _gone(each))
    return Edited(
        replace(document, title=kept[0].text, body=tuple(_numbered(kept[1:]))),
        kept,
        tuple(_conflicts(generated, edits)),
    )


def changed_beneath(conflict: Conflict) -> str:
    """What is shown before export when the ledger has changed under an edited passage."""
    head = "手工改过的一段在台账里又有变化，文稿中仍用手工文字"
    now = (
        f"现在台账里是“{_short(conflict.generated)}”"
        if conflict.generated
        else "现在台账里没有这一段"
    )
    return f"{head}“{_short(conflict.edited)}”；{now}，请核对。"


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def plain_text(document: OfficialDocument) -> str:
    """复制全文: title, addressee, body, signature and date as lines of plain text."""
    lines = [document.plain_title]
    if document.addressee:
        lines.append(f"{document.addressee.rstrip('：:')}：")
    for block in document.body:
        if isinstance(block, Heading):
            lines.append(f"　　{block.text}{block.run_in}")
        elif isinstance(block, Paragraph):
            lines += [f"　　{each}" for each in (block.lead + block.text).split("\n") if each]
        elif isinstance(block, Line):
            lines.append(block.text)
        elif isinstance(block, Figure):
            lines.append(block.caption)
    lines += _attachment_note(document.attachment_names)
    if document.signature is not None:
        lines += [*document.signature.issuers, document.signature.date_text]
    if document.remark:
        lines.append(f"　　{document.remark}")
    return "\n".join(lines) + "\n"


def _attachment_note(names: Sequence[str]) -> list[str]:
    """附件说明 (7.3.4): one attachment bears no number, several do."""
    if len(names) == 1:
        return [f"　　附件：{names[0]}"]
    return [
        f"　　{'附件：' if number == 1 else '　　　'}{number}.{name}"
        for number, name in enumerate(names, 1)
    ]


def _passage(block: Block, place: int) -> Passage:
    if isinstance(block, Heading):
        text = _without_number(block.text)
        key = block.key or f"heading:{block.level}:{text}"
        return Passage(key, text + block.run_in, block.level, block.sources, block)
    if isinstance(block, Paragraph):
        key = block.key or f"paragraph:{place}"
        return Passage(key, block.lead + block.text, 0, block.sources, block)
    if isinstance(block, Figure):
        return Passage(block.key or f"figure:{place}", block.caption, 0, (), block)
    text = block.text if isinstance(block, Line) else ""
    return Passage(f"block:{place}", text, 0, (), block)


def _conflicts(generated: Sequence[Passage], edits: Sequence[PassageEdit]) -> Iterable[Conflict]:
    now = {passage.key: passage for passage in generated}
    for edit in edits:
        if edit.text is None or edit.added or edit.dropped:
            continue
        passage = now.get(edit.key)
        text = passage.text if passage else ""
        # Words that were written back come again with the 任务简称 that a person had left out.
        lead = passage.block.lead if passage and isinstance(passage.block, Paragraph) else ""
        if text not in (edit.base, edit.text, lead + edit.text):
            yield Conflict(edit.key, edit.base, edit.text, text)


def _arranged(generated: Sequence[Passage], edits: Sequence[PassageEdit]) -> list[Passage]:
    """All passages in the order that the person wants, reworded; dropped ones are still there.

    Own and moved passages, and edited ones whose source is gone, stand behind the passage that
    they name; where that is gone too, at the end of the text.
    """
    by_key = {edit.key: edit for edit in edits}
    at_home = {passage.key: _reworded(passage, by_key.get(passage.key)) for passage in generated}
    behind: dict[str, list[Passage]] = defaultdict(list)
    moved = set()
    for edit in edits:
        if edit.key not in at_home:
            behind[edit.after or TITLE].append(_own(edit))
        elif edit.moved and edit.key != TITLE:
            behind[edit.after or TITLE].append(at_home[edit.key])
            moved.add(edit.key)
    row: list[Passage] = []
    for key, passage in at_home.items():
        if key not in moved:
            row.append(passage)
            _put_all_behind(key, behind, row)
        _put_all_behind(ORIGIN + key, behind, row)
    lost: list[Passage] = []
    while behind:
        waiting = {each.key for group in behind.values() for each in group}
        place = next((each for each in behind if each not in waiting), next(iter(behind)))
        _put_all_behind(place, behind, lost)
    end = next((place for place, each in enumerate(row) if each.key == CLOSING), len(row))
    return [*row[:end], *lost, *row[end:]]


def _put_all_behind(place: str, behind: dict[str, list[Passage]], row: list[Passage]) -> None:
    """Put what follows a place, and what follows that; the last one put there stands nearest."""
    waiting = behind.pop(place, [])
    while waiting:
        passage = waiting.pop()
        row.append(passage)
        waiting += behind.pop(passage.key, [])


def _own(edit: PassageEdit) -> Passage:
    """A passage of the person's own, or one whose source is gone: its words are kept."""
    text = edit.text or ""
    return Passage(edit.key, _without_number(text) if edit.level else text, edit.level)


def _gone(passage: Passage) -> bool:
    """A passage that the program no longer writes and of which the person has no words."""
    return passage.block is None and passage.key != TITLE and not passage.text


def _reworded(passage: Passage, edit: PassageEdit | None) -> Passage:
    if edit is None or edit.text is None:
        return passage
    text, block = edit.text, passage.block
    if isinstance(block, Heading):
        text = _without_number(text)
        number = block.text[: len(block.text) - len(_without_number(block.text))]
        head, stop, rest = text.partition("。") if block.run_in else (text, "", "")
        block = replace(block, text=number + head + stop, run_in=rest)
    elif isinstance(block, Paragraph):
        block = replace(block, text=text, lead="")
    elif isinstance(block, Line):
        block = replace(block, text=text)
    elif isinstance(block, Figure):
        block = replace(block, caption=text)
    return replace(passage, text=text, block=block)


def _numbered(row: Sequence[Passage]) -> Iterable[Block]:
    """The blocks with their keys, numbered headings numbered afresh level by level (7.3.3)."""
    counts = [0] * 5
    for passage in row:
        block = passage.block or _block(passage)
        if isinstance(block, Heading):
            text = _without_number(block.text)
            if passage.block is None or text != block.text:
                counts[block.level] += 1
                counts[block.level + 1 :] = [0] * (4 - block.level)
                text = _mark(block.level, counts[block.level]) + text
            yield replace(block, text=text, key=passage.key)
        elif isinstance(block, Paragraph):
            yield replace(block, key=passage.key)
        else:
            yield block


def _mark(level: int, number: int) -> str:
    """一、 （一） 1. （1）."""
    if level <= 2:
        return f"{chinese(number)}、" if level == 1 else f"（{chinese(number)}）"
    return f"{number}." if level == 3 else f"（{number}）"


def _without_number(text: str) -> str:
    """A heading's text alone; one that is nothing but a number stays."""
    number = _NUMBER.match(text)
    return (text[number.end() :] if number else text) or text


def _block(passage: Passage) -> Block:
    if passage.level:
        return Heading(passage.level, passage.text, key=passage.key)
    return Paragraph(passage.text, key=passage.key)
