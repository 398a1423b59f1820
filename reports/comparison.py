"""与上一稿对照: what was inserted and deleted between two versions of a paper's text."""

from __future__ import annotations

import difflib
import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reports.document import Align, Column, Table, TableDocument, TableRow

Text = tuple[str, str]
"""(key, text) of one passage."""
_TOKEN = re.compile(r"\d+(?:\.\d+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
"""What changes as a whole: a number, a Latin word, else one character."""
_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")
_MOST_WORK = 250_000
"""Characters of both texts multiplied, above which comparing word by word takes seconds."""
_INNER_QUOTES = str.maketrans("“”", "‘’")


class Kind(enum.Enum):
    """What became of a piece of text."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True)
class Piece:
    """A run of characters that share their fate."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Comparison:
    """One passage in both versions; an empty side means that it is new, or gone."""

    key: str
    old: str
    new: str
    pieces: tuple[Piece, ...]
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return self.old != self.new or self.moved


def compare(old: Sequence[Text], new: Sequence[Text]) -> tuple[Comparison, ...]:
    """Every passage of both versions in the order of the new one; what is gone stands in its place."""
    before, after = dict(old), dict(new)
    order = list(after)
    for place, key in enumerate(before):
        if key not in after:
            behind = [each for each in list(before)[:place] if each in order]
            order.insert(order.index(behind[-1]) + 1 if behind else 0, key)
    moved = _moved([key for key in before if key in after], [key for key in after if key in before])
    return tuple(
        Comparison(
            key,
            before.get(key, ""),
            after.get(key, ""),
            pieces(before.get(key, ""), after.get(key, "")),
            key in moved,
        )
        for key in order
    )


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The fewest passages that stand elsewhere, of those that both versions have."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    stayed = {
        key
        for match in matcher.get_matching_blocks()
        for key in old[match.a : match.a + match.size]
    }
    return set(old) - stayed


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with what went and what came; joined without DELETED it is `new`."""
    found: list[Piece] = []
    for piece in _pieces(old, new):
        if found and found[-1].kind is piece.kind:
            found[-1] = Piece(piece.kind, found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)


def _pieces(old: str, new: str) -> Iterator[Piece]:
    """Word by word; texts too long for that sentence by sentence first."""
    if len(old) * len(new) <= _MOST_WORK:
        yield from _by(_TOKEN, old, new)
        return
    for group in _groups(_SENTENCE, old, new):
        before, after = group.old, group.new
        if group.same:
            yield Piece(Kind.SAME, "".join(after))
        elif len(before) == len(after) > 1:
            for one, other in zip(before, after, strict=True):
                yield from _pieces(one, other)
        elif len("".join(before)) * len("".join(after)) <= _MOST_WORK:
            yield from _by(_TOKEN, "".join(before), "".join(after))
        else:
            yield from _replaced("".join(before), "".join(after))


def _by(unit: re.Pattern[str], old: str, new: str) -> Iterator[Piece]:
    for group in _groups(unit, old, new):
        if group.same:
            yield Piece(Kind.SAME, "".join(group.new))
        else:
            yield from _replaced("".join(group.old), "".join(group.new))


def _replaced(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece(Kind.DELETED, old)
    if new:
        yield Piece(Kind.INSERTED, new)


class _Group(NamedTuple):
    same: bool
    old: list[str]
    new: list[str]


def _groups(unit: re.Pattern[str], old: str, new: str) -> Iterator[_Group]:
    before, after = unit.findall(old), unit.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        yield _Group(tag == "equal", before[old_from:old_to], after[new_from:new_to])


def in_words(comparison: Comparison) -> str:
    """The change as offices say it: 把“…”改为“…”；删去“…”；增加“…”；移动位置."""
    if not comparison.old:
        return "新增本段"
    if not comparison.new:
        return "删去本段"
    said: list[str] = ["移动位置"] * comparison.moved
    row = list(comparison.pieces)
    for place, piece in enumerate(row):
        following = row[place + 1] if place + 1 < len(row) else None
        if piece.kind is Kind.DELETED and following and following.kind is Kind.INSERTED:
            said.append(f"把{_quoted(piece)}改为{_quoted(following)}")
        elif piece.kind is Kind.DELETED:
            said.append(f"删去{_quoted(piece)}")
        elif piece.kind is Kind.INSERTED and not (place and row[place - 1].kind is Kind.DELETED):
            said.append(f"增加{_quoted(piece)}")
    return "；".join(said)


def _quoted(piece: Piece) -> str:
    return f"“{piece.text.translate(_INNER_QUOTES)}”"


def comparison_table(
    title: str,
    rows: Sequence[Comparison],
    dates: tuple[str, str],
    sides: tuple[str, str] = ("上一稿", "本稿"),
) -> TableDocument:
    """修改对照表: the changed passages side by side, for the leader who reads the next draft.

    dates: of both texts, empty where a day says nothing; sides: what they are called.
    """
    changed = [row for row in rows if row.changed]
    body = tuple(
        TableRow((str(number), row.old, row.new, in_words(row)))
        for number, row in enumerate(changed, 1)
    )
    columns = (
        Column("序号", 5, Align.CENTRE),
        Column(_side(sides[0], dates[0]), 34),
        Column(_side(sides[1], dates[1]), 34),
        Column("修改情况", 27),
    )
    return TableDocument(
        title=f"{title.replace('|', '')}修改对照表",
        table=Table(columns, body or (TableRow(("", "两稿文字相同", "", "")),), fitted=False),
    )


def _side(name: str, date: str) -> str:
    return f"{name}（{date}）" if date else name
