"""Fonts of a few square glyphs, written byte by byte, to stand for what office machines have."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tiny:
    """A font to be written: each character is a box from ``low`` to ``high``, 1000 units to the em."""

    family: str
    chars: str = "国0123456789"
    digit_width: int = 500
    low: int = -100
    high: int = 800
    cff: bool = False
    restricted: bool = False
    bold: bool = False
    long_cmap: bool = False

    def tables(self) -> dict[str, bytes]:
        count = len(self.chars) + 1
        widths = [self.digit_width if char.isdigit() else 1000 for char in " " + self.chars]
        box = self._box()
        found = {
            "OS/2": struct.pack(">HhHHH", 4, 500, 400, 5, 2 if self.restricted else 0) + bytes(68),
            "cmap": self._cmap(),
            "head": struct.pack(
                ">HHHHLLHHQQ4hHHhhh", 1, 0, 1, 0, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, self.low, 1000,
                self.high, int(self.bold), 8, 2, 1, 0,
            ),
            "hhea": struct.pack(">HH3h11hhH", 1, 0, 880, -120, 0, *[0] * 11, 0, count),
            "hmtx": b"".join(struct.pack(">Hh", width, 0) for width in widths),
            "maxp": struct.pack(">LH13H", 0x10000, count, *[0] * 13),
            "name": self._name(),
            "post": struct.pack(">LL4H4L", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        }  # fmt: skip
        if self.cff:
            return found | {"CFF ": b"\1\0\4\1"}
        offsets = [0, *(len(box) * number for number in range(count))]
        return found | {"glyf": box * (count - 1), "loca": struct.pack(f">{count + 1}L", *offsets)}

    def _box(self) -> bytes:
        outline = struct.pack(">5h", 1, 0, self.low, 900, self.high)
        points = struct.pack(">HH4B4h4h", 3, 0, 1, 1, 1, 1, 0, 900, 0, -900,
                             self.low, 0, self.high - self.low, 0)  # fmt: skip
        return outline + points + bytes(-len(outline + points) % 4)

    def _cmap(self) -> bytes:
        codes = sorted((ord(char), glyph + 1) for glyph, char in enumerate(self.chars))
        if self.long_cmap:
            groups = b"".join(struct.pack(">3L", code, code, glyph) for code, glyph in codes)
            table = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(codes)) + groups
            return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table
        segments = [(code, (glyph - code) & 0xFFFF) for code, glyph in codes] + [(0xFFFF, 1)]
        count = len(segments)
        ends = struct.pack(f">{count}H", *(code for code, _ in segments))
        deltas = struct.pack(f">{count}H", *(delta for _, delta in segments))
        body = ends + b"\0\0" + ends + deltas + bytes(2 * count)
        table = struct.pack(">7H", 4, 14 + len(body), 0, 2 * count, 0, 0, 0) + body
        return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + table

    def _name(self) -> bytes:
        texts = {1: self.family, 6: "Tiny"}
        strings = [text.encode("utf-16-be") for text in texts.values()]
        records, place = b"", 0
        for name_id, raw in zip(texts, strings, strict=True):
            records += struct.pack(">6H", 3, 1, 0x409, name_id, len(raw), place)
            place += len(raw)
        return struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + b"".join(strings)


def write_font(path: Path, *fonts: Tiny) -> Path:
    """Write one font, or several as a collection."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if len(fonts) == 1:
        path.write_bytes(font_bytes(fonts[0]))
        return path
    head = 12 + 4 * len(fonts)
    faces, offsets = b"", []
    for font in fonts:
        offsets.append(head + len(faces))
        faces += font_bytes(font, offsets[-1])
    head_bytes = struct.pack(f">4sLL{len(fonts)}L", b"ttcf", 0x10000, len(fonts), *offsets)
    path.write_bytes(head_bytes + faces)
    return path


def font_bytes(font: Tiny, base: int = 0) -> bytes:
    tables = font.tables()
    directory, body = b"", b""
    start = base + 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag.encode(), 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    kind = b"OTTO" if font.cff else b"\0\1\0\0"
    return struct.pack(">4sH6x", kind, len(tables)) + directory + body
