from __future__ import annotations

import pytest

from models.intake.grammar.numbering import read_mark
from models.intake.grammar.numerals import chinese_number, number


@pytest.mark.parametrize(
    ("line", "kind", "shown", "value"),
    [
        ("第一章 总则", "chapter", "第一章", 1),
        ("第十二条 各局应当", "article", "第十二条", 12),
        ("一、抓改革", "han", "一", 1),
        ("二十七、抓服务", "han", "二十七", 27),
        ("(三)建机制", "han_paren", "（三）", 3),
        ("（十一）建机制", "han_paren", "（十一）", 11),
        ("1.做好", "digit", "1", 1),
        ("12、做好", "digit", "12", 12),
        ("3．做好", "digit", "3", 3),
        ("4.2021年底前完成", "digit", "4", 4),
        ("(5)做好", "digit_paren", "（5）", 5),
        ("②做好", "circled", "②", 2),
    ],
)
def test_a_line_may_start_with_a_number(line: str, kind: str, shown: str, value: int) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.kind, mark.number, mark.value) == (kind, shown, value)


@pytest.mark.parametrize(
    "line",
    [
        "2021年是开局之年",
        "3.5%的企业",
        "11.121人才工程",
        "一是抓好落实",
        "第一章的规定",
        "十四五规划",
        "局",
    ],
)
def test_a_number_inside_a_sentence_starts_no_line(line: str) -> None:
    assert read_mark(line) is None


@pytest.mark.parametrize(
    ("words", "value"), [("十", 10), ("三十一", 31), ("一百二十", 120), ("两", 2), ("〇", 0)]
)
def test_chinese_numerals_have_their_value(words: str, value: int) -> None:
    assert chinese_number(words) == value


def test_numbers_are_read_with_thousands_and_decimals_and_nothing_else() -> None:
    assert number("1,260") == 1260
    assert number("3.5") == 3.5
    assert number("若干") is None
