"""Columns as wide as what they hold lets them be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document import Align, Column, RowKind, Table, TableRow
from reports.layout.cells import TableSetter
from tests.reports.layout.plain_metrics import setter, texts
from tests.reports.layout.prose import PROSE

WIDTH = 225.0
COLUMNS = (
    Column("序号", 10, Align.CENTRE),
    Column("重点任务", 22),
    Column("本市任务内容", 36),
    Column("进展情况（截至6月20日）", 75),
    Column("完成进度", 18, Align.CENTRE),
    Column("备注", 26),
)
SHORT = st.sampled_from(["", "推进中", "已完成", "2021年12月31日", "达到序时进度\n60%"])
ROWS = st.lists(
    st.tuples(st.integers(1, 99).map(str), SHORT, PROSE, PROSE | SHORT, SHORT, SHORT),
    max_size=8,
)


def table(rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(COLUMNS, tuple(map(TableRow, rows)), landscape=True)


def widths(made: TableSetter) -> list[float]:
    return [after - before for before, after in zip(made.edges, made.edges[1:], strict=False)]


def height(made: TableSetter, of: Table) -> float:
    head = made.head()
    rows = [*map(made.row, of.rows), *([head] if head else [])]
    return sum(made.height(row.lines) for row in rows)


@settings(max_examples=40)
@given(ROWS)
def test_a_table_is_never_higher_than_with_the_usual_widths(rows: list[tuple[str, ...]]) -> None:
    of = table(rows)
    fixed = replace(of, fitted=False)
    usual = height(TableSetter(setter(), fixed, WIDTH), fixed)
    assert height(TableSetter(setter(), of, WIDTH), of) <= usual + 1e-6


@settings(max_examples=40)
@given(ROWS)
def test_the_columns_fill_the_width_and_come_out_the_same_again(
    rows: list[tuple[str, ...]],
) -> None:
    made = TableSetter(setter(), table(rows), WIDTH)
    assert made.edges[-1] == pytest.approx(WIDTH)
    assert made.edges == TableSetter(setter(), table(rows), WIDTH).edges


@settings(max_examples=40)
@given(ROWS)
def test_running_text_has_four_characters_a_line_at_least(rows: list[tuple[str, ...]]) -> None:
    made = TableSetter(setter(), table(rows), WIDTH)
    for width, column in zip(widths(made), COLUMNS, strict=True):
        if column.align is Align.LEFT:
            assert width >= 4 * made.em


def test_a_newcomers_table_is_half_as_high() -> None:
    issued = "推进知识产权保护体系建设，完善部省合作机制，拓宽合作领域。" * 6
    of = table([(str(n), f"任务{n}", issued, "", "滞后", "") for n in range(1, 40)])
    fixed = replace(of, fitted=False)
    usual = height(TableSetter(setter(), fixed, WIDTH), fixed)
    assert height(TableSetter(setter(), of, WIDTH), of) < usual / 2


def test_a_date_in_its_own_column_is_not_broken() -> None:
    columns = (Column("任务", 40), Column("完成时限", 30, Align.CENTRE))
    rows = tuple(TableRow(("推进落实" * 60, "2021年12月31日")) for _ in range(9))
    made = TableSetter(setter(), Table(columns, rows), 100.0)
    assert len(made.row(rows[0]).cells[1].lines) == 1


def test_a_form_and_two_texts_side_by_side_keep_their_shares() -> None:
    form = Table((Column("", 1), Column("", 3)), (TableRow(("科室", "甲" * 99), spans=(1, 1)),))
    assert widths(TableSetter(setter(), form, 100.0)) == pytest.approx([25.0, 75.0])
    sides = Table(
        (Column("上一稿", 1), Column("本稿", 1)), (TableRow(("甲" * 99, "")),), fitted=False
    )
    assert widths(TableSetter(setter(), sides, 100.0)) == pytest.approx([50.0, 50.0])


def test_a_part_row_says_nothing_of_the_widths() -> None:
    rows = [("1", "任务", "内容", "", "", "")]
    part = TableRow(("一、" + "强化顶层设计" * 30,), RowKind.PART)
    with_part = replace(table(rows), rows=(part, *table(rows).rows))
    assert (
        TableSetter(setter(), with_part, WIDTH).edges
        == TableSetter(setter(), table(rows), WIDTH).edges
    )


@pytest.mark.parametrize(
    ("heading", "share", "lines"),
    [
        ("进展情况（截至6月20日）", 36, ["进展情况", "（截至6月20日）"]),
        ("责任科室（单位）", 22, ["责任科室", "（单位）"]),
        ("达到序时", 16, ["达到", "序时"]),
        ("存在问题及下一步打算", 31, ["存在问题及", "下一步打算"]),
        ("存在问题及下一步打算", 27, ["存在问题及", "下一步打算"]),
        ("备注", 26, ["备注"]),
    ],
)
def test_a_heading_is_broken_into_even_lines(heading: str, share: int, lines: list[str]) -> None:
    columns = (Column(heading, share), Column("任务", 100 - share))
    head = TableSetter(setter(), Table(columns, (), fitted=False), 100.0).head()
    assert head is not None
    assert texts(head.cells[0].lines) == lines


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_whatever_columns_an_office_leaves_fill_the_width(count: int) -> None:
    rows = tuple(
        TableRow(("推进落实各项工作。" * 9, "", "已完成", "", "", "")[:count]) for _ in "12"
    )
    made = TableSetter(setter(), Table(COLUMNS[-count:], rows, landscape=True), WIDTH)
    assert made.edges[-1] == pytest.approx(WIDTH)
    assert len(made.row(rows[0]).cells) == count
