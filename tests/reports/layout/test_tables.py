"""Tables over many pages."""

from __future__ import annotations

import pytest

from reports.document import (
    Attachment,
    Column,
    OfficialDocument,
    RowKind,
    Table,
    TableDocument,
    TableRow,
)
from reports.layout import geometry, lay_out
from reports.layout.placed import Laid, PlacedLine
from tests.reports.layout.plain_metrics import PlainMetrics

COLUMNS = (Column("序号", 1), Column("任务", 4), Column("进展", 6))


def _rows(count: int, text: str = "推进落实") -> tuple[TableRow, ...]:
    return tuple(TableRow((str(index), "任务", text)) for index in range(1, count + 1))


def _laid(*rows: TableRow, landscape: bool = True) -> Laid:
    table = Table(COLUMNS, rows, landscape)
    attachment = Attachment("任务进展情况表", (table,))
    return lay_out(OfficialDocument("关于情况的报告", attachments=(attachment,)), PlainMetrics())


def _said(laid: Laid) -> str:
    return "".join(line.text for page in laid.pages[1:] for line in page.lines)


def _turned(laid: Laid) -> list[list[PlacedLine]]:
    return [[line for line in page.lines if line.turned] for page in laid.pages if page.turned]


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_every_row_is_there_whatever_their_number(count: int) -> None:
    said = _said(_laid(*_rows(count)))
    assert said.count("推进落实") == count


def test_the_head_row_stands_on_every_page_nearest_the_left_edge() -> None:
    pages = _turned(_laid(*_rows(120)))
    assert len(pages) > 2
    for lines in pages[1:]:
        first = min(lines, key=lambda line: line.x)
        assert first.text in ("序号", "任务", "进展")
        assert {"序号", "任务", "进展"} <= {line.text for line in lines if line.x < first.x + 1}


def test_label_and_title_are_turned_into_rows_one_and_three() -> None:
    lines = _turned(_laid(*_rows(1)))[0]
    label = next(line for line in lines if line.text == "附件")
    title = next(line for line in lines if line.text == "任务进展情况表")
    assert label.x == pytest.approx(geometry.LEFT + geometry.ASCENT * geometry.EM)
    assert label.y == pytest.approx(geometry.BOTTOM)
    assert title.x - label.x == pytest.approx(2 * geometry.PITCH)


def test_everything_of_a_turned_page_lies_inside_the_text_block() -> None:
    for page in _laid(*_rows(60, "推进落实" * 30)).pages:
        for rule in page.rules:
            assert min(rule.x0, rule.x1) >= geometry.LEFT - 0.01
            assert max(rule.x0, rule.x1) <= geometry.RIGHT + 0.01
            assert min(rule.y0, rule.y1) >= geometry.TOP - 0.01
            assert max(rule.y0, rule.y1) <= geometry.BOTTOM + 0.01


def test_a_row_higher_than_a_page_is_continued_on_the_next() -> None:
    laid = _laid(*_rows(1, "推进落实" * 600))
    assert len(laid.pages) > 3
    assert _said(laid).count("推") > 500


def test_a_part_row_stays_with_the_row_that_it_introduces() -> None:
    for before in range(20, 40):
        part = TableRow(("一、强化顶层设计",), RowKind.PART)
        pages = _turned(_laid(*_rows(before), part, *_rows(3)))
        for lines in pages:
            if any(line.text == "一、强化顶层设计" for line in lines):
                last = max(lines, key=lambda line: line.x)
                assert last.text != "一、强化顶层设计"


def test_the_page_number_of_a_turned_page_stays_upright() -> None:
    page = _laid(*_rows(1)).pages[1]
    number = next(line for line in page.lines if line.text == "— 2 —")
    assert not number.turned
    assert number.x == pytest.approx(geometry.LEFT + geometry.CELL)


def test_a_form_without_headings_has_no_head_row_and_wide_cells() -> None:
    columns = (Column("", 1), Column("", 3), Column("", 1), Column("", 3))
    rows = (
        TableRow(("承办科室", "甲科", "配合科室", "乙科")),
        TableRow(("办理要求", "按期办结"), spans=(1, 3), min_lines=6),
    )
    document = OfficialDocument("督办单", body=(Table(columns, rows),))
    page = lay_out(document, PlainMetrics()).pages[0]
    upright = [rule for rule in page.rules if rule.x0 == rule.x1]
    assert len({rule.x0 for rule in upright}) == 5
    assert any(line.text == "按期办结" for line in page.lines)


def test_a_table_that_stands_alone_is_a_landscape_sheet_with_centred_numbers() -> None:
    table = Table(COLUMNS, _rows(80))
    laid = lay_out(TableDocument("任务台账", table, (("填报人", "张三"),)), PlainMetrics())
    assert {(page.width, page.height) for page in laid.pages} == {(297.0, 210.0)}
    for page in laid.pages:
        number = page.lines[-1]
        assert number.text == f"— {page.number} —"
        assert number.x + 14 * geometry.MM_PER_PT * 1.75 == pytest.approx(148.5, abs=0.5)
        assert not any(line.turned for line in page.lines)
