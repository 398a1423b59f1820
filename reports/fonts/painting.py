"""Registering faces with the PDF library; imported only when a paper is painted."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from models.errors import KnownError
from reports.fonts.face import Face
from reports.fonts.pdfface import PdfFont

_names: dict[tuple[Path, int], str] = {}
_postscript_names: set[bytes] = set()

# What the library raises for a file that is gone, contradicts itself or lacks a table.
_REFUSALS = (TTFError, OSError, KeyError, IndexError, ValueError, struct.error)

HALF_WIDTH_PLANE = 0xF0000
"""A private plane: here a mark stands once more, half an em wide, for the end of a line."""

_BEYOND_BASIC_PLANE = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>)")


class _Font(PdfFont):
    """The library's font, with characters beyond U+FFFF copied right out of the finished paper."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802, ANN401 - the library's name and type
        """Write the font; then mend its map to Unicode, where a code must stand in UTF-16."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _BEYOND_BASIC_PLANE.sub(_as_utf16, stream.content)


def _as_utf16(code: re.Match[str]) -> str:
    number = int(code.group(), 16)
    if number >= HALF_WIDTH_PLANE:
        number -= HALF_WIDTH_PLANE
    return chr(number).encode("utf-16-be").hex().upper()


def registered(path: Path, index: int, parsed: Face) -> str:
    """The name of the face in the PDF library, registering it the first time.

    Raises KnownError when the library refuses the face.
    """
    name = _names.get((path, index))
    if name is None:
        name = f"luoshi-{len(_names)}-{path.stem}-{index}"
        try:
            font = _Font(name, path, index, parsed)
        except _REFUSALS as error:
            raise KnownError(
                f"字体“{parsed.header.family}”无法写入 PDF，没有生成文件，已有文件不变；"
                "请在设置中另选字体文件。"
            ) from error
        _make_unique(font)
        pdfmetrics.registerFont(font)
        _names[path, index] = name
    return name


def _make_unique(font: _Font) -> None:
    """Tell faces of one PostScript name apart: the library files their glyphs under that name."""
    face: Any = font.face
    if face.name in _postscript_names:
        face.name += b"-%d" % len(_names)
    _postscript_names.add(face.name)
