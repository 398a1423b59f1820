"""Print set-up of a sheet: A4 landscape, one page wide, head repeated, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.workbook.breaks import Placed, breaks_before
from reports.workbook.sheets import SheetPlan

_A4 = "9"
_MM_PER_INCH = 25.4
_LONG_SIDE, _SHORT_SIDE = 297.0, 210.0
_SURE = 0.985
"""Spreadsheets round row heights up; a page is taken as a little lower than it is."""
_BOUND = {"top": 28.0, "right": 37.0, "bottom": 26.0, "left": 35.0}
"""The sheet turned by 90° and bound into a report: 订口 above, 天头 at the right."""
_LOOSE = {"top": 20.0, "right": 15.0, "bottom": 20.0, "left": 15.0}
_PAGE_NUMBER = "— &P —"
_FOOTER_MM = 10.0


def printable_width(*, bound: bool) -> float:
    """The width in mm between the margins."""
    margins = _BOUND if bound else _LOOSE
    return _LONG_SIDE - margins["left"] - margins["right"]


def set_page(
    sheet: Worksheet, plan: SheetPlan, *, head_row: int, last_row: int, columns: int
) -> None:
    """Everything that concerns printing and moving about in the sheet."""
    margins = _BOUND if plan.label else _LOOSE
    inches = {side: mm / _MM_PER_INCH for side, mm in margins.items()}
    edge = _FOOTER_MM / _MM_PER_INCH
    sheet.page_margins = PageMargins(header=edge, footer=edge, **inches)
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{head_row}:{head_row}"
    end = get_column_letter(columns)
    sheet.print_area = f"A1:{end}{max(last_row, head_row)}"
    sheet.freeze_panes = f"A{head_row + 1}"
    if last_row > head_row:
        sheet.auto_filter.ref = f"A{head_row}:{end}{last_row}"
    _number_pages(sheet, bound=bool(plan.label))


def end_pages(sheet: Worksheet, placed: Sequence[Placed], *, head_row: int, bound: bool) -> None:
    """End a page before a part's heading that would stand alone at its foot."""
    margins = _BOUND if bound else _LOOSE
    page = (_SHORT_SIDE - margins["top"] - margins["bottom"]) / _MM_PER_INCH * 72 * _SURE
    heights = [sheet.row_dimensions[row].height or 0.0 for row in range(1, head_row + 1)]
    for row in breaks_before(placed, sum(heights[:-1]), heights[-1], page):
        sheet.row_breaks.append(Break(id=row - 1))


def _number_pages(sheet: Worksheet, *, bound: bool) -> None:
    """— 1 —: odd pages right and even left where the sheet is bound, else centred."""
    number = _HeaderFooterPart(text=_PAGE_NUMBER, font="宋体", size=14)
    if not bound:
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=number)
        return
    sheet.HeaderFooter.differentOddEven = True
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(right=number)
    sheet.HeaderFooter.evenFooter = HeaderFooterItem(left=number)
