"""The PDF library's face, filled from what we have parsed already.

The library reads each number of a font's tables with a call of its own, a fifth of a second a Chinese
font; the same numbers unpacked at once take a hundredth.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

from reports.fonts.face import Face


class PdfFace(TTFontFace):
    """Names, boxes and flags as the library reads them; characters, widths and places from us."""

    def __init__(self, path: Path, index: int, parsed: Face) -> None:
        self._parsed = parsed
        self.charToGlyph: dict[int, int] = {}
        self.charWidths: dict[int, float] = {}
        super().__init__(path, subfontIndex=index)

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - the library's names
        """Read what is about the whole face, then take over what is about its glyphs."""
        super().extractInfo(charInfo=0)
        own: Any = self
        self.charToGlyph = dict(self._parsed.glyphs)
        self.charWidths = {}
        if 0x20 in self.charToGlyph:
            self.charToGlyph[0xA0] = self.charToGlyph[0x20]
        own.glyphPos = list(self._parsed.offsets)
        own.hmetrics = self._metrics(own.get_table("hmtx"), own.numGlyphs)
        self._scale = 1000 / self._parsed.units
        own.defaultWidth = own.hmetrics[0][0] * self._scale

    def _metrics(self, table: bytes, glyphs: int) -> list[tuple[int, int]]:
        """Advance and left bearing of each glyph; the last advance is that of all the rest."""
        count = min(len(self._parsed.advances), glyphs)
        found = list(struct.iter_unpack(">HH", table[: 4 * count]))
        rest = struct.unpack_from(f">{glyphs - count}H", table, 4 * count)
        last = found[-1][0]
        return found + [(last, bearing) for bearing in rest]

    def getCharWidth(self, code: int) -> float:  # noqa: N802 - the library's name
        """The width of a character in 1/1000 em, worked out when it is first asked for."""
        width = self.charWidths.get(code)
        if width is None:
            own: Any = self
            glyph = self.charToGlyph.get(code)
            width = own.defaultWidth if glyph is None else own.hmetrics[glyph][0] * self._scale
            self.charWidths[code] = width
        return width


class PdfFont(TTFont):
    """A font of the library with such a face; what the library's own constructor sets, it sets."""

    def __init__(self, name: str, path: Path, index: int, parsed: Face) -> None:
        own: Any = self
        own.fontName = name
        own.face = PdfFace(path, index, parsed)
        own.encoding = TTEncoding()
        own.state = WeakKeyDictionary()
        # Otherwise all of ASCII is embedded with every font, whether a paper shows it or not.
        own._asciiReadable = 0  # noqa: SLF001 - as its constructor does
        own.shapable = False
