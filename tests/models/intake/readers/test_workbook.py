"""Workbooks: the rows of each visible sheet, cells as they are shown."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import KnownError
from models.intake.readers import read_source
from models.intake.readers.office import converted
from models.intake.readers.workbook import as_shown
from tests.models.intake.forms import packed


def _book() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    return book, sheet


def _bytes(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _rows(book: Workbook) -> list[tuple[str, ...]]:
    return [line.cells for line in read_source(_bytes(book), "台账.xlsx").lines]


def test_rows_are_read_and_empty_ones_left_out() -> None:
    book, sheet = _book()
    sheet.append(["任务", "单位"])
    sheet.append([None, None])
    sheet.append(["抓改革", None])
    assert _rows(book) == [("任务", "单位"), ("抓改革", "")]


def test_values_are_read_as_they_are_shown() -> None:
    book, sheet = _book()
    sheet.append([date(2021, 6, 30), 3, 0.6, 2.5, True])
    sheet["C1"].number_format = "0%"
    assert _rows(book) == [("2021年6月30日", "3", "60%", "2.5", "True")]
    assert as_shown(datetime(2021, 6, 30, 9, 5)) == "2021年6月30日09:05"


def test_a_cell_merged_downwards_is_repeated_and_one_merged_sideways_is_not() -> None:
    book, sheet = _book()
    for row in (["一、抓改革", None], ["甲", "A局"], ["乙", None]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("B2:B3")
    assert _rows(book) == [("一、抓改革", ""), ("甲", "A局"), ("乙", "A局")]


def test_hidden_sheets_are_not_read() -> None:
    book, sheet = _book()
    sheet.append(["看得见", "的"])
    hidden = book.create_sheet("隐藏")
    hidden.append(["看不见", "的"])
    hidden.sheet_state = "hidden"
    assert _rows(book) == [("看得见", "的")]


def test_a_merged_area_of_the_whole_sheet_costs_nothing() -> None:
    book, sheet = _book()
    sheet.append(["任务", "单位"])
    sheet.merge_cells("D1:E1")
    with ZipFile(BytesIO(_bytes(book))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    place = "xl/worksheets/sheet1.xml"
    parts[place] = parts[place].replace("D1:E1", "D1:XFD1048576")
    assert parts[place].count("XFD1048576") == 1
    assert read_source(packed(parts), "台账.xlsx").lines[0].cells == ("任务", "单位")


def test_a_formula_gives_its_last_value_and_nothing_without_one() -> None:
    book, sheet = _book()
    sheet.append(["甲", "=1+1"])
    assert _rows(book) == [("甲",)]


def test_too_many_rows_are_refused() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in range(50_001):
        sheet.append([row])
    with pytest.raises(KnownError, match="超过50000行"):
        read_source(_bytes(book), "长.xlsx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice to make an .xls")
def test_an_old_workbook_reads_as_the_new_one() -> None:
    book, sheet = _book()
    for row in (["任务", "单位", "时限"], ["甲", "A局", date(2021, 6, 30)], ["乙", None, 0.6]):
        sheet.append(row)
    sheet["C3"].number_format = "0%"
    sheet.merge_cells("B2:B3")
    old = converted(_bytes(book), ".xlsx", "xls", "台账.xlsx", shutil.which("soffice"))
    rows = [line.cells for line in read_source(old, "台账.xls").lines]
    assert rows == [("任务", "单位", "时限"), ("甲", "A局", "2021年6月30日"), ("乙", "A局", "60%")]
