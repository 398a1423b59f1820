from __future__ import annotations

from datetime import date

import pytest

from models.intake.grammar.deadlines import deadline_in, deadline_of_field


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021年6月底前", date(2021, 6, 30)),
        ("6月30日前", date(2021, 6, 30)),
        ("6月前", date(2021, 5, 31)),
        ("2022年2月", date(2022, 2, 28)),
        ("9月上旬", date(2021, 9, 10)),
        ("第三季度", date(2021, 9, 30)),
        ("上半年", date(2021, 6, 30)),
        ("年底前", date(2021, 12, 31)),
        ("2022年底前", date(2022, 12, 31)),
        ("明年3月底", date(2022, 3, 31)),
        ("6月底前、12月底前", date(2021, 12, 31)),
        ("长期坚持", None),
        ("常态化实施", None),
        ("2021年2月30日", None),
    ],
)
def test_the_words_of_a_field_mean_a_day(words: str, day: date | None) -> None:
    found = deadline_of_field(words, 2021)
    assert (found.text, found.date) == (words, day)


def test_a_day_without_a_year_needs_the_year_of_the_plan() -> None:
    assert deadline_of_field("6月底前", None).date is None


def test_a_sentence_sets_a_deadline_only_where_it_says_before() -> None:
    found = deadline_in("2021年9月底前编制规划。", 2021)
    assert found is not None
    assert (found.text, found.date) == ("2021年9月底前", date(2021, 9, 30))
    assert deadline_in("2021年是开局之年。总结上半年工作。", 2021) is None
