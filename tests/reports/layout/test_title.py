"""Titles: 词意完整, 梯形 or 菱形."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.layout.title import break_title

OFFICE = "示例市市场监督管理局"
_MEASURE = 156 / 7.761


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def _lines(title: str, *names: str) -> list[str]:
    return break_title(title, _MEASURE, names, _width)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("关于情况的报告", ["关于情况的报告"]),
        (
            f"{OFFICE}关于2021年四川省知识产权工作要点上半年落实情况的报告",
            [OFFICE, "关于2021年四川省知识产权工作要点", "上半年落实情况的报告"],
        ),
        (
            f"{OFFICE}关于2021年4月知识产权工作进展情况的报告",
            [OFFICE, "关于2021年4月知识产权工作进展情况的报告"],
        ),
        (
            "《2021年四川省知识产权工作要点》任务进展情况表",
            ["《2021年四川省知识产权工作要点》", "任务进展情况表"],
        ),
    ],
)
def test_a_title_is_broken_after_the_office_and_before_the_kind(
    title: str, wanted: list[str]
) -> None:
    assert _lines(title, OFFICE) == wanted


def test_a_name_of_the_ledger_is_never_broken() -> None:
    name = "示例市知识产权保护中心"
    lines = _lines(f"关于{OFFICE}和{name}联合开展知识产权保护工作情况的报告", OFFICE, name)
    assert any(name in line for line in lines)
    assert any(OFFICE in line for line in lines)


def test_hand_made_breaks_are_kept_as_they_are() -> None:
    assert _lines("关于知识产权|工作情况的报告") == ["关于知识产权", "工作情况的报告"]


def test_the_last_line_is_never_very_short() -> None:
    for extra in range(1, 24):
        lines = _lines("关于" + "知识产权保护" * 2 + "某" * extra + "工作情况的报告")
        assert len(lines[-1]) >= 4


@given(st.text(alphabet="关于知识产权工作情况的报告《》2021年、", min_size=1, max_size=300))
def test_no_line_is_too_wide_and_nothing_is_lost(title: str) -> None:
    lines = _lines(title)
    assert "".join(lines) == title.strip()
    assert all(_width(line) <= _MEASURE for line in lines)
