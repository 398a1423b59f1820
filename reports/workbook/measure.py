"""How wide columns and how high rows must be: spreadsheets do not fit merged or printed rows."""

from __future__ import annotations

import math
import unicodedata

from reports.document import RowKind, Table
from reports.roles import Role
from reports.table_widths import by_content, heading_parts, is_fitted
from reports.workbook.values import native

PIXELS_PER_UNIT = 8
"""A column unit is a digit of the workbook's default font: 8 pixels at 96 per inch for 宋体 11."""
PIXELS_PER_MM = 96 / 25.4
HIGHEST_ROW = 409.0
"""In points; no spreadsheet draws a higher row."""
_PADDING = 3
"""Pixels that the text of a cell keeps free of its column's width."""
_LINE = 1.38
"""Line height in em: the tallest of the usual faces, so that no line is cut off at the foot."""
_MARGIN = 6.0
_NARROWEST = 3.0
_SHORT_HEAD = 4.0
"""A spreadsheet breaks headings anywhere: one of so many characters stays on its line."""
_SPARE = 0.2


def column_widths(
    table: Table, width_mm: float, size_pt: float, head_pt: float = 0.0
) -> list[float]:
    """Column widths in spreadsheet units, together no wider than `width_mm`.

    size_pt, head_pt: the sizes of the cells and of the headings, by default the same. By share, and where the table becomes lower so, by what the columns hold. A number or date never
    wraps (it would show as ####): its column is as wide as it needs, and the widest column pays.
    """
    units = width_mm * PIXELS_PER_MM / PIXELS_PER_UNIT
    total = sum(column.share for column in table.columns) or 1.0
    widths = [max(column.share / total * units, _NARROWEST) for column in table.columns]
    values = [_widest_value(table, index, size_pt) for index in range(len(widths))]
    for index, value in enumerate(values):
        missing = value - widths[index]
        payer = max(range(len(widths)), key=widths.__getitem__)
        if missing > 0 and payer != index:
            widths[index] += missing
            widths[payer] = max(widths[payer] - missing, _NARROWEST)
    if is_fitted(table):
        heads = [max(map(_ems, heading_parts(each.heading)), default=0.0) for each in table.columns]
        larger = (head_pt or size_pt) / size_pt

        def natural(role: Role, text: str) -> float:
            return _ems(text) * (larger if role is Role.HEITI else 1.0)

        least = [
            max(_em_room(value, size_pt), (min(head, _SHORT_HEAD) + _SPARE) * larger)
            for value, head in zip(values, heads, strict=True)
        ]
        usual = [_em_room(each, size_pt) for each in widths]
        found = by_content(table, usual, natural, least=least)
        widths = [_units(measure, size_pt) for measure in found]
    return [math.floor(width * 10) / 10 for width in widths]


def units_of(text: str, size_pt: float) -> float:
    """How wide a column must be for the text on one line."""
    return _units(_ems(text) + _SPARE, size_pt)


def _em_room(units: float, size_pt: float) -> float:
    """How many em of text a column of so many units holds."""
    return max(0.5, (units * PIXELS_PER_UNIT - _PADDING) / (size_pt * 96 / 72))


def _units(measure: float, size_pt: float) -> float:
    return (measure * size_pt * 96 / 72 + _PADDING) / PIXELS_PER_UNIT


def lines_of(text: str, width: float, size_pt: float) -> int:
    """How many lines a text takes in a column of `width` units."""
    room = _em_room(width, size_pt)
    return sum(_wrapped(line, max(room, 1.0)) for line in text.split("\n"))


def row_height(cells: list[tuple[str, float]], size_pt: float) -> float:
    """The height in points of a row of (text, column width) cells."""
    most = max((lines_of(text, width, size_pt) for text, width in cells), default=1)
    return math.ceil(max(1, most) * size_pt * _LINE + _MARGIN)


def _widest_value(table: Table, index: int, size_pt: float) -> float:
    """The units that the column's longest number or date takes."""
    texts = [
        row.cells[index]
        for row in table.rows
        if row.kind is RowKind.NORMAL and index < len(row.cells)
    ]
    ems = max((_ems(text) for text in texts if not isinstance(native(text)[0], str)), default=0.0)
    return (ems * size_pt * 96 / 72 + _PADDING) / PIXELS_PER_UNIT + 0.6 if ems else 0.0


def _em(char: str) -> float:
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.56


def _ems(text: str) -> float:
    return sum(map(_em, text))


def _wrapped(line: str, room: float) -> int:
    """Lines of one paragraph; marks that may not begin a line take the character before along."""
    used, count = 0.0, 1
    for char in line:
        width = _em(char)
        if used + width > room:
            used, count = (1.0 if char in "，。；：、）》”！？" else 0.0), count + 1
        used += width
    return count
