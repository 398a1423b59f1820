"""Half-width marks beside Chinese become full-width, and what they touch after them."""

from __future__ import annotations

from models.dataclass import dataclass
from models.typography.brackets import bracket_pairs
from models.typography.characters import (
    BLANKS,
    CLOSING,
    FULL_WIDTH,
    FULL_WIDTH_BRACKETS,
    OPENING,
    STOPS,
    is_chinese,
)


def with_full_width_marks(line: str) -> str:
    """Return one line with every half-width mark that has a Chinese neighbour full-width.

    A mark made full-width is itself a neighbour, so the change spreads; brackets change in pairs.
    A full stop changes only behind Chinese and before Chinese or the end: 3.5 and 1. stay.
    """
    row = _Row.of(line)
    pairs = bracket_pairs(line)
    waiting = [p for p, c in enumerate(line) if c in FULL_WIDTH or c in FULL_WIDTH_BRACKETS]
    while waiting:
        place = waiting.pop()
        full = _full_width(row, place, pairs.get(place))
        if full is None:
            continue
        row.characters[place] = full
        touched = (row.before[place], row.after[place], pairs.get(place))
        waiting += [p for p in touched if p is not None]
    return "".join(row.characters)


@dataclass(frozen=True)
class _Row:
    """The characters of a line, and for each place the nearest places that hold no blank."""

    characters: list[str]
    before: list[int | None]
    after: list[int | None]

    @classmethod
    def of(cls, line: str) -> _Row:
        return cls(list(line), _nearest(line), _nearest(line[::-1], len(line) - 1)[::-1])


def _nearest(line: str, mirror: int | None = None) -> list[int | None]:
    """Return for each place the last place before it that holds no blank."""
    found: list[int | None] = []
    last: int | None = None
    for place, character in enumerate(line):
        found.append(last)
        if character not in BLANKS:
            last = place if mirror is None else mirror - place
    return found


def _full_width(row: _Row, place: int, partner: int | None) -> str | None:
    """Return the full-width form that the mark at ``place`` should have, None to leave it."""
    mark = row.characters[place]
    if mark == ".":
        following = row.characters[place + 1 : place + 2]
        ends = not following or following[0] in BLANKS or is_chinese(following[0])
        return "。" if ends and _follows(row, place) else None
    if mark in FULL_WIDTH_BRACKETS:
        with_partner = partner is not None and is_chinese(row.characters[partner])
        beside = with_partner or _follows(row, place) or _precedes(row, place, 0)
        return FULL_WIDTH_BRACKETS[mark] if beside else None
    if mark in FULL_WIDTH:
        beside = _follows(row, place) or _precedes(row, place, 1)
        return FULL_WIDTH[mark] if beside else None
    return None


def _follows(row: _Row, place: int) -> bool:
    """Tell whether Chinese stands before a mark; blanks that will go do not part them."""
    left = row.before[place]
    if left is None or not is_chinese(row.characters[left]):
        return False
    gap = place - left - 1
    return not gap or row.characters[left] in OPENING + (STOPS if gap == 1 else "")


def _precedes(row: _Row, place: int, reach: int) -> bool:
    """Tell whether Chinese stands behind a mark, at most ``reach`` blanks away."""
    right = row.after[place]
    if right is None or not is_chinese(row.characters[right]):
        return False
    gap = right - place - 1
    return gap <= reach or row.characters[right] in CLOSING + (STOPS if gap == 1 else "")
