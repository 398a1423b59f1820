"""A title as a block of centred lines, and where the text row after it stands."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from reports.layout import geometry
from reports.layout.placed import PlacedLine
from reports.layout.setting import Piece, SetLine, Setter
from reports.layout.title import break_title
from reports.roles import Role

PITCHES: Final = tuple(
    points * geometry.MM_PER_PT for points in (36.0, 35.0, 34.0, 33.0, 32.0, 31.0, 30.0, 29.609)
)
"""Title line pitches, best first: 3.2 gives 36 pt; practice goes down to 29 pt."""
SMALLEST_GAP: Final = geometry.PITCH
"""空一行 between the title and what follows: one row, at most with its leading."""
WIDEST_GAP: Final = 2 * geometry.PITCH - geometry.EM
SIZES: Final = (geometry.SIZE_TITLE, 18.0, 16.0, 14.0, 12.0)
"""二号; smaller only where a title of hundreds of characters would leave no room for the text."""
_ROOM: Final = 120.0
"""A title higher than this is set smaller: only one of some 200 characters is."""


class Title(NamedTuple):
    """The set lines of a title and their size in points."""

    lines: list[SetLine]
    size: float

    @property
    def em(self) -> float:
        """The title's em in mm."""
        return self.size * geometry.MM_PER_PT

    @property
    def pitches(self) -> tuple[float, ...]:
        """The pitches its lines may have, best first; those of a smaller title are as much smaller."""
        return tuple(pitch * self.size / geometry.SIZE_TITLE for pitch in PITCHES)

    def height(self, pitch: float) -> float:
        """From the top of the first em box to the bottom of the last, in mm."""
        return (len(self.lines) - 1) * pitch + self.em

    def placed(self, top: float, pitch: float, centre: float = geometry.CENTRE) -> list[PlacedLine]:
        """The lines with the first em box at `top`, each centred."""
        first = geometry.baseline_below(top, self.size)
        return [
            line.at(centre - line.width / 2, first + index * pitch, self.size)
            for index, line in enumerate(self.lines)
        ]


def set_title(
    setter: Setter,
    title: str,
    names: Sequence[str],
    width: float = geometry.WIDTH,
    sizes: Sequence[float] = SIZES,
) -> Title:
    """Break a title and set its lines in XiaoBiaoSong; one that fills the page is set smaller."""
    glyphs = setter.book[Role.XIAOBIAOSONG]
    for size in sizes:
        em = size * geometry.MM_PER_PT
        own = Setter(setter.book, em)
        texts = break_title(
            title, width / em, names, lambda text: sum(glyphs[char].width for char in text)
        )
        result = Title([own.single([Piece(Role.XIAOBIAOSONG, text)]) for text in texts], size)
        if result.height(result.pitches[-1]) <= _ROOM:
            break
    return result


def row_after(title: Title, top: float) -> tuple[float, int]:
    """The pitch of the title's lines and the first row of text under it, one row left free."""
    best: tuple[float, float, int] | None = None
    for pitch in title.pitches:
        bottom = top + title.height(pitch)
        row = ceil((bottom + SMALLEST_GAP - geometry.TOP) / geometry.PITCH - 0.01)
        gap = geometry.row_top(row) - bottom
        if gap <= WIDEST_GAP:
            return pitch, row
        if best is None or gap < best[0]:
            best = (gap, pitch, row)
    return (best[1], best[2]) if best else (title.pitches[0], 0)
