"""Workbooks (.xlsx): the rows of each visible sheet, cells as they are shown."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from models.errors import KnownError
from models.intake.readers.archive import Archive, damaged
from models.intake.readers.collect import Paragraph, Row, collected
from models.intake.source import Source

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})")
_WIDEST = 200
_MOST_ROWS = 50_000

Merged = dict[tuple[int, int], tuple[int, int]]  # place below the first cell → place of that


def read_workbook(data: bytes, name: str) -> Source:
    """Return the rows of a workbook; raises KnownError if it is damaged or holds too many rows.

    A cell merged downwards says in each row what it says in the first.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    archive = Archive(data, name)
    if "xl/workbook.xml" not in archive:
        raise damaged(name)
    archive.check_xml()
    merged = _merged_of_sheets(archive)
    rows: list[Row | Paragraph] = []
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions that it leaves out; cells are not among them.
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    rows += _rows(sheet.iter_rows(), merged.get(sheet.title, {}), name)
            book.close()
    except (
        *(InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, IndexError),
        *(AttributeError, ArithmeticError, SyntaxError),
    ) as problem:
        # openpyxl says of a broken part whatever Python happens to say.
        raise damaged(name) from problem
    return collected(rows, name)


def as_shown(value: object) -> str:
    """Return a cell's value in words: 2021年6月30日, 60%, 12."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return f"{value.year}年{value.month}月{value.day}日{value:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def filled(grid: list[list[str]], merged: Merged) -> list[Row]:
    """Return rows in which a cell merged downwards is repeated."""
    for (row, column), (first, _) in merged.items():
        if row < len(grid) and column < len(grid[row]):
            grid[row][column] = grid[first][column]
    return [tuple(row) for row in grid]


def _rows(rows: Iterator[tuple[Cell | MergedCell, ...]], merged: Merged, name: str) -> list[Row]:
    grid: list[list[str]] = []
    for row in rows:
        grid.append([_words(cell) for cell in row[:_WIDEST]])
        if len(grid) > _MOST_ROWS:
            message = f"“{name}”超过{_MOST_ROWS}行：没有读入任何内容。请只保留任务表后再读入。"
            raise KnownError(message)
    width = max((n + 1 for row in grid for n, cell in enumerate(row) if cell), default=0)
    return filled([(row + [""] * width)[:width] for row in grid], merged)


def _words(cell: Cell | MergedCell) -> str:
    value = cell.value
    if isinstance(value, (int, float)) and "%" in str(cell.number_format or ""):
        return f"{value * 100:.10g}%"
    return as_shown(value)


def _merged_of_sheets(archive: Archive) -> dict[str, Merged]:
    """Return for each sheet what is merged downwards (read-only sheets do not tell it)."""
    targets = {}
    if "xl/_rels/workbook.xml.rels" in archive:
        for relation in archive.xml("xl/_rels/workbook.xml.rels"):
            target = relation.get("Target", "")
            targets[relation.get("Id", "")] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )
    found = {}
    for sheet in archive.xml("xl/workbook.xml").iter(f"{_MAIN}sheet"):
        path = targets.get(sheet.get(f"{_R}id", ""), "")
        if path in archive:
            areas = archive.xml(path).iter(f"{_MAIN}mergeCell")
            found[sheet.get("name", "")] = _covered(area.get("ref", "") for area in areas)
    return found


def _covered(areas: Iterator[str]) -> Merged:
    """Return the cells below the first of each merged area (all counted from 0)."""
    covered: Merged = {}
    for area in areas:
        match = _AREA.fullmatch(area)
        if match:
            top, left = int(match[2]) - 1, _column(match[1])
            for row in range(top + 1, min(int(match[3]), _MOST_ROWS)):
                covered[row, left] = (top, left)
    return covered


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
