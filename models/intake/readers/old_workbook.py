"""Workbooks of Excel 97–2003 (.xls, and .et of WPS in that form): the rows of each visible sheet."""

from __future__ import annotations

import struct
from datetime import datetime
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.intake.readers.archive import damaged
from models.intake.readers.collect import Paragraph, Row, collected
from models.intake.readers.workbook import Merged, as_shown, filled
from models.intake.source import Source

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_WIDEST = 200


def read_old_workbook(data: bytes, name: str) -> Source:
    """Return the rows of an .xls; raises KnownError if it is damaged or protected."""
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        # The log goes nowhere: xlrd would print its warnings.
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Nowhere())
        rows: list[Row | Paragraph] = []
        for sheet in book.sheets():
            if sheet.visibility == 0:
                rows += _rows(book, sheet)
    except (
        *(XLRDError, CompDocError, struct.error, IndexError, KeyError, ValueError),
        *(AssertionError, TypeError, AttributeError, NotImplementedError, ArithmeticError),
        MemoryError,
    ) as problem:
        if "encrypted" in str(problem).lower():
            message = (
                f"“{name}”设有打开密码：没有读入任何内容。请用原软件打开，去掉密码另存后再读入。"
            )
            raise KnownError(message) from problem
        raise damaged(name) from problem
    return collected(rows, name)


class _Nowhere:
    """A log that keeps nothing."""

    def write(self, _text: str) -> None:
        """Keep nothing."""

    def flush(self) -> None:
        """Have nothing to write."""


def _rows(book: Book, sheet: Sheet) -> list[Row]:
    width = min(sheet.ncols, _WIDEST)
    grid = [[_words(book, sheet, row, c) for c in range(width)] for row in range(sheet.nrows)]
    covered: Merged = {}
    for top, bottom, left, _ in sheet.merged_cells:
        for row in range(top + 1, min(bottom, sheet.nrows)):
            covered[row, left] = (top, left)
    return filled(grid, covered)


def _words(book: Book, sheet: Sheet, row: int, column: int) -> str:
    import xlrd

    cell = sheet.cell(row, column)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return as_shown(datetime(*xlrd.xldate_as_tuple(float(cell.value), book.datemode)))
        except (ValueError, xlrd.XLDateError):
            return str(cell.value)
    if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_BLANK):
        return ""
    if cell.ctype == xlrd.XL_CELL_NUMBER and "%" in _format(book, sheet, row, column):
        return f"{float(cell.value) * 100:.10g}%"
    return as_shown(cell.value)


def _format(book: Book, sheet: Sheet, row: int, column: int) -> str:
    key = book.xf_list[sheet.cell_xf_index(row, column)].format_key
    return str(book.format_map[key].format_str)
