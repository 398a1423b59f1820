"""A small reader of font file headers: tables, names, outlines, embedding permission.

Made to look through hundreds of installed fonts quickly: of each file it reads the table directory,
the ``name``, ``head`` and ``OS/2`` tables and nothing else. Formats: OpenType 1.9, "otff" and "name".
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_TRUETYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_MAX_NAMES = 200_000  # bytes; a longer name table is a broken one
_FAMILY_IDS = (1, 4, 6, 16)
_ZH_CN = 0x804
_EN_US = 0x409


class BadFontError(Exception):
    """The file is no font, is cut short, or contradicts itself; the message is for the log."""


@dataclass(frozen=True)
class Header:
    """What is known of one face before its glyphs are touched.

    ``tables`` maps a tag to (offset, length) in the file; ``names`` are all its family, full and
    PostScript names; ``family`` is the Chinese one where there is one.
    """

    path: Path
    index: int
    tables: dict[str, tuple[int, int]]
    names: frozenset[str]
    family: str
    upright: bool
    restricted: bool

    @property
    def has_truetype_outlines(self) -> bool:
        """Whether the glyphs are quadratic; the PDF library refuses CFF outlines."""
        return "glyf" in self.tables and "loca" in self.tables


def read_headers(path: Path) -> tuple[Header, ...]:
    """The faces of a font file, one for a plain file, several for a collection.

    Raises BadFontError for what is not a font, OSError for what cannot be read.
    """
    with path.open("rb") as stream:
        try:
            return tuple(
                _face(stream, path, index, offset)
                for index, offset in enumerate(_face_offsets(stream))
            )
        except (struct.error, IndexError, KeyError) as error:
            raise BadFontError(f"{path.name}: {error}") from error


def _face_offsets(stream: BinaryIO) -> tuple[int, ...]:
    tag = stream.read(4)
    if tag in _TRUETYPE:
        return (0,)
    if tag != b"ttcf":
        raise BadFontError("not a TrueType or OpenType file")
    count = struct.unpack(">4xL", stream.read(8))[0]
    if not 0 < count < 100:
        raise BadFontError("a collection without a sensible count of faces")
    return struct.unpack(f">{count}L", stream.read(4 * count))


def _face(stream: BinaryIO, path: Path, index: int, offset: int) -> Header:
    stream.seek(offset)
    count = struct.unpack(">4xH6x", stream.read(12))[0]
    directory = stream.read(16 * count)
    tables: dict[str, tuple[int, int]] = {}
    for place in range(0, 16 * count, 16):
        tag, start, length = struct.unpack_from(">4s4xLL", directory, place)
        tables[tag.decode("latin-1")] = (start, length)
    names = tuple(_names(read_table(stream, tables, "name", _MAX_NAMES)))
    mac_style = struct.unpack_from(">H", read_table(stream, tables, "head"), 44)[0]
    return Header(
        path=path,
        index=index,
        tables=tables,
        names=frozenset(text for _, name_id, text in names if name_id in _FAMILY_IDS),
        family=_shown_family(names) or path.stem,
        upright=not mac_style & 0b11,
        restricted=_restricted(stream, tables),
    )


def read_table(
    stream: BinaryIO, tables: dict[str, tuple[int, int]], tag: str, limit: int = 1 << 26
) -> bytes:
    """The bytes of one table. Raises BadFontError when it is absent, cut short or over the limit."""
    if tag not in tables:
        raise BadFontError(f"no {tag} table")
    start, length = tables[tag]
    if length > limit:
        raise BadFontError(f"{tag} table too long")
    stream.seek(start)
    found = stream.read(length)
    if len(found) < length:
        raise BadFontError(f"{tag} table cut short")
    return found


def _restricted(stream: BinaryIO, tables: dict[str, tuple[int, int]]) -> bool:
    """Whether fsType forbids embedding in a document ("restricted licence")."""
    if "OS/2" not in tables:
        return False
    fs_type: int = struct.unpack_from(">H", read_table(stream, tables, "OS/2"), 8)[0]
    return fs_type & 0x000F == 2


def _names(table: bytes) -> Iterator[tuple[int, int, str]]:
    """Language (Windows id), name id and text of each record that can be read."""
    count, storage = struct.unpack_from(">2xHH", table)
    for number in range(count):
        platform, encoding, language, name_id, length, offset = struct.unpack_from(
            ">6H", table, 6 + 12 * number
        )
        raw = table[storage + offset : storage + offset + length]
        codec = _codec(platform, encoding, language)
        if codec:
            text = raw.decode(codec, "replace").replace("\0", "").strip()
            yield _windows_language(platform, language), name_id, text


def _codec(platform: int, encoding: int, language: int) -> str:
    """The codec of a name record; old Chinese fonts keep GBK bytes in platform 3 encoding 3."""
    if platform == 0 or (platform == 3 and encoding in (0, 1, 10)):
        return "utf-16-be"
    if (platform == 3 and encoding == 3) or (platform == 1 and encoding == 25):
        return "gb18030"
    if platform == 1:
        return "gb18030" if language == 33 else "mac-roman"
    return ""


def _windows_language(platform: int, language: int) -> int:
    if platform == 1:
        return _ZH_CN if language == 33 else _EN_US
    return language


def _shown_family(names: tuple[tuple[int, int, str], ...]) -> str:
    """The family as a Chinese reader knows it: name id 1 in Chinese, else in English, else any."""
    families = [(language, text) for language, name_id, text in names if name_id == 1 and text]
    for wanted in (_ZH_CN, _EN_US):
        for language, text in families:
            if language == wanted:
                return text.removesuffix(" Regular")
    return families[0][1] if families else ""
