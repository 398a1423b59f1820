"""Measures a finished PDF: glyphs, lines, rules and ink, in millimetres from the sheet's top left.

It reads the file only and knows nothing of how it was made.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pdfplumber

if TYPE_CHECKING:
    from PIL.Image import Image

MM = 25.4 / 72
DPI = 300

Box = tuple[float, float, float, float]
Renderer = Callable[[bytes, int, Box, float], "Image"]
"""Draws a box (mm) of a page of a PDF with so many pixels to the mm."""


class UnverifiedError(Exception):
    """Something cannot be seen: no renderer, or a font whose class is not known."""


# Names by which a font's class is known: the standard's fonts and the free ones that stand in.
CLASSES = {
    "fangsong": ("fandolfang", "fangsong", "仿宋", "fzfs", "zhuque"),
    "kai": ("luoshikai", "kai", "楷"),
    "hei": ("notosanssc", "simhei", "黑体", "fzht"),
    "xiaobiaosong": ("notoserifsc-bold", "xiaobiaosong", "fzxbs", "小标宋", "zhongsong"),
    "song": ("notoserifsc-regular", "notoserifsc-rare", "simsun", "宋体", "fzss"),
    "digits": ("times", "tinos", "liberationserif"),
}


def font_class(name: str) -> str:
    """The class of a font by its name; one that is not known can be judged by nobody."""
    plain = name.split("+")[-1].lower()
    for found, needles in CLASSES.items():
        if any(needle in plain for needle in needles):
            return found
    raise UnverifiedError(f"the class of the font {name} is not known")


def pdfium(data: bytes, page: int, box: Box, per_mm: float) -> Image:
    """Render a box of a page; UnverifiedError where the renderer is not installed."""
    try:
        import pypdfium2
    except ImportError as error:
        raise UnverifiedError("no renderer is installed") from error
    pdf = pypdfium2.PdfDocument(data)
    try:
        own = pdf[page - 1]
        width, height = (edge * MM for edge in own.get_size())
        left, top, right, bottom = box
        around = (left, height - bottom, width - right, top)
        image = own.render(scale=per_mm * MM, crop=tuple(max(0.0, edge) / MM for edge in around))
        return image.to_pil().convert("RGB")
    finally:
        pdf.close()


@dataclass(frozen=True)
class Glyph:
    """One glyph: its origin on the baseline, its font's advance, size in points and colour."""

    text: str
    x: float
    y: float
    width: float
    size: float
    font_name: str
    colour: tuple[float, ...]
    turned: bool

    @property
    def font(self) -> str:
        """The class of its font."""
        return font_class(self.font_name)

    @property
    def red(self) -> bool:
        return is_red(self.colour)


@dataclass(frozen=True)
class Line:
    """Glyphs on one baseline of one page, from left to right (or upward, when turned)."""

    page: int
    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x

    @property
    def x1(self) -> float:
        drawn = [glyph for glyph in self.glyphs if not glyph.text.isspace()]
        return max(glyph.x + glyph.width for glyph in drawn or self.glyphs)

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        return self.glyphs[0].size

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def em_top(self) -> float:
        return self.y - 0.88 * self.size * MM

    @property
    def em_bottom(self) -> float:
        return self.y + 0.12 * self.size * MM

    @property
    def red(self) -> bool:
        return self.glyphs[0].red

    @property
    def fonts(self) -> set[str]:
        """The classes of the fonts that draw its Chinese characters and marks."""
        chinese = [g.font for g in self.glyphs if not g.text.isascii()]
        return set(chinese or [g.font for g in self.glyphs])

    def segments(self, gap: float = 6.0) -> list[Line]:
        """The line cut where more than `gap` mm stay blank."""
        pieces: list[list[Glyph]] = []
        for glyph in self.glyphs:
            if glyph.text.isspace():
                continue
            last = pieces[-1][-1] if pieces else None
            if last is None or glyph.x - (last.x + last.width) > gap:
                pieces.append([])
            pieces[-1].append(glyph)
        return [Line(self.page, tuple(piece)) for piece in pieces]


@dataclass(frozen=True)
class Rule:
    """A straight stroke."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: tuple[float, ...]

    @property
    def red(self) -> bool:
        return is_red(self.colour)

    @property
    def level(self) -> bool:
        return abs(self.y0 - self.y1) < 0.05


@dataclass
class Sheet:
    """One page: its size, its upright and turned lines, its rules."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


class Paper:
    """A PDF, measured."""

    def __init__(self, data: bytes, renderer: Renderer = pdfium) -> None:
        self.data = data
        self.renderer = renderer
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            self.sheets = [_sheet(number, page) for number, page in enumerate(pdf.pages, 1)]

    @cached_property
    def lines(self) -> list[Line]:
        """All upright lines, page after page, downward."""
        return [line for sheet in self.sheets for line in sheet.lines]

    def find(self, pattern: str) -> list[Line]:
        return [line for line in self.lines if re.search(pattern, line.text)]

    def ink(self, page: int, box: Box, *, red: bool = False) -> Box | None:
        """The box of all ink (or all red ink) inside a box of a page, rendered at 300 dpi."""
        per_mm = DPI / 25.4
        crop = self.renderer(self.data, page, box, per_mm)
        low = crop.getchannel("G")
        mask = low.point(lambda value: 255 if value < 128 else 0)
        if red:
            strong = crop.getchannel("R").point(lambda value: 255 if value > 150 else 0)
            mask = _both(mask, strong)
        found = mask.getbbox()
        if found is None:
            return None
        left, top, right, bottom = (edge / per_mm for edge in found)
        return (left + box[0], top + box[1], right + box[0], bottom + box[1])


def _both(one: Image, other: Image) -> Image:
    from PIL import ImageChops

    return ImageChops.multiply(one, other)


def is_red(colour: tuple[float, ...]) -> bool:
    if len(colour) == 3:
        return colour[0] > 0.75 and colour[1] < 0.25 and colour[2] < 0.25
    return len(colour) == 4 and colour[1] > 0.6 and colour[0] < 0.2


def _colour(value: Any) -> tuple[float, ...]:
    if value is None:
        return (0.0,)
    if isinstance(value, (int, float)):
        return (float(value),)
    return tuple(float(part) for part in value)


def _sheet(number: int, page: pdfplumber.page.Page) -> Sheet:
    height = float(page.height) * MM
    sheet = Sheet(number, float(page.width) * MM, height)
    glyphs = [_glyph(char, height) for char in page.chars]
    sheet.lines = _lines(number, [glyph for glyph in glyphs if not glyph.turned])
    sheet.turned = _lines(number, [glyph for glyph in glyphs if glyph.turned])
    for stroke in page.lines:
        sheet.rules.append(
            Rule(
                stroke["x0"] * MM,
                stroke["top"] * MM,
                stroke["x1"] * MM,
                stroke["bottom"] * MM,
                float(stroke["linewidth"]) * MM,
                _colour(stroke["stroking_color"]),
            )
        )
    return sheet


def _glyph(char: dict[str, Any], height: float) -> Glyph:
    matrix = char["matrix"]
    turned = abs(matrix[1]) > 0.01
    across = (float(char["x1"]) - float(char["x0"])) * MM
    along = (float(char["bottom"]) - float(char["top"])) * MM
    # A turned line runs up the sheet: its place along the line is the height above the lower edge.
    x, y = (matrix[5] * MM, matrix[4] * MM) if turned else (matrix[4] * MM, height - matrix[5] * MM)
    return Glyph(
        char["text"],
        x,
        y,
        along if turned else across,
        across / MM if turned else float(char["size"]),
        str(char["fontname"]),
        _colour(char["non_stroking_color"]),
        turned,
    )


def _lines(number: int, glyphs: Iterable[Glyph]) -> list[Line]:
    rows: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        rows.setdefault((round(glyph.y * 10), round(glyph.size * 2)), []).append(glyph)
    ordered = sorted(rows.items())
    return [Line(number, tuple(sorted(row, key=lambda glyph: glyph.x))) for _, row in ordered]
