"""The glyphs of one face as the layout needs them: which characters, how wide, where the ink is.

Only ``cmap``, ``hmtx``, ``head``, ``maxp`` and ``loca`` are read; a glyph's box is fetched when it is
asked for. A face is parsed once in a process, however many papers are made with it.
"""

from __future__ import annotations

import functools
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from reports.fonts.cmap import read_cmap
from reports.fonts.sfnt import BadFontError, Header, read_headers, read_table

Ink = tuple[float, float]

_NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_GLYPH_HEADER = 10  # bytes: the count of contours and the box


@dataclass
class Face:
    """One parsed face. All measures it gives are in em."""

    header: Header
    glyphs: dict[int, int]
    advances: tuple[float, ...]
    units: int
    offsets: tuple[int, ...]
    boxes: dict[int, Ink | None] = field(default_factory=dict)

    def __contains__(self, char: str) -> bool:
        return ord(char) in self.glyphs

    def advance(self, char: str) -> float:
        """The width the glyph takes; the character must be in the face."""
        glyph = self.glyphs[ord(char)]
        return self.advances[min(glyph, len(self.advances) - 1)]

    def ink(self, char: str) -> Ink | None:
        """Lowest and highest ink above the baseline; None for a blank glyph."""
        glyph = self.glyphs[ord(char)]
        if glyph not in self.boxes:
            self.boxes[glyph] = self._box(glyph)
        return self.boxes[glyph]

    def _box(self, glyph: int) -> Ink | None:
        start, end = self.offsets[glyph], self.offsets[glyph + 1]
        if end - start < _GLYPH_HEADER:
            return None
        with self.header.path.open("rb") as stream:
            stream.seek(self.header.tables["glyf"][0] + start)
            low, high = struct.unpack(">4xh2xh", stream.read(_GLYPH_HEADER))
        return low / self.units, high / self.units


def open_face(path: Path, index: int = 0) -> Face:
    """The parsed face; parsed again only when the file has changed.

    Raises BadFontError for a face that cannot be drawn with, OSError for a file that cannot be read.
    """
    stat = path.stat()
    return _parse(path, index, stat.st_mtime_ns, stat.st_size)


@functools.lru_cache(maxsize=64)
def _parse(path: Path, index: int, _changed: int, size: int) -> Face:
    headers = read_headers(path)
    if index >= len(headers):
        raise BadFontError(f"{path.name}: no face {index}")
    header = headers[index]
    if not header.has_truetype_outlines:
        raise BadFontError(f"{path.name}: no TrueType outlines")
    for tag in _NEEDED:
        start, length = header.tables.get(tag, (size, 1))
        if start + length > size:
            raise BadFontError(f"{path.name}: {tag} table absent or cut short")
    with path.open("rb") as stream:
        try:
            return _read(stream, header)
        except (struct.error, IndexError, ZeroDivisionError) as error:
            raise BadFontError(f"{path.name}: {error}") from error


def _read(stream: BinaryIO, header: Header) -> Face:
    head = read_table(stream, header.tables, "head")
    units, long_offsets = (
        struct.unpack_from(">H", head, 18)[0],
        struct.unpack_from(">h", head, 50)[0],
    )
    count = struct.unpack_from(">4xH", read_table(stream, header.tables, "maxp"))[0]
    hhea = read_table(stream, header.tables, "hhea")
    metrics = struct.unpack_from(">H", hhea, 34)[0]
    widths = struct.unpack_from(">" + "H2x" * metrics, read_table(stream, header.tables, "hmtx"))
    loca = read_table(stream, header.tables, "loca")
    form = f">{count + 1}{'L' if long_offsets else 'H'}"
    offsets = struct.unpack_from(form, loca)
    if not long_offsets:
        offsets = tuple(2 * half for half in offsets)
    if not widths or max(offsets) > header.tables["glyf"][1]:
        raise BadFontError(f"{header.path.name}: no widths, or glyphs beyond the end")
    glyphs = read_cmap(read_table(stream, header.tables, "cmap"))
    return Face(
        header=header,
        glyphs=_drawable(glyphs, count),
        advances=tuple(width / units for width in widths),
        units=units,
        offsets=offsets,
    )


def _drawable(glyphs: dict[int, int], count: int) -> dict[int, int]:
    """Without the characters that lead to no glyph, or to the one that stands for a missing one."""
    numbers = glyphs.values()
    if not glyphs or (min(numbers) > 0 and max(numbers) < count):
        return glyphs
    return {code: glyph for code, glyph in glyphs.items() if 0 < glyph < count}
