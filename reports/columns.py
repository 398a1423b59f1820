"""The columns of the tables that an office may name, order and leave out, and how that is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.papersettings import ColumnChoice
from reports.document import Column, RowKind, Table, TableRow

# By the paper's id: the columns' keys with their usual words, in the usual order.
COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "progress": (
        ("number", "序号"),
        ("task", "重点任务"),
        ("content", "本市任务内容"),
        ("progress", "进展情况"),
        ("pace", "完成进度"),
        ("problems", "存在问题及下一步打算"),
        ("remarks", "备注"),
    ),
    "ledger": (
        ("number", "序号"),
        ("task", "重点任务"),
        ("measures", "本市举措"),
        ("section", "责任科室（单位）"),
        ("person", "责任人"),
        ("due", "完成时限"),
        ("progress", "进展情况"),
        ("status", "状态"),
        ("remarks", "备注"),
    ),
    "breakdown": (
        ("number", "序号"),
        ("task", "重点任务"),
        ("measures", "本市举措"),
        ("leader", "责任领导"),
        ("section", "牵头科室（单位）"),
        ("support", "配合科室（单位）"),
        ("due", "完成时限"),
        ("deliverables", "成果形式"),
        ("remarks", "备注"),
    ),
}
# A table without these says nothing of which task a row is about.
ALWAYS = ("task",)
# The headings of the report that an office may word in its own way.
HEADINGS = ("总体情况", "主要做法及成效", "存在的问题", "下一步工作打算")


def choices_for(paper: str, chosen: Sequence[ColumnChoice]) -> tuple[ColumnChoice, ...]:
    """Every column of a paper as the office wants it; columns it has not heard of stand last."""
    known = dict(COLUMNS[paper])
    wanted = {each.key: each for each in chosen if each.key in known}
    rest = [ColumnChoice(key) for key in known if key not in wanted]
    return tuple(
        replace(each, shown=each.shown or each.key in ALWAYS) for each in (*wanted.values(), *rest)
    )


def arrange(paper: str, table: Table, chosen: Sequence[ColumnChoice]) -> Table:
    """The table with the office's columns; rows that span the whole width stay as they are."""
    if not chosen:
        return table
    places = {key: place for place, (key, _) in enumerate(COLUMNS[paper])}
    shown = [each for each in choices_for(paper, chosen) if each.shown]
    columns = tuple(_named(table.columns[places[each.key]], each.name) for each in shown)
    order = [places[each.key] for each in shown]
    return replace(table, columns=columns, rows=tuple(_row(row, order) for row in table.rows))


def _named(column: Column, name: str) -> Column:
    return replace(column, heading=name) if name else column


def _row(row: TableRow, order: Sequence[int]) -> TableRow:
    if row.kind is not RowKind.NORMAL:
        return row
    return replace(row, cells=tuple(row.cells[place] for place in order))
