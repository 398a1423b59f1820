"""One sheet painted: title, head fields, ruled table, print set-up (official-format.md §5)."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.text import clean
from reports.document import Align, RowKind, Table, TableRow
from reports.workbook.breaks import Placed
from reports.workbook.fields import field_cells
from reports.workbook.measure import HIGHEST_ROW, column_widths, row_height
from reports.workbook.page import end_pages, printable_width, set_page
from reports.workbook.sheets import SheetPlan
from reports.workbook.values import LONGEST, native

TITLE_FONT = "方正小标宋简体"
HEAD_FONT = "黑体"
BODY_FONT = "仿宋_GB2312"
TITLE_SIZE, LONG_TITLE_SIZE, LABEL_SIZE, FIELD_SIZE, HEAD_SIZE, BODY_SIZE = 22, 20, 16, 12, 12, 10.5
_LONG_TITLE = 28
_THIN = Side(style="thin", color="FF000000")
_RULED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="FFF2F2F2")
_HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def paint_sheet(sheet: Worksheet, plan: SheetPlan) -> None:
    """Everything of one sheet, from its label in row 1 to its print set-up."""
    widths = column_widths(
        plan.table, printable_width(bound=bool(plan.label)), BODY_SIZE, HEAD_SIZE
    )
    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    row = _top(sheet, plan, len(widths))
    if plan.head_fields:
        _fields(sheet, row, plan, widths)
        row += 1
    _head(sheet, row, plan.table, widths)
    placed = _body(sheet, row + 1, plan.table, widths)
    last = placed[-1].row + placed[-1].rows - 1 if placed else row
    set_page(sheet, plan, head_row=row, last_row=last, columns=len(widths))
    end_pages(sheet, placed, head_row=row, bound=bool(plan.label))


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A text as the value it is; one that begins like a formula stays text."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"{cell.coordinate} lies inside a merged range")
    value, number_format = native(clean(text, max(LONGEST, len(text))))
    cell.value = value
    cell.number_format = number_format
    if isinstance(value, str):
        cell.data_type = "s"
        if value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
    return cell


def _top(sheet: Worksheet, plan: SheetPlan, columns: int) -> int:
    """附件 in row 1 where there is one, then the title; answers the next free row."""
    row = 1
    if plan.label:
        label = put(sheet, row, 1, plan.label)
        label.font = Font(name=HEAD_FONT, size=LABEL_SIZE)
        label.alignment = Alignment(horizontal="left", vertical="center")
        sheet.row_dimensions[row].height = 24
        row += 1
    title = put(sheet, row, 1, plan.title)
    size = TITLE_SIZE if len(plan.title) <= _LONG_TITLE else LONG_TITLE_SIZE
    title.font = Font(name=TITLE_FONT, size=size)
    title.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = 42
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    return row + 1


def _fields(sheet: Worksheet, row: int, plan: SheetPlan, widths: list[float]) -> None:
    """填报单位（盖章） … 填报日期 in one row, spread over the columns."""
    fields = field_cells(plan.head_fields, widths, FIELD_SIZE)
    ends = [*(field.column - 1 for field in fields[1:]), len(widths)]
    for field, end in zip(fields, ends, strict=True):
        cell = put(sheet, row, field.column, field.text)
        last = end == len(widths) and field.column > 1
        cell.font = Font(name=BODY_FONT, size=FIELD_SIZE)
        cell.alignment = Alignment(
            horizontal="right" if last else "left", vertical="center", shrink_to_fit=True
        )
        if end > field.column:
            sheet.merge_cells(start_row=row, end_row=row, start_column=field.column, end_column=end)
    sheet.row_dimensions[row].height = 24


def _head(sheet: Worksheet, row: int, table: Table, widths: list[float]) -> None:
    for index, column in enumerate(table.columns, 1):
        cell = put(sheet, row, index, column.heading)
        cell.font = Font(name=HEAD_FONT, size=HEAD_SIZE)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _RULED
        cell.fill = _HEAD_FILL
    texts = [(column.heading, width) for column, width in zip(table.columns, widths, strict=True)]
    sheet.row_dimensions[row].height = row_height(texts, HEAD_SIZE)


def _body(sheet: Worksheet, first: int, table: Table, widths: list[float]) -> list[Placed]:
    """All rows; answers where each stands."""
    placed: list[Placed] = []
    row = first
    for each in table.rows:
        if each.kind is RowKind.NORMAL:
            placed.append(_normal(sheet, row, each, table, widths))
        else:
            placed.append(_spanning(sheet, row, each, len(widths), sum(widths)))
        row += placed[-1].rows
    return placed


def _spanning(sheet: Worksheet, row: int, each: TableRow, columns: int, width: float) -> Placed:
    """A 部分 or 事项 over the whole width."""
    text = each.cells[0] if each.cells else ""
    for column in range(1, columns + 1):
        sheet.cell(row, column).border = _RULED
    cell = put(sheet, row, 1, text)
    cell.font = Font(name=HEAD_FONT if each.kind is RowKind.PART else BODY_FONT, size=HEAD_SIZE)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    height = row_height([(text, width)], HEAD_SIZE)
    sheet.row_dimensions[row].height = height
    return Placed(row, height, heading=True)


def _normal(
    sheet: Worksheet, row: int, each: TableRow, table: Table, widths: list[float]
) -> Placed:
    """One task; it takes several sheet rows only where one would be too low."""
    texts = [*each.cells, *[""] * (len(widths) - len(each.cells))]
    height = row_height(list(zip(texts, widths, strict=False)), BODY_SIZE)
    count = int(-(-height // HIGHEST_ROW))
    for index, column in enumerate(table.columns, 1):
        for line in range(row, row + count):
            sheet.cell(line, index).border = _RULED
        cell = put(sheet, row, index, texts[index - 1])
        cell.font = Font(name=BODY_FONT, size=BODY_SIZE)
        cell.alignment = Alignment(
            horizontal=_HORIZONTAL[column.align], vertical="center", wrap_text=True
        )
        if count > 1:
            sheet.merge_cells(
                start_row=row, end_row=row + count - 1, start_column=index, end_column=index
            )
    for line in range(row, row + count):
        sheet.row_dimensions[line].height = -(-height // count)
    return Placed(row, height, rows=count)
