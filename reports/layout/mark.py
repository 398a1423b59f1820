"""发文机关标志: the red name of the office, its ink beginning at 72 mm (7.2.4)."""

from __future__ import annotations

from typing import Final, NamedTuple

from reports.document import Letterhead
from reports.layout import geometry
from reports.layout.glyphs import GlyphBook
from reports.layout.placed import PlacedLine
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role

_INK_TOP: Final = geometry.TOP + 35.0
_WIDEST: Final = geometry.WIDTH - 2.0
_LARGEST: Final = 42.0
"""初号: some 15 mm, the most that looks solemn for one character."""
_UPRIGHT_SIZE: Final = 32.0
"""Down to this size a long name is set smaller; below it the characters are narrowed first."""
_NARROWEST: Final = 0.72
_SHORT: Final = 110.0
"""A name that fills less than this, in mm, is spaced out."""
_JOINT_HEIGHT: Final = 46.0
_JOINT_PITCH: Final = 1.28


class Mark(NamedTuple):
    """The placed mark and where its ink ends, in mm."""

    lines: list[PlacedLine]
    bottom: float


def place_mark(book: GlyphBook, letterhead: Letterhead) -> Mark:
    """Size and place the mark for one office, or for several with the suffix beside them."""
    issuers = [name for name in letterhead.issuers if name]
    if not issuers:
        return Mark([], _INK_TOP)
    if len(issuers) == 1:
        return _single(book, issuers[0] + letterhead.suffix)
    return _joint(book, issuers, letterhead.suffix)


def _line(book: GlyphBook, text: str, size: float, tracking: float = 0.0) -> SetLine:
    em = size * geometry.MM_PER_PT
    return Setter(book, em).single([Piece(Role.XIAOBIAOSONG, text)], tracking=tracking)


def _red(line: SetLine, x: float, y: float, size: float, stretch: float = 1.0) -> PlacedLine:
    runs = line.runs
    if stretch != 1.0:
        runs = tuple(run._replace(offsets=[at * stretch for at in run.offsets]) for run in runs)
    return PlacedLine(x, y, size, runs, geometry.RED, stretch=stretch)


def _single(book: GlyphBook, text: str) -> Mark:
    natural = _line(book, text, _LARGEST).width
    size = _LARGEST * min(1.0, _WIDEST / natural)
    stretch = 1.0
    if size < _UPRIGHT_SIZE:
        stretch = max(_NARROWEST, size / _UPRIGHT_SIZE)
        size /= stretch
    tracking = 0.0
    if natural < _SHORT and len(text) > 1:
        em = size * geometry.MM_PER_PT
        tracking = min(0.5, (_SHORT - natural) / em / (len(text) - 1))
    line = _line(book, text, size, tracking)
    em = size * geometry.MM_PER_PT
    metrics = book.metrics
    y = _INK_TOP + metrics.ink_top(Role.XIAOBIAOSONG, text) * em
    bottom = y + metrics.ink_bottom(Role.XIAOBIAOSONG, text) * em
    x = geometry.CENTRE - line.width * stretch / 2
    return Mark([_red(line, x, y, size, stretch)], bottom)


def _joint(book: GlyphBook, issuers: list[str], suffix: str) -> Mark:
    """Names one below the other spread to one width, 文件 to their right at half height."""
    longest = max(len(name) for name in issuers)
    across = longest + (0.5 + len(suffix) if suffix else 0.0)
    size = min(
        _LARGEST,
        _WIDEST / across / geometry.MM_PER_PT,
        _JOINT_HEIGHT / (len(issuers) * _JOINT_PITCH) / geometry.MM_PER_PT,
    )
    em = size * geometry.MM_PER_PT
    left = geometry.CENTRE - across * em / 2
    metrics = book.metrics
    first = _INK_TOP + metrics.ink_top(Role.XIAOBIAOSONG, issuers[0]) * em
    lines = []
    for index, name in enumerate(issuers):
        tracking = (longest - len(name)) / (len(name) - 1) if len(name) > 1 else 0.0
        y = first + index * _JOINT_PITCH * em
        lines.append(_red(_line(book, name, size, tracking), left, y, size))
    last = lines[-1].y
    if suffix:
        x = left + (longest + 0.5) * em
        lines.append(_red(_line(book, suffix, size), x, (first + last) / 2, size))
    bottom = last + metrics.ink_bottom(Role.XIAOBIAOSONG, issuers[-1]) * em
    return Mark(lines, bottom)
