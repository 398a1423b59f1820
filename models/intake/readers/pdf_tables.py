"""Ruled tables of a page: cells between the rules, each with the characters that stand in it. Pure.

A cell merged downwards says in each row what it says in the first, as in the other readers.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.intake.readers.pdf_lines import Glyph, Placed, joint, lines_of_page
from models.intake.readers.pdf_rules import Rule

_NEAR = 3.0  # points within which two rules are one: the two edges of a thick line
_MOST_PAIRS = 400_000  # of level and upright rules that are compared
_LEAST_COLUMNS, _LEAST_FILLED = 2, 2
_STARTS_ANEW = re.compile(
    r"增?\d{1,3}\.\d{1,2}\s?(?=[\u4e00-\u9fff“《])|\d{1,3}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、"
)
_ENDS = "。！？；;!?"
_PAUSES = "，、（《“〈"
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"), ("(", ")"), ("〈", "〉"))
_WIDE = 12  # characters that a cell of running text holds in a line


@dataclass(frozen=True)
class Table:
    """A table of a page: its rows from above to below, its place in points."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    right: float
    top: float
    bottom: float


def tables_of_page(
    rules: Sequence[Rule], glyphs: Sequence[Glyph]
) -> tuple[list[Table], list[Glyph]]:
    """Return the ruled tables of a page, and the characters that stand in none."""
    found: list[Table] = []
    rest = list(glyphs)
    for grid in _grids(rules):
        inside = [glyph for glyph in rest if grid.holds(glyph)]
        table = grid.table(inside)
        if table is not None:
            found.append(table)
            taken = set(map(id, inside))
            rest = [glyph for glyph in rest if id(glyph) not in taken]
    return found, rest


class _Grid:
    """Rules that touch each other, and the cells between them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._level = [rule for rule in rules if rule.level]
        self._upright = [rule for rule in rules if not rule.level]
        self.xs = _places(self._upright)
        self.ys = _places(self._level)[::-1]  # from above to below
        self._down = [-y for y in self.ys]

    @property
    def is_table(self) -> bool:
        return len(self.xs) > _LEAST_COLUMNS and len(self.ys) > 1

    def holds(self, glyph: Glyph) -> bool:
        x, y = _centre(glyph)
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]

    def table(self, glyphs: Sequence[Glyph]) -> Table | None:
        """Return the table, None where hardly anything stands in it: a chart, a frame."""
        owners = self._owners()
        held: dict[int, list[Glyph]] = defaultdict(list)
        for glyph in glyphs:
            held[owners[self._cell(glyph)]].append(glyph)
        columns = len(self.xs) - 1
        # The rest of a row that goes on from the page before may be one cell of many.
        if not held or (len(held) < _LEAST_FILLED and columns <= _LEAST_COLUMNS):
            return None
        texts = {owner: self._text(inside, owner, owners) for owner, inside in held.items()}
        rows = []
        for row in range(len(self.ys) - 1):
            own = [owners[row * columns + column] for column in range(columns)]
            rows.append(
                tuple(
                    "" if place and own[place - 1] == owner else texts.get(owner, "")
                    for place, owner in enumerate(own)
                )
            )
        return Table(tuple(rows), self.xs[0], self.xs[-1], self.ys[0], self.ys[-1])

    def _cell(self, glyph: Glyph) -> int:
        x, y = _centre(glyph)
        column = min(max(bisect(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect(self._down, -y) - 1, 0), len(self.ys) - 2)
        return row * (len(self.xs) - 1) + column

    def _owners(self) -> list[int]:
        """Return for each cell the first cell of those that no rule parts from it."""
        columns, rows = len(self.xs) - 1, len(self.ys) - 1
        owners = list(range(columns * rows))

        def owner(cell: int) -> int:
            while owners[cell] != cell:
                cell = owners[cell]
            return cell

        for row in range(rows):
            for column in range(columns):
                cell = row * columns + column
                if column + 1 < columns and not self._parted_right(row, column):
                    owners[max(owner(cell), owner(cell + 1))] = min(owner(cell), owner(cell + 1))
                if row + 1 < rows and not self._parted_below(row, column):
                    below = owner(cell + columns)
                    owners[max(owner(cell), below)] = min(owner(cell), below)
        return [owner(cell) for cell in range(columns * rows)]

    def _parted_right(self, row: int, column: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return _runs(self._upright, self.xs[column + 1], middle)

    def _parted_below(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return _runs(self._level, self.ys[row + 1], middle)

    def _text(self, glyphs: Sequence[Glyph], owner: int, owners: Sequence[int]) -> str:
        """Return a cell's text: lines that fill its width go on in the next one."""
        columns = len(self.xs) - 1
        places = [cell % columns for cell, own in enumerate(owners) if own == owner]
        right = self.xs[max(places) + 1]
        lines = lines_of_page(glyphs, 0.0, 0.0)
        text = lines[0].text if lines else ""
        for before, line in pairwise(lines):
            goes_on = _open(text) or _goes_on(before, line, right, self.xs[min(places)])
            text += (joint(text, line.text) if goes_on else "\n") + line.text
        return text


def _open(text: str) -> bool:
    """Tell whether a name in brackets or quotes has begun and not ended: 《甲."""
    piece = text.rpartition("\n")[2]
    return any(piece.count(begin) > piece.count(end) for begin, end in _PAIRS)


def _goes_on(before: Placed, line: Placed, right: float, left: float) -> bool:
    """Tell whether a line of a cell is the rest of the one before it.

    Text in a cell may be set in the middle: then the room on both sides counts. A line may end
    some characters early where a number or a name may not be parted.
    """
    end = before.text[-1]
    if end in _ENDS and _STARTS_ANEW.match(line.text):
        return False
    if end in _PAUSES:
        return True
    wide = right - left > _WIDE * before.size
    short = 0.25 * (right - left) if wide and end not in _ENDS else 1.8 * before.size
    room = max(right - before.right, 0.0) + max(before.left - left, 0.0)
    return right - before.right < short or room < short + before.size


def _grids(rules: Sequence[Rule]) -> list[_Grid]:
    """Return the groups of rules that touch each other and make a table, from above to below."""
    level = _merged([rule for rule in rules if rule.level])
    upright = _merged([rule for rule in rules if not rule.level])
    if len(level) * len(upright) > _MOST_PAIRS:
        return []
    owners = list(range(len(level) + len(upright)))

    def owner(place: int) -> int:
        while owners[place] != place:
            owners[place] = owners[owners[place]]
            place = owners[place]
        return place

    for first, one in enumerate(level):
        for second, other in enumerate(upright, len(level)):
            if _touch(one, other):
                owners[owner(second)] = owner(first)
    groups: dict[int, list[Rule]] = defaultdict(list)
    for place, rule in enumerate([*level, *upright]):
        groups[owner(place)].append(rule)
    grids = [_Grid(group) for group in groups.values() if len(group) > _LEAST_COLUMNS]
    return sorted((grid for grid in grids if grid.is_table), key=lambda grid: -grid.ys[0])


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules of which those that lie on one line and touch are one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / _NEAR), rule.start)):
        last = found[-1] if found else None
        if last and abs(last.at - rule.at) < _NEAR and rule.start <= last.end + _NEAR:
            found[-1] = Rule(rule.level, last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _places(rules: Iterable[Rule]) -> list[float]:
    """Return where rules lie, those that are one only once."""
    found: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return found


def _runs(rules: Iterable[Rule], at: float, along: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= along <= rule.end for rule in rules)


def _centre(glyph: Glyph) -> Point:
    return (glyph.left + glyph.right) / 2, glyph.base + 0.35 * glyph.size


Point = tuple[float, float]
