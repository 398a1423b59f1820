"""Painting of laid-out pages as a PDF: every glyph where the layout has put it, and nothing else.

The library's own text operators know one advance a font; ours are written by hand so that each line
is one operator with the distance to every next glyph in it.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final, NamedTuple, Protocol

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas as pdfgen

from models import collector
from reports.fonts.painting import HALF_WIDTH_PLANE
from reports.layout import geometry
from reports.layout.placed import Bookmark, Laid, Page, PlacedFill, PlacedLine, PlacedRule, Run
from reports.roles import Role

Canvas = Any
"""The library's canvas; its stubs leave out what writing operators needs."""

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all; may raise to stop the painting."""

# Streams as plain bytes: the library's Base85 takes half the time of painting and a quarter more room.
rl_config.useA85 = 0

_PT: Final = 1 / geometry.MM_PER_PT
_COLOURS: Final = {geometry.BLACK: "0 g 0 G\n", geometry.RED: "0.843 0 0.059 rg 0.843 0 0.059 RG\n"}
_CHINA_HOURS: Final = 8


class _Distances(dict[int, str]):
    """Distances between glyphs, in 1/1000 em, as operators write them; the usual ones are at hand."""

    def __missing__(self, back: int) -> str:
        return f">{back}<"


_BACK: Final = _Distances({back: f">{back}<" if back else "" for back in range(-600, 601)})


class Fonts(Protocol):
    """What the painter asks of the fonts: registered names and the text that a face really draws."""

    def font_key(self, role: Role, char: str) -> str:
        """The key of the face that draws the character."""
        ...

    def reportlab_font(self, key: str) -> str:
        """The name under which the PDF library knows the face."""
        ...

    def shown(self, key: str, text: str) -> str:
        """The text as the face draws it; empty for what is never drawn."""
        ...


@dataclass(frozen=True)
class PdfMeta:
    """What the file says about itself; `created` is given, so that the same paper is the same bytes."""

    title: str
    created: dt.date
    author: str = ""
    subject: str = ""
    language: str = "zh-CN"


def paint(
    pages: Sequence[Page],
    fonts: Fonts,
    meta: PdfMeta,
    progress: Progress | None = None,
    bookmarks: Sequence[Bookmark] = (),
) -> bytes:
    """Paint pages into the bytes of a PDF. Raises KnownError when a font file cannot be used."""
    with collector.paused():
        return _painted(pages, fonts, meta, progress, bookmarks)


def _painted(
    pages: Sequence[Page],
    fonts: Fonts,
    meta: PdfMeta,
    progress: Progress | None,
    bookmarks: Sequence[Bookmark],
) -> bytes:
    target = io.BytesIO()
    canvas = _canvas(target, fonts, meta)
    painter = _Painter(canvas, fonts)
    marks = _Outline(canvas, bookmarks)
    for done, page in enumerate(pages, 1):
        painter.page(page)
        marks.on_page(page)
        canvas.showPage()
        if progress:
            progress(done, len(pages))
    canvas.save()
    return target.getvalue()


def paint_laid(
    laid: Laid, fonts: Fonts, created: dt.date, progress: Progress | None = None
) -> bytes:
    """Paint a laid-out paper with its own title, author and bookmarks."""
    meta = PdfMeta(laid.title, created, laid.author, laid.subject, laid.language)
    return paint(laid.pages, fonts, meta, progress, laid.bookmarks)


def _canvas(target: io.BytesIO, fonts: Fonts, meta: PdfMeta) -> Canvas:
    first = fonts.reportlab_font(fonts.font_key(Role.SONGTI, "—"))
    canvas: Canvas = pdfgen.Canvas(
        target,
        pagesize=(geometry.SHEET_WIDTH * _PT, geometry.SHEET_HEIGHT * _PT),
        pageCompression=1,
        invariant=True,
        initialFontName=first,  # type: ignore[arg-type] # the stubs take the name for a number
        lang=meta.language,
    )
    canvas.setTitle(_written(meta.title))
    canvas.setAuthor(_written(meta.author))
    canvas.setSubject(_written(meta.subject))
    canvas.setCreator("落实台账")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    # The library dates repeatable files 2000-01-01 and has no other way to give it a date.
    canvas._doc._timeStamp = SimpleNamespace(  # noqa: SLF001
        YMDhms=(meta.created.year, meta.created.month, meta.created.day, 0, 0, 0),
        dhh=_CHINA_HOURS,
        dmm=0,
    )
    return canvas


def _written(text: str) -> str:
    """A text as the file can hold it: half of a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


class _Outline:
    """The reader's outline, one page after the other; levels never jump inward by more than one."""

    def __init__(self, canvas: Canvas, bookmarks: Sequence[Bookmark]) -> None:
        self._canvas = canvas
        self._waiting: dict[int, list[Bookmark]] = {}
        for mark in bookmarks:
            self._waiting.setdefault(mark.page, []).append(mark)
        self._depth = -1
        self._count = 0

    def on_page(self, page: Page) -> None:
        """Add the entries that lead to this page."""
        for mark in self._waiting.get(page.number, ()):
            self._count += 1
            key = f"mark{self._count}"
            top = (page.height - mark.y + 2 * geometry.EM) * _PT
            self._canvas.bookmarkHorizontalAbsolute(key, top)
            self._depth = min(mark.level - 1, self._depth + 1)
            self._canvas.addOutlineEntry(_written(mark.title), key, self._depth, closed=False)


class _Painter:
    """Writes the operators of one page after the other into the canvas."""

    def __init__(self, canvas: Canvas, fonts: Fonts) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._faces: dict[str, _Face] = {}
        self._chosen = "", 0.0  # font and size that the page is at

    def page(self, page: Page) -> None:
        """Paint everything on a page; the canvas still has to show it."""
        self._canvas.setPageSize((page.width * _PT, page.height * _PT))
        code: list[str] = [_fill(fill, page.height) for fill in page.fills]
        colour = ""
        self._chosen = "", 0.0
        for rule in page.rules:
            if rule.colour != colour:
                colour = rule.colour
                code.append(_COLOURS[colour])
            code.append(_stroke(rule, page.height))
        code.append("BT\n")
        for line in page.lines:
            if line.colour != colour:
                colour = line.colour
                code.append(_COLOURS[colour])
            self._line(line, page.height, code)
        code.append("ET")
        self._canvas._code.append("".join(code))  # noqa: SLF001 - no public way to write operators

    def _line(self, line: PlacedLine, height: float, code: list[str]) -> None:
        if line.stretch != 1.0:
            code.append(f"{line.stretch * 100:.2f} Tz\n")
        if line.loose:
            said = line.text.encode("utf-16-be", "replace").hex()
            code.append(f"/Span <</ActualText <feff{said}>>> BDC\n")
        self._glyphs(line, height, code)
        if line.loose:
            code.append("EMC\n")
        if line.stretch != 1.0:
            code.append("100 Tz\n")

    def _glyphs(self, line: PlacedLine, height: float, code: list[str]) -> None:
        """One place for the line; then strings with the distance to the next glyph between them."""
        unit = 1000 / (line.size * geometry.MM_PER_PT * line.stretch)
        font: str | None = None
        parts: list[str] = []
        add = parts.append
        pen = 0.0
        for run in line.runs:
            glyphs = self._face(run).glyphs(run)
            for (own, glyph, width), offset in zip(glyphs, run.offsets, strict=True):
                if own != font:
                    if not own:
                        continue
                    if font is None:
                        code.append(_matrix(line, offset, height))
                        pen = offset * unit
                    else:
                        code.append(f"[<{''.join(parts)}>] TJ\n")
                        parts.clear()
                    font = own
                    if (font, line.size) != self._chosen:
                        self._chosen = font, line.size
                        code.append(f"{font} {line.size:g} Tf\n")
                # Rounded against where the pen really stands, so that no error adds up.
                back = round(pen - offset * unit)
                add(_BACK[back] + glyph)
                pen += width - back
        if parts:
            code.append(f"[<{''.join(parts)}>] TJ\n")

    def _face(self, run: Run) -> _Face:
        face = self._faces.get(run.font_key)
        if face is None:
            face = self._faces[run.font_key] = _Face(self._canvas, self._fonts, run.font_key)
        return face


class _Glyph(NamedTuple):
    """A character in a document: its subset's name, its code there, its width in 1/1000 em."""

    font: str
    code: str
    width: float


_UNSEEN: Final = _Glyph("", "", 0.0)


class _Face(dict[str, _Glyph]):
    """One face in one document: its characters' codes, subsets and widths, looked up once each."""

    def __init__(self, canvas: Canvas, fonts: Fonts, key: str) -> None:
        super().__init__()
        self._fonts = fonts
        self._key = key
        self._doc: Any = canvas._doc  # noqa: SLF001 - subsets belong to the document
        self._font: Any = pdfmetrics.getFont(fonts.reportlab_font(key))
        self._halves: dict[str, _Glyph] = {}

    def __missing__(self, char: str) -> _Glyph:
        shown = self._fonts.shown(self._key, char)
        glyph = self[char] = self._coded(shown) if shown else _UNSEEN
        return glyph

    def glyphs(self, run: Run) -> list[_Glyph]:
        """The run's characters, narrowed marks in their half form."""
        glyphs = list(map(self.__getitem__, run.text))
        for index in run.halves:
            char = run.text[index]
            glyphs[index] = self._halves.get(char) or self._half(char)
        return glyphs

    def _half(self, char: str) -> _Glyph:
        """The mark under a code of its own that is half an em wide, so that no box leaves the page.

        The glyph is the same; the code stands for the mark when text is copied.
        """
        face = self._font.face
        if ord(char) not in face.charToGlyph:
            return self[char]
        alias = HALF_WIDTH_PLANE + ord(char)
        face.charToGlyph[alias] = face.charToGlyph[ord(char)]
        face.charWidths[alias] = 500
        glyph = self._halves[char] = self._coded(chr(alias))
        return glyph

    def _coded(self, char: str) -> _Glyph:
        subset, code = self._font.splitString(char, self._doc)[0]
        font = self._font.getSubsetInternalName(subset, self._doc)
        return _Glyph(font, code.hex(), float(self._font.face.getCharWidth(ord(char))))


def _matrix(line: PlacedLine, offset: float, height: float) -> str:
    if line.turned:
        return f"0 1 -1 0 {line.x * _PT:.3f} {(height - line.y + offset) * _PT:.3f} Tm\n"
    return f"1 0 0 1 {(line.x + offset) * _PT:.3f} {(height - line.y) * _PT:.3f} Tm\n"


def _fill(fill: PlacedFill, height: float) -> str:
    corners = [f"{x * _PT:.3f} {(height - y) * _PT:.3f}" for x, y in fill.points]
    return f"{fill.grey:g} g {corners[0]} m {' l '.join(corners[1:])} l h f\n"


def _stroke(rule: PlacedRule, height: float) -> str:
    return (
        f"{rule.width * _PT:.3f} w {rule.x0 * _PT:.3f} {(height - rule.y0) * _PT:.3f} m "
        f"{rule.x1 * _PT:.3f} {(height - rule.y1) * _PT:.3f} l S\n"
    )
