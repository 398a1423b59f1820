"""Where a paragraph's lines end: squeeze first, push out second (GB/T 15834, clreq at the GB level).

All widths are in em ("cells" of the body grid). The work is linear: a line is found by bisection in
the running widths, and only the few characters round its end are looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from reports.layout import chars, glue

_LATIN = "!-~\u00c0-\u024f"
_SOLID: Final = re.compile(rf"[{_LATIN}—…](?:(?<=[{_LATIN}])[{_LATIN}]+|(?<=—)—|(?<=…)…)")
_EPS: Final = 1e-6
_LOOSE: Final = 2.0
"""A line that would have to be stretched by more em than this may tear a date between its groups."""

_ONE_CHARACTER: Final = 1.0
"""Squeezing comes first for up to one em; beyond that whichever distorts the line less. 。？！ give
way only where pushing out would leave the line loose: half a full stop in mid-line reads as a dot."""


class Measured:
    """A text with its widths, its unbreakable places and its closed-up marks."""

    def __init__(self, text: str, widths: Sequence[float]) -> None:
        self.text = text
        self.widths = list(widths)
        self.marks = [found.start() for found in chars.MARK.finditer(text)]
        self._close_up()
        self.running = [0.0, *accumulate(self.widths)]

    # Looked for when a line has to end: most cells of a table are one line, and never ask.
    @cached_property
    def glue(self) -> bytearray:
        """FREE, HARD or SOFT before each character."""
        return glue.glue(self.text)

    @cached_property
    def tight(self) -> bytearray:
        """1 before each character that no stretching may part from the one before it."""
        return _tight(self.text)

    def _close_up(self) -> None:
        """Take one blank away where the blank halves of two marks meet."""
        for first, second in pairwise(self.marks):
            if second == first + 1:
                if self.text[first] in chars.CLOSING:
                    self.widths[first] -= chars.blank_of(self.text[first])
                elif self.text[second] in chars.OPENING:
                    self.widths[second] -= chars.blank_of(self.text[second])

    def marks_in(self, start: int, end: int) -> list[int]:
        """Where marks stand in text[start:end]."""
        return self.marks[bisect_left(self.marks, start) : bisect_left(self.marks, end)]

    def legal(self, at: int) -> bool:
        """Whether a line may end before text[at]."""
        return self.glue[at] == glue.FREE and self._marks_allow(at)

    def _marks_allow(self, at: int) -> bool:
        return self.text[at - 1] not in chars.NOT_AT_END and not chars.begins_badly(self.text, at)

    def soft(self, at: int) -> bool:
        """Whether a line may end before text[at] as a last resort."""
        return self.glue[at] != glue.HARD and self._marks_allow(at)

    def blank_at_end(self, end: int) -> float:
        """The blank half of a mark that ends a line, or the blank after a word (5.1.10)."""
        last = self.text[end - 1]
        if last == " ":
            return self.widths[end - 1]
        if last in chars.CLOSING and self.widths[end - 1] == 1.0:
            return chars.blank_of(last)
        return 0.0

    def width(self, start: int, end: int) -> float:
        """The natural width of a line, its last mark at half."""
        return self.running[end] - self.running[start] - self.blank_at_end(end)

    def give(self, start: int, end: int, unwilling: frozenset[str] = frozenset()) -> float:
        """By how much the marks inside a line can be squeezed; an opening one at its head keeps its em."""
        first = start + 1 if self.text[start] in chars.OPENING else start
        return sum(
            chars.blank_of(self.text[index])
            for index in self.marks_in(first, end - 1)
            if self.widths[index] == 1.0 and self.text[index] not in unwilling
        )

    def squeezes(self, start: int, end: int, measure: float) -> bool:
        """Whether the line fits when its marks are squeezed."""
        over = self.width(start, end) - measure
        return over <= _EPS or over <= self.give(start, end) + _EPS


def _tight(text: str) -> bytearray:
    """1 before each character that no stretching may part from the one before it."""
    marks = bytearray(len(text) + 1)
    for found in _SOLID.finditer(text):
        start, end = found.span()
        marks[start + 1 : end] = b"\x01" * (end - start - 1)
    return marks


def break_lines(
    measured: Measured, measure: float, first_indent: float = 0.0
) -> list[tuple[int, int]]:
    """The (start, end) of each line; every line but the first is `measure` em wide."""
    total = len(measured.text)
    lines: list[tuple[int, int]] = []
    start = 0
    room = measure - first_indent
    while start < total:
        end = _line_end(measured, start, room)
        lines.append((start, end))
        start = end
        room = measure
    return _no_lonely_character(measured, lines, measure, first_indent)


def _line_end(measured: Measured, start: int, room: float) -> int:
    total = len(measured.text)
    fits = bisect_right(measured.running, measured.running[start] + room + _EPS) - 1
    if fits >= total:
        return total
    if fits <= start:
        fits = start + 1
    if _fits_trimmed(measured, start, fits + 1, room):
        fits += 1
    if fits == total or measured.legal(fits):
        return fits
    pushed = _pushed_out(measured, start, fits, room)
    squeezed = _next_legal(measured, fits, room)
    if squeezed and measured.squeezes(start, squeezed, room):
        over = measured.width(start, squeezed) - room
        spare = room - measured.width(start, pushed)
        gentle = measured.give(start, squeezed, chars.SQUEEZE_ORDER[-1]) + _EPS
        if spare > _LOOSE or over <= min(gentle, max(_ONE_CHARACTER, spare)) + _EPS:
            return squeezed
    return pushed


def _fits_trimmed(measured: Measured, start: int, end: int, room: float) -> bool:
    """Whether one more mark goes on the line because it takes half its width there."""
    total = len(measured.text)
    if end > total or measured.width(start, end) > room + _EPS:
        return False
    return end == total or measured.legal(end)


def _next_legal(measured: Measured, at: int, room: float) -> int:
    """The next place where a line may end, if it is near enough for squeezing; else 0."""
    total = len(measured.text)
    limit = min(total, at + int(room) + 1)
    for end in range(at + 1, limit + 1):
        if end == total or measured.legal(end):
            return end
    return 0


def _pushed_out(measured: Measured, start: int, fits: int, room: float) -> int:
    """The last lawful end before the overflow; at a last resort inside a date, then anywhere."""
    hard = next((end for end in range(fits, start, -1) if measured.legal(end)), 0)
    if hard and room - measured.width(start, hard) <= _LOOSE:
        return hard
    soft = next((end for end in range(fits, max(start, hard), -1) if measured.soft(end)), 0)
    if soft:
        return soft
    if hard:
        return hard
    return next(
        (end for end in range(fits, start, -1) if not chars.begins_badly(measured.text, end)), fits
    )


def _no_lonely_character(
    measured: Measured, lines: list[tuple[int, int]], measure: float, first_indent: float
) -> list[tuple[int, int]]:
    """孤字不成行: a last line of one character is drawn in, or gets company from the line above."""
    if len(lines) < 2 or _characters(measured.text, *lines[-1]) >= 2:
        return lines
    start, end = lines[-2]
    total = lines[-1][1]
    room = measure - (first_indent if len(lines) == 2 else 0.0)
    if measured.squeezes(start, total, room):
        return [*lines[:-2], (start, total)]
    for earlier in range(end - 1, start, -1):
        if measured.legal(earlier) and _characters(measured.text, earlier, total) >= 2:
            return [*lines[:-2], (start, earlier), (earlier, total)]
    return lines


def _characters(text: str, start: int, end: int) -> int:
    """How many characters that are no marks stand in a line; a number counts as two."""
    return sum(1 for char in text[start:end] if char not in chars.CLOSING and char != " ")
