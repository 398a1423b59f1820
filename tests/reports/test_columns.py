"""The office's own columns and headings of its papers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.papersettings import ColumnChoice, PaperSettings
from models.rows import ReportRows
from reports.builders.breakdown import build_breakdown
from reports.builders.ledger import build_ledger
from reports.builders.progress import build_progress
from reports.builders.progress_table import progress_table
from reports.columns import COLUMNS, arrange, choices_for
from reports.document import Heading, RowKind, Table
from reports.options import PaperOptions
from tests.reports.factory import CUTOFF, small_report

OPTIONS = PaperOptions(CUTOFF)


def table_of(paper: str, rows: ReportRows) -> Table:
    if paper == "progress":
        return progress_table(rows, OPTIONS)
    build = {"ledger": build_ledger, "breakdown": build_breakdown}[paper]
    return build(rows, OPTIONS).table


def own(paper: str, *chosen: ColumnChoice, **more: object) -> ReportRows:
    return replace(small_report(), papers=PaperSettings(columns=((paper, chosen),), **more))


@pytest.mark.parametrize("paper", COLUMNS)
def test_every_column_of_the_table_can_be_chosen(paper: str) -> None:
    headings = [column.heading for column in table_of(paper, small_report()).columns]
    words = [word for _, word in COLUMNS[paper]]
    assert [heading.startswith(word) for heading, word in zip(headings, words, strict=True)]


def test_columns_are_ordered_named_and_left_out() -> None:
    usual = table_of("ledger", small_report())
    chosen = (
        ColumnChoice("status"),
        ColumnChoice("task", "工作任务"),
        *(ColumnChoice(key, shown=False) for key, _ in COLUMNS["ledger"][3:8] if key != "status"),
    )
    table = table_of("ledger", own("ledger", *chosen))
    assert [column.heading for column in table.columns] == [
        "状态",
        "工作任务",
        "序号",
        "本市举措",
        "备注",
    ]
    row = next(each for each in table.rows if each.kind is RowKind.NORMAL)
    old = next(each for each in usual.rows if each.kind is RowKind.NORMAL)
    assert row.cells == tuple(old.cells[place] for place in (7, 1, 0, 2, 8))


def test_a_part_still_spans_the_table() -> None:
    table = table_of("breakdown", own("breakdown", ColumnChoice("leader", shown=False)))
    assert [len(row.cells) for row in table.rows if row.kind is RowKind.PART] == [1, 1, 1]


def test_the_task_cannot_be_left_out() -> None:
    chosen = choices_for("ledger", [ColumnChoice("task", shown=False)])
    assert chosen[0].shown


def test_a_column_of_another_version_is_passed_over() -> None:
    chosen = [each.key for each in choices_for("ledger", [ColumnChoice("colour")])]
    assert chosen == [key for key, _ in COLUMNS["ledger"]]


@given(st.permutations(COLUMNS["ledger"]), st.data())
def test_any_choice_keeps_rows_and_columns_together(
    order: list[tuple[str, str]], data: st.DataObject
) -> None:
    chosen = [ColumnChoice(key, "", data.draw(st.booleans())) for key, _ in order]
    usual = table_of("ledger", small_report())
    table = arrange("ledger", usual, chosen)
    assert all(
        len(row.cells) == len(table.columns) for row in table.rows if row.kind is RowKind.NORMAL
    )


def test_the_office_words_its_headings_and_one_paper_goes_before() -> None:
    rows = own("progress", headings=(("总体情况", "基本情况"), ("存在的问题", "问题")))
    options = replace(OPTIONS, headings=(("存在的问题", "困难"),))
    texts = [
        block.text
        for block in build_progress(rows, options).body
        if isinstance(block, Heading) and block.level == 1
    ]
    assert texts[0] == "一、基本情况"
    assert "三、困难" in texts


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
    )
)
def test_any_kept_settings_are_read(kept: object) -> None:
    assert isinstance(PaperSettings.from_json(kept), PaperSettings)


def test_settings_come_back_as_they_were_kept() -> None:
    settings = PaperSettings(
        (("总体情况", "基本情况"),), (("ledger", (ColumnChoice("task", "任务", False),)),)
    )
    assert PaperSettings.from_json(settings.to_json()) == settings
