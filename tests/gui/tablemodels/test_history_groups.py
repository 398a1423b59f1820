"""变更记录 in a clerk's words."""

from __future__ import annotations

import datetime as dt

from gui.tablemodels.history_groups import grouped, line_of
from models.rows import ChangedField, HistoryRow

AT = dt.datetime(2021, 6, 25, 9, 30)


def row(label: str, minutes: int = 0, operator: str = "李思远", **changes: object) -> HistoryRow:
    values = {"taken_back": False, "fields": (), **changes}
    return HistoryRow(
        1, AT - dt.timedelta(minutes=minutes), operator, label, "", "", (4,), **values
    )


def test_a_row_of_ticks_is_one_line() -> None:
    rows = [row("勾选 4.3"), row("勾选 4.2", 1), row("勾选 4.1", 2), row("改写 4", 3)]
    first, second = grouped(rows, 2021)
    assert first.title == "勾选 4.1、4.2、4.3"
    assert first.facts == "6月25日 09:28～09:30　李思远　共3次"
    assert (second.title, second.facts) == ("改写 4", "6月25日 09:27　李思远")


def test_others_are_not_thrown_together() -> None:
    rows = [
        row("勾选 4.1"),
        row("勾选 4.2", operator="王芳"),
        row("勾选 4.3", 90, operator="王芳"),
        row("改写 4", 91),
        row("改写 4", 92),
    ]
    assert len(grouped(rows, 2021)) == 5


def test_what_was_taken_back_says_so() -> None:
    rows = [row("勾选 4.1"), row("勾选 4.1", 1, taken_back=True)]
    assert [group.title for group in grouped(rows, 2021)] == ["勾选 4.1", "勾选 4.1（已撤销）"]


def test_another_year_is_said() -> None:
    assert grouped([row("改写 4")], 2020)[0].facts.startswith("2021年6月25日 09:30")


def test_before_and_after_stand_in_one_line() -> None:
    assert line_of(ChangedField("责任人", "冯志强", "李思远")) == "责任人：冯志强 → 李思远"
    assert line_of(ChangedField("责任人", "冯志强", "")) == "责任人：冯志强 → （空）"
    assert line_of(ChangedField("勾选", "", "是", 4)) == "勾选：是（4处）"


def test_the_same_is_said_once() -> None:
    said = (ChangedField("勾选", "", "是"),)
    group = grouped([row("勾选 4.2", fields=said), row("勾选 4.1", fields=said)], 2021)[0]
    assert group.lines == ("勾选：是",)


def test_short_sayings_share_a_line() -> None:
    said = [("状态", "推进中"), ("报送人", "蒋敏"), ("进展情况", "完成" * 30)]
    fields = tuple(ChangedField(name, "", word) for name, word in said)
    lines = grouped([row("填报 4", fields=fields)], 2021)[0].lines
    assert lines == ("状态：推进中　报送人：蒋敏", "进展情况：" + "完成" * 30)
