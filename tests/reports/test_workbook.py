from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.builders.ledger import build_ledger
from reports.builders.progress import build_progress
from reports.document import Align, Column, RowKind, Table, TableDocument, TableRow
from reports.workbook import workbook
from reports.workbook.breaks import Placed, breaks_before
from reports.workbook.fields import field_cells
from reports.workbook.measure import column_widths, lines_of, row_height, units_of
from reports.workbook.values import DATE_FORMAT, LONGEST, native
from tests.reports.factory import options, small_report

DAY = dt.date(2021, 6, 25)


def opened(content: bytes) -> Worksheet:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def ledger_sheet() -> Worksheet:
    return opened(workbook(build_ledger(small_report(), options()), DAY))


def table_of(*cells: str) -> TableDocument:
    columns = (Column("序号", 1), Column("内容", 4))
    rows = tuple(TableRow((str(n), cell)) for n, cell in enumerate(cells, 1))
    return TableDocument("表", Table(columns, rows))


def test_the_sheet_prints_on_a4_across_one_page_wide() -> None:
    sheet = ledger_sheet()
    assert int(sheet.page_setup.paperSize) == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'示例市落实2021年四川省知识产权工作要点任务台账'!$A$1:$I$11"
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:I11"
    assert sheet.oddFooter.center.text == "— &P —"
    assert sheet.print_options.horizontalCentered


def test_columns_of_the_sheet_follow_what_they_hold() -> None:
    columns = (Column("任务", 30), Column("完成时限", 20, Align.CENTRE), Column("备注", 50))
    rows = tuple(TableRow(("推进落实" * 40, "2021年12月31日", "")) for _ in range(9))
    task, due, remarks = column_widths(Table(columns, rows), 200, 10.5)
    usual = column_widths(Table(columns, rows, fitted=False), 200, 10.5)
    assert task > 1.5 * usual[0]
    assert lines_of("2021年12月31日", due, 10.5) == 1
    assert 8 <= remarks < usual[2]
    assert task + due + remarks <= sum(usual) + 0.3


def test_the_columns_fit_between_the_margins() -> None:
    sheet = ledger_sheet()
    units = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHI")
    assert units * 8 <= 267 / 25.4 * 96


def test_an_attachment_is_bound_with_its_label_and_page_numbers_outside() -> None:
    sheet = opened(workbook(build_progress(small_report(), options()), DAY))
    assert sheet["A1"].value == "附件"
    assert sheet["A1"].font.name == "黑体"
    assert sheet["A2"].value == "《2021年四川省知识产权工作要点》任务进展情况表"
    assert (sheet["A2"].font.name, sheet["A2"].font.size) == ("方正小标宋简体", 22)
    assert round(sheet.page_margins.top * 25.4) == 28
    assert sheet.HeaderFooter.differentOddEven
    assert sheet.oddFooter.right.text == sheet.evenFooter.left.text == "— &P —"


def test_the_title_and_part_rows_are_merged_over_the_whole_width() -> None:
    merged = {str(each) for each in ledger_sheet().merged_cells.ranges}
    assert {"A1:I1", "A4:I4", "A7:I7"} <= merged


def test_every_cell_of_the_table_is_ruled_and_wrapped() -> None:
    sheet = ledger_sheet()
    for row in sheet.iter_rows(min_row=3, max_row=11, max_col=9):
        merged = row[0].row in (4, 7, 10)
        for cell in row:
            assert cell.border.bottom.style == cell.border.top.style == "thin"
            assert merged or cell.border.left.style == cell.border.right.style == "thin"
        assert row[0].border.left.style == row[-1].border.right.style == "thin"
    assert sheet["C5"].alignment.wrap_text
    assert sheet["C5"].font.name == "仿宋_GB2312"


def test_numbers_and_dates_are_values_not_texts() -> None:
    sheet = ledger_sheet()
    assert sheet["A5"].value == 1
    assert sheet["F5"].value == dt.datetime(2021, 10, 31)
    assert sheet["F5"].number_format == DATE_FORMAT
    assert sheet["A11"].value == "增1"


def test_the_head_fields_stand_in_one_row() -> None:
    said = [cell.value for cell in ledger_sheet()[2] if cell.value]
    assert said == [
        "填报单位（盖章）：示例市市场监督管理局",
        "填报人：",
        "审核人：",
        "联系电话：0999-0001202",
        "填报日期：2021年6月25日",
    ]


def test_every_head_field_keeps_a_cell_of_its_own_where_there_is_room() -> None:
    fields = [(label, "") for label in ("填报单位", "填报人", "审核人", "联系电话", "填报日期")]
    cells = field_cells(fields, [12.0, 20.0, 60.0, 20.0, 20.0, 20.0], 12)
    assert [cell.text for cell in cells] == [f"{label}：" for label, _ in fields]
    assert cells[-1].column <= 6


def test_a_long_field_gets_the_wide_columns() -> None:
    widths = [4.0, 20.0, 40.0, 10.0, 10.0, 14.0, 30.0, 8.0, 12.0]
    fields = [("填报单位（盖章）", "示例市市场监督管理局"), ("填报日期", "2021年6月25日")]
    first, last = field_cells(fields, widths, 12)
    assert sum(widths[last.column - 1 :]) >= units_of(last.text, 12)
    assert sum(widths[: last.column - 1]) >= units_of(first.text, 12)


def test_fields_without_room_share_a_cell() -> None:
    fields = [("填报人", "张三"), ("审核人", ""), ("联系电话", "0999-0001202")]
    cells = field_cells(fields, [5.0, 80.0, 12.0], 12)
    assert "".join(cell.text for cell in cells).count("：") == 3
    assert len(cells) < 3


def test_a_table_of_one_column_has_its_fields_in_one_cell() -> None:
    fields = (("填报人", "张三"), ("审核人", "李四"))
    document = TableDocument("任务台账", Table((Column("重点任务", 1),), ()), fields)
    assert opened(workbook(document, DAY))["A2"].value == "填报人：张三　　审核人：李四"


def test_a_short_heading_stays_on_its_line() -> None:
    columns = (Column("责任领导", 4, Align.CENTRE), Column("任务", 40))
    rows = (TableRow(("何文涛", "推进落实" * 50)),)
    leader, _ = column_widths(Table(columns, rows), 100, 10.5, 12)
    assert lines_of("责任领导", leader, 12) == 1


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+5", "-3", "@SUM(A1)", "#REF!"])
def test_a_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    sheet = opened(workbook(table_of(text), DAY))
    cell = sheet["B3"]
    assert cell.value == text
    assert cell.data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+5", "-3", "@SUM(A1)"])
def test_it_stays_text_when_somebody_edits_the_cell(text: str) -> None:
    """A spreadsheet takes what is typed again for a formula unless the cell bears its quote mark."""
    sheet = opened(workbook(table_of(text, "监测网店12家"), DAY))
    assert sheet["B3"].quotePrefix
    assert not sheet["B4"].quotePrefix


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    value, _ = native("字" * (LONGEST + 5))
    assert isinstance(value, str)
    assert len(value) == LONGEST
    assert value.endswith("（单元格字数已满，全文见PDF）")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("40%", 0.4),
        ("62.5%", 0.625),
        ("2021年6月5日", dt.date(2021, 6, 5)),
        ("2021年2月30日", "2021年2月30日"),
        ("007", "007"),
        ("2021年06月05日", "2021年06月05日"),
        ("4.2", "4.2"),
        ("0999-0001202", "0999-0001202"),
        ("12345678901", "12345678901"),
    ],
)
def test_only_what_is_surely_a_value_becomes_one(text: str, value: object) -> None:
    assert native(text)[0] == value


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_back_as_it_was_or_cleaned(text: str) -> None:
    said = "字" + text
    sheet = opened(workbook(table_of(said), DAY))
    assert str(sheet["B3"].value).startswith("字")


def test_a_row_is_as_high_as_its_longest_cell_wants() -> None:
    assert lines_of("一二三四五", 11, 12) == 1
    assert lines_of("一二三四五六七", 11, 12) == 2
    assert lines_of("一\n二\n三", 10, 12) == 3
    assert row_height([("一", 10), ("一\n二\n三", 10)], 10) == 48


def test_a_row_higher_than_a_sheet_allows_is_spread_over_several() -> None:
    sheet = opened(workbook(table_of("长" * 3000, "短"), DAY))
    heights = [sheet.row_dimensions[row].height for row in (3, 4)]
    assert all(height <= 409 for height in heights)
    assert "B3:B4" in {str(each)[:5] for each in sheet.merged_cells.ranges} or len(heights) == 2
    assert 2 in [row[0].value for row in sheet.iter_rows(min_row=4)]


def test_a_date_gets_the_width_it_needs_and_the_widest_column_pays() -> None:
    columns = (Column("时限", 1, Align.CENTRE), Column("内容", 9))
    table = Table(columns, (TableRow(("2021年12月31日", "办理")),))
    narrow, wide = column_widths(table, 200, 10.5)
    assert narrow >= 13
    assert narrow + wide <= 200 / 25.4 * 96 / 8


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page() -> None:
    rows = [Placed(3, 60), Placed(4, 20, heading=True), Placed(5, 60)]
    assert breaks_before(rows, above=10, head=10, page=120) == [4]
    assert breaks_before(rows, above=10, head=10, page=200) == []


def test_the_bytes_hold_no_clock() -> None:
    content = workbook(table_of("字"), DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {item.date_time[0] for item in archive.infolist()} == {1980}
        assert b"2021-06-25T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_a_sheet_is_named_legally() -> None:
    long = TableDocument("甲" * 40 + "：《要点》任务/台账", table_of("字").table)
    sheet = opened(workbook(long, DAY))
    assert len(sheet.title) <= 31
    assert sheet.title.endswith("任务台账")


def test_an_item_row_spans_like_a_part() -> None:
    table = Table((Column("甲", 1), Column("乙", 1)), (TableRow(("事项",), RowKind.ITEM),))
    sheet = opened(workbook(TableDocument("表", table), DAY))
    assert "A3:B3" in {str(each) for each in sheet.merged_cells.ranges}
