"""A paper's text as passages that a person may change, leave out, add and move.

The program's words and the person's are both kept: when the ledger changes afterwards, the
person's words stand in the paper and the difference is told (`Conflict`). Nothing here saves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.rows import PassageEdit
from reports.builders.numerals import chinese
from reports.document import Block, Heading, OfficialDocument, Paragraph, Source

TITLE = "title"
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")


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
    """A passage that a person edited and whose source has changed since: all three wordings."""

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
    """The title and every heading and paragraph of the body, each under a key of its own."""
    found = [Passage(TITLE, document.title)]
    seen: dict[str, int] = {}
    for place, block in enumerate(document.body):
        passage = _passage(block, place)
        count = seen[passage.key] = seen.get(passage.key, 0) + 1
        found.append(replace(passage, key=f"{passage.key}#{count}") if count > 1 else passage)
    return tuple(found)


def apply(document: OfficialDocument, edits: Sequence[PassageEdit]) -> Edited:
    """Put a person's edits into what the program composed from today's ledger."""
    generated = passages(document)
    row = list(generated)
    conflicts: list[Conflict] = []
    for edit in edits:
        place = _place(row, edit.key)
        if edit.added or place is None:
            _insert(row, edit)
            continue
        if edit.text is not None and row[place].text not in (edit.base, edit.text):
            conflicts.append(Conflict(edit.key, edit.base, edit.text, row[place].text))
        if edit.text is not None:
            row[place] = _reworded(row[place], edit.text)
        if edit.moved:
            _put_behind(row, row.pop(place), edit.after)
    dropped = {edit.key for edit in edits if edit.dropped}
    kept = tuple(passage for passage in row if passage.key not in dropped)
    title = next((each.text for each in kept if each.key == TITLE), document.title)
    body = tuple(_numbered(each for each in kept if each.key != TITLE))
    return Edited(replace(document, title=title, body=body), kept, tuple(conflicts))


def changed_beneath(conflict: Conflict) -> str:
    """What is shown before export when the ledger has changed under an edited passage."""
    return (
        f"手工改过的一段在台账里又有变化，文稿中仍用手工文字“{_short(conflict.edited)}”；"
        f"现在台账里是“{_short(conflict.generated)}”，请核对。"
    )


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def plain_text(document: OfficialDocument) -> str:
    """复制全文: title, addressee, body, signature and date as lines of plain text."""
    lines = [document.title.replace("|", "")]
    if document.addressee:
        lines.append(f"{document.addressee.rstrip('：')}：")
    for block in document.body:
        if isinstance(block, Heading):
            lines.append(f"　　{block.text}{block.run_in}")
        elif isinstance(block, Paragraph):
            lines.append(f"　　{block.lead}{block.text}")
    if document.signature is not None:
        lines += [*document.signature.issuers, document.signature.date_text]
    if document.remark:
        lines.append(document.remark)
    return "\n".join(lines) + "\n"


def _passage(block: Block, place: int) -> Passage:
    if isinstance(block, Heading):
        text = _NUMBER.sub("", block.text, count=1) if _NUMBER.match(block.text) else block.text
        key = block.key or f"heading:{block.level}:{text}"
        return Passage(key, text + block.run_in, block.level, block.sources, block)
    if isinstance(block, Paragraph):
        return Passage(
            block.key or f"paragraph:{place}", block.lead + block.text, 0, block.sources, block
        )
    return Passage(f"block:{place}", "", 0, (), block)


def _place(row: list[Passage], key: str) -> int | None:
    return next((place for place, passage in enumerate(row) if passage.key == key), None)


def _insert(row: list[Passage], edit: PassageEdit) -> None:
    """A passage of the person's own, or one whose source is gone: its words are kept."""
    if edit.text is not None and not edit.dropped:
        _put_behind(row, Passage(edit.key, edit.text, edit.level), edit.after)


def _put_behind(row: list[Passage], passage: Passage, after: str) -> None:
    """Behind the passage named; first behind the title where none is, last where it is gone."""
    if not after:
        row.insert(1, passage)
        return
    place = _place(row, after)
    row.insert(len(row) if place is None else place + 1, passage)


def _reworded(passage: Passage, text: str) -> Passage:
    block = passage.block
    if isinstance(block, Heading):
        number = _NUMBER.match(block.text)
        block = replace(block, text=(number.group() if number else "") + text, run_in="")
    elif isinstance(block, Paragraph):
        block = replace(block, text=text, lead="")
    return replace(passage, text=text, block=block)


def _numbered(row: Iterable[Passage]) -> list[Block]:
    """The blocks, headings of the first two levels numbered afresh; a heading alone is kept."""
    counts = {1: 0, 2: 0}
    blocks: list[Block] = []
    for passage in row:
        block = passage.block or _block(passage)
        if isinstance(block, Heading) and block.level in counts and _was_numbered(passage):
            counts[block.level] += 1
            if block.level == 1:
                counts[2] = 0
            mark = chinese(counts[block.level])
            number = f"{mark}、" if block.level == 1 else f"（{mark}）"
            block = replace(block, text=number + _NUMBER.sub("", block.text, count=1))
        blocks.append(block)
    return blocks


def _block(passage: Passage) -> Block:
    if passage.level:
        return Heading(passage.level, passage.text, key=passage.key)
    return Paragraph(passage.text, key=passage.key)


def _was_numbered(passage: Passage) -> bool:
    block = passage.block
    return not isinstance(block, Heading) or bool(_NUMBER.match(block.text))
