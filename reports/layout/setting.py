"""Lines of text with the place of every glyph: squeezed or stretched to the measure, or left as is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, groupby, islice
from operator import attrgetter
from typing import Final, NamedTuple

from reports.layout import chars, geometry
from reports.layout.breaking import Measured, break_lines
from reports.layout.glyphs import Glyph, GlyphBook
from reports.layout.placed import PlacedLine, Run
from reports.roles import Role

_EPS: Final = 1e-6
_STRETCH_LIMIT: Final = 1.5
"""No gap grows by more em than this: a line of two long words stays ragged."""
_LOOSE: Final = 0.08
"""Text readers take a gap of a tenth of an em for a blank."""
_BETWEEN: Final = (0.5 + _LOOSE, 1.0 - _LOOSE)
"""A mark of this width is painted from its half form and leaves such a gap behind it."""
_face_of = attrgetter("face")
_width_of = attrgetter("width")
_end_of = attrgetter("end")


class Piece(NamedTuple):
    """A stretch of text in one role."""

    role: Role
    text: str


class SetLine(NamedTuple):
    """A line ready to be placed: its glyph runs, offset from the left edge of its measure in mm."""

    runs: tuple[Run, ...]
    width: float
    """How far the line reaches from that edge, in mm."""
    loose: bool = False
    """Whether its gaps are so wide that a reader may take them for blanks."""

    def at(
        self, x: float, y: float, size: float = geometry.SIZE_BODY, *, turned: bool = False
    ) -> PlacedLine:
        """The line with its origin at (x, y) on the sheet."""
        return PlacedLine(x, y, size, self.runs, geometry.BLACK, turned, loose=self.loose)


class Setter:
    """Sets text in one size: `cell` is the advance of one em in mm."""

    def __init__(self, book: GlyphBook, cell: float = geometry.CELL) -> None:
        self.book = book
        self.cell = cell

    def paragraph(
        self,
        pieces: Sequence[Piece],
        measure: float,
        *,
        first_indent: float = 0.0,
        justify: float = _STRETCH_LIMIT,
    ) -> list[SetLine]:
        """Break the text into lines of `measure` em; `justify` is the most a gap may be stretched."""
        shaped = self._shaped(pieces)
        measured = shaped.measured
        lines = []
        indent = first_indent
        for start, end in break_lines(measured, measure, first_indent):
            limit = justify if end < len(shaped.text) else 0.0
            widths, extra = _fitted(measured, start, end, measure - indent, limit)
            runs, reach = shaped.runs(start, widths, indent, self.cell)
            lines.append(SetLine(runs, reach, _is_loose(widths, extra)))
            indent = 0.0
        return lines

    def single(self, pieces: Sequence[Piece], *, tracking: float = 0.0) -> SetLine:
        """The whole text on one line at its natural width; `tracking` em is added between glyphs."""
        shaped = self._shaped(pieces)
        widths = [width + tracking for width in shaped.measured.widths]
        if widths:
            widths[-1] -= tracking
        runs, reach = shaped.runs(0, widths, 0.0, self.cell)
        return SetLine(runs, reach)

    def natural(self, piece: Piece) -> float:
        """How many em the text takes on a line of its own."""
        known = self.book[piece.role]
        measured = Measured(piece.text, [known[char].width for char in piece.text])
        return measured.running[-1]

    def lines_of(self, piece: Piece, measure: float) -> int:
        """How many lines of `measure` em the text takes."""
        known = self.book[piece.role]
        measured = Measured(piece.text, [known[char].width for char in piece.text])
        return len(break_lines(measured, measure))

    def _shaped(self, pieces: Sequence[Piece]) -> _Shaped:
        text = ""
        glyphs: list[Glyph] = []
        only = None
        has_shifts = False
        for role, said in pieces:
            known = self.book[role]
            text += said
            glyphs += map(known.__getitem__, said)
            only = known.only
            has_shifts = has_shifts or known.has_shifts
        return _Shaped(text, glyphs, only if len(pieces) == 1 else None, has_shifts)


class _Shaped:
    """A text with the glyphs that draw it.

    `only` is their one face, None where they may be of several.
    """

    def __init__(
        self, text: str, glyphs: list[Glyph], only: tuple[Role, str] | None, has_shifts: bool
    ) -> None:
        self.text = text
        self.measured = Measured(text, list(map(_width_of, glyphs)))
        self._glyphs = glyphs
        self._spans = [_Span(0, len(text), *only)] if only and text else _spans(glyphs)
        self._has_shifts = has_shifts

    def runs(
        self, start: int, widths: list[float], indent: float, cell: float
    ) -> tuple[tuple[Run, ...], float]:
        """The line from text[start] on, of glyphs so wide: its runs and how far they reach, in mm."""
        end = start + len(widths)
        offsets = [edge * cell for edge in accumulate(widths, initial=indent)]
        reach = offsets.pop()
        if self._has_shifts:
            own = self._glyphs[start:end]
            offsets = [at + glyph.shift * cell for at, glyph in zip(offsets, own, strict=True)]
        halves = self._narrowed(start, widths, offsets, cell)
        if len(self._spans) == 1:
            only = self._spans[0]
            said = self.text[start:end]
            return (Run(only.role, only.font_key, said, offsets, tuple(halves)),), reach
        runs = []
        first = bisect_right(self._spans, start, key=_end_of)
        for span in islice(self._spans, first, None):
            if span.start >= end:
                break
            at, after = max(span.start, start) - start, min(span.end, end) - start
            half = tuple(index - at for index in halves if at <= index < after) if halves else ()
            said = self.text[start + at : start + after]
            runs.append(Run(span.role, span.font_key, said, offsets[at:after], half))
        return tuple(runs), reach

    def _narrowed(
        self, start: int, widths: list[float], offsets: list[float], cell: float
    ) -> list[int]:
        """Move narrowed opening marks left by what they lost; answer where closing ones stand."""
        halves = []
        for place in self.measured.marks_in(start, start + len(widths)):
            index = place - start
            if widths[index] >= 1.0:
                continue
            lost = self._glyphs[place].width - widths[index]
            if lost < _EPS or self._glyphs[place].width != 1.0:
                continue
            if self.text[place] in chars.OPENING:
                offsets[index] -= lost * cell
            elif chars.blank_of(self.text[place]) == 0.5:
                halves.append(index)
        return halves


class _Span(NamedTuple):
    """A stretch of a text that one font draws in one role."""

    start: int
    end: int
    role: Role
    font_key: str


def _spans(glyphs: list[Glyph]) -> list[_Span]:
    spans = []
    at = 0
    for face, group in groupby(map(_face_of, glyphs)):
        after = at + len(list(group))
        spans.append(_Span(at, after, *face))
        at = after
    return spans


def _is_loose(widths: list[float], extra: float) -> bool:
    """Whether gaps of the line may be taken for blanks: all of them, or one beside a narrowed mark."""
    low, high = _BETWEEN
    for width in {*widths}:
        if low < width < high:
            return True
    return extra > _LOOSE


def _fitted(
    measured: Measured, start: int, end: int, room: float, limit: float
) -> tuple[list[float], float]:
    """The widths of a line's characters, squeezed if they overflow, or stretched to the measure.

    Answers them and by how much each gap grew. A line whose gaps would grow by more than `limit`
    em is left as it is.
    """
    widths = measured.widths[start:end]
    widths[-1] -= measured.blank_at_end(end)
    spare = room - sum(widths)
    if spare < -_EPS:
        _squeeze(measured.text[start:end], widths, -spare)
    elif limit and spare > _EPS:
        gaps = end - start - 1 - measured.tight.count(1, start + 1, end)
        if gaps > 0 and spare / gaps <= limit:
            return _stretched(measured.tight, start, end, widths, spare / gaps), spare / gaps
    return widths, 0.0


def _stretched(
    tight: bytearray, start: int, end: int, widths: list[float], extra: float
) -> list[float]:
    """The widths with every gap grown, but for the last and for those that must stay closed."""
    wider = [width + extra for width in widths]
    wider[-1] = widths[-1]
    at = tight.find(1, start + 1, end)
    while at >= 0:
        wider[at - start - 1] = widths[at - start - 1]
        at = tight.find(1, at + 1, end)
    return wider


def _squeeze(text: str, widths: list[float], over: float) -> None:
    """Take `over` em from the marks inside the line, class by class, evenly within a class."""
    for group in chars.SQUEEZE_ORDER:
        marks = [
            index
            for index, char in enumerate(text[:-1])
            if char in group and widths[index] == 1.0 and (index or char not in chars.OPENING)
        ]
        marks.sort(key=lambda index: chars.blank_of(text[index]))
        for done, index in enumerate(marks):
            taken = min(over / (len(marks) - done), chars.blank_of(text[index]))
            widths[index] -= taken
            over -= taken
        if over <= _EPS:
            return
