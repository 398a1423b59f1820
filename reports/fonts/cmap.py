"""Which glyph draws which character: the Unicode subtables of a ``cmap``, formats 4 and 12."""

from __future__ import annotations

import struct

from reports.fonts.sfnt import BadFontError

# The best subtable first: full Unicode of Windows, then its basic plane, then the Unicode platform.
_ORDER = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


def read_cmap(table: bytes) -> dict[int, int]:
    """Character code to glyph number. Raises BadFontError without a Unicode subtable we can read."""
    count = struct.unpack_from(">2xH", table)[0]
    places: dict[tuple[int, int], int] = {}
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * number)
        places.setdefault((platform, encoding), offset)
    for kind in _ORDER:
        if kind not in places:
            continue
        offset = places[kind]
        form = struct.unpack_from(">H", table, offset)[0]
        if form == 12:
            return _groups(table, offset)
        if form == 4:
            return _segments(table, offset)
    raise BadFontError("no Unicode character map")


def _groups(table: bytes, offset: int) -> dict[int, int]:
    """Format 12: (first, last, glyph of the first), three long numbers a group."""
    count = struct.unpack_from(">12xL", table, offset)[0]
    numbers = struct.unpack_from(f">{3 * count}L", table, offset + 16)
    found: dict[int, int] = {}
    room = 0x110000
    for first, last, glyph in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        room -= last - first + 1
        if last > 0x10FFFF or last < first or room < 0:
            raise BadFontError("a group beyond Unicode, or overlapping groups")
        if first == last:
            found[first] = glyph
            continue
        found.update(
            zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)
        )
    return found


def _segments(table: bytes, offset: int) -> dict[int, int]:
    """Format 4: segments of the basic plane, glyphs by a delta or through an array."""
    length, double = struct.unpack_from(">2xH2xH", table, offset)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, offset + 14)
    starts = struct.unpack_from(f">{count}H", table, offset + 16 + double)
    deltas = struct.unpack_from(f">{count}H", table, offset + 16 + 2 * double)
    ranges = struct.unpack_from(f">{count}H", table, offset + 16 + 3 * double)
    found: dict[int, int] = {}
    for number, (start, end, delta, shift) in enumerate(
        zip(starts, ends, deltas, ranges, strict=True)
    ):
        if shift == 0:
            found.update((code, (code + delta) & 0xFFFF) for code in range(start, end + 1))
            continue
        array = offset + 16 + 3 * double + 2 * number + shift
        for code in range(start, end + 1):
            place = array + 2 * (code - start)
            if place + 2 > min(offset + length, len(table)):
                break  # known of old fonts: the last segment points past the table
            glyph = struct.unpack_from(">H", table, place)[0]
            if glyph:
                found[code] = (glyph + delta) & 0xFFFF
    return found
