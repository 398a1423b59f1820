"""The result of the layout: pages of lines whose positions are plain numbers in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from reports.document import Source
from reports.layout import geometry
from reports.roles import Role


class Run(NamedTuple):
    """Glyphs of one font in a line; `offsets` are their origins from the line's origin, in mm.

    `halves` are the places of closing marks that were given less than their em: at a line's end
    (5.1.10), beside another mark, or squeezed. They are painted from a form half an em wide.
    """

    role: Role
    font_key: str
    text: str
    offsets: list[float]
    halves: tuple[int, ...] = ()


class PlacedLine(NamedTuple):
    """A line of text. `x` and `y` are its origin on the baseline, from the sheet's top left.

    A turned line runs upward along the sheet (90° counter-clockwise). `stretch` scales the glyphs
    along the line only. A `loose` line has gaps that a reader may take for blanks between words.
    """

    x: float
    y: float
    size: float
    runs: tuple[Run, ...]
    colour: str = geometry.BLACK
    turned: bool = False
    stretch: float = 1.0
    loose: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(run.text for run in self.runs)


class PlacedRule(NamedTuple):
    """A straight rule from (x0, y0) to (x1, y1), `width` thick, all in mm."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str = geometry.BLACK


class PlacedFill(NamedTuple):
    """A filled polygon of a figure, its corners in mm; `grey` from 0, black, to 1, white."""

    points: tuple[tuple[float, float], ...]
    grey: float


@dataclass
class Page:
    """One sheet side with everything that is on it."""

    number: int
    width: float = geometry.SHEET_WIDTH
    height: float = geometry.SHEET_HEIGHT
    lines: list[PlacedLine] = field(default_factory=list)
    rules: list[PlacedRule] = field(default_factory=list)
    fills: list[PlacedFill] = field(default_factory=list)
    numbered: bool = True
    turned: bool = False
    used_to: float = geometry.TOP
    """How far down the sheet its content reaches, in mm; the colophon must begin below."""


class Bookmark(NamedTuple):
    """An entry of the reader's outline: level 1 is the outermost; `y` is the place on the page."""

    level: int
    title: str
    page: int
    y: float


class Trace(NamedTuple):
    """Where a block made from ledger rows stands: its first line's page and baseline."""

    sources: tuple[Source, ...]
    page: int
    y: float


class BlockPlace(NamedTuple):
    """Where a part of a block of the body stands: from `top` to `bottom` (mm) of a page.

    block: its place in the document's body, -1 for the title; one that runs on has several places.
    """

    block: int
    page: int
    top: float
    bottom: float


@dataclass(frozen=True)
class Laid:
    """A whole paper, laid out."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    traces: tuple[Trace, ...] = ()
    places: tuple[BlockPlace, ...] = ()
    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "zh-CN"
