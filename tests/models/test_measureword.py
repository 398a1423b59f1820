"""Numbers are counted in words that suit them."""

from __future__ import annotations

import pytest

from models.measureword import measure_word


@pytest.mark.parametrize(
    ("label", "unit", "word"),
    [
        ("专利导航项目", "批", "个"),
        ("知识产权培训班", "批", "期"),
        ("高价值知识产权", "批", "件"),
        ("有影响力的四川经验", "批", "条"),
        ("示范企业", "系列", "家"),
        ("品牌", "干", "个"),
        ("示范学校", "所", "所"),
        ("抽检", "批次", "批次"),
        ("覆盖率", "%", "%"),
    ],
)
def test_a_promise_of_some_is_counted_in_what_suits_it(label: str, unit: str, word: str) -> None:
    assert measure_word(label, unit) == word
