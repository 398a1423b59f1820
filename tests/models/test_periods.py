from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.periods import Period, PeriodKind, periods_of_year

days = st.dates(dt.date(1901, 1, 1), dt.date(2998, 12, 31))
periods = st.builds(Period.of, st.sampled_from(PeriodKind), days)
in_one_year = st.sampled_from(periods_of_year(2021))


@given(periods)
def test_a_printed_period_is_read_back_the_same(period: Period) -> None:
    assert Period.parse(period.code) == period
    assert Period.parse(f" {period.code.lower()} ") == period


@given(st.sampled_from(PeriodKind), days)
def test_a_day_lies_in_its_period(kind: PeriodKind, day: dt.date) -> None:
    period = Period.of(kind, day)
    assert period.first_day <= day <= period.last_day
    assert period.previous().last_day + dt.timedelta(days=1) == period.first_day
    assert period.first_day <= period.proposed_cutoff < period.proposed_report_day


@given(in_one_year, in_one_year)
def test_a_period_holds_another_exactly_when_it_holds_all_its_months(
    outer: Period, inner: Period
) -> None:
    assert outer.contains(inner) == set(inner.months()).issubset(outer.months())


@pytest.mark.parametrize(
    "word",
    [
        "",
        "2021-13",
        "2021-00",
        "2021-Q5",
        "2021-Q0",
        "2021-H3",
        "2021-3",
        "21-03",
        "上半年",
        "2021-H",
        "3000",
        "2021-03-01",
        "2021 H1",
        "-2021",
        "2021-H1\x00",
        "0000",
        "\ud800",
    ],
)
def test_a_word_that_is_no_period_is_refused_with_a_sentence(word: str) -> None:
    with pytest.raises(KnownError, match="没有改动任何内容") as caught:
        Period.parse(word)
    str(caught.value).encode("utf-8")


@given(st.text(max_size=12))
def test_no_word_ends_in_anything_but_a_period_or_a_sentence(word: str) -> None:
    try:
        period = Period.parse(word)
    except KnownError:
        return
    assert Period.parse(period.code) == period


@pytest.mark.parametrize(
    ("code", "title", "last"),
    [
        ("2021-03", "2021年3月", dt.date(2021, 3, 31)),
        ("2021-Q1", "2021年第一季度", dt.date(2021, 3, 31)),
        ("2021-H1", "2021年上半年", dt.date(2021, 6, 30)),
        ("2021-H2", "2021年下半年", dt.date(2021, 12, 31)),
        ("2021", "2021年", dt.date(2021, 12, 31)),
        ("2020-02", "2020年2月", dt.date(2020, 2, 29)),
    ],
)
def test_periods_are_called_as_offices_call_them(code: str, title: str, last: dt.date) -> None:
    period = Period.parse(code)
    assert (period.title, period.last_day) == (title, last)


def test_a_half_year_closes_on_the_20th_and_is_due_on_the_25th_of_june() -> None:
    half = Period.parse("2021-H1")
    assert half.proposed_cutoff == dt.date(2021, 6, 20)
    assert half.proposed_report_day == dt.date(2021, 6, 25)


def test_the_periods_of_a_year_come_in_the_order_a_clerk_meets_them() -> None:
    codes = [period.code for period in periods_of_year(2021)]
    assert len(codes) == 19
    assert codes[:4] == ["2021-01", "2021-02", "2021-03", "2021-Q1"]
    assert codes[-4:] == ["2021-12", "2021-Q4", "2021-H2", "2021"]


@given(periods)
def test_a_period_ends_the_day_before_the_next_begins(period: Period) -> None:
    assert (period.last_day + dt.timedelta(days=1)).day == 1
    assert period.last_day.month == period.last_month
