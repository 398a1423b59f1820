"""Column widths by content: pure numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.widths import SAMPLE, Want, fitted, sampled

_CELL = st.lists(st.floats(0.5, 200), max_size=3).map(tuple)


@st.composite
def _wants(draw: st.DrawFn) -> list[Want]:
    columns, rows = draw(st.integers(1, 9)), draw(st.integers(0, 12))
    return [
        Want(
            draw(st.floats(1, 30)),
            draw(st.floats(0.5, 9)),
            draw(st.lists(_CELL, min_size=rows, max_size=rows)),
        )
        for _ in range(columns)
    ]


@given(_wants())
def test_the_widths_are_together_what_they_were(wants: list[Want]) -> None:
    assert sum(fitted(wants)) == pytest.approx(sum(want.usual for want in wants))


@given(_wants())
def test_no_column_is_under_its_least(wants: list[Want]) -> None:
    for measure, want in zip(fitted(wants), wants, strict=True):
        assert measure >= min(want.least, want.usual) - 1e-6


@given(_wants())
def test_the_answer_is_always_the_same(wants: list[Want]) -> None:
    assert fitted(wants) == fitted(wants)


@given(_wants(), st.data())
def test_columns_alike_stay_alike(wants: list[Want], data: st.DataObject) -> None:
    group = data.draw(st.lists(st.integers(0, len(wants) - 1), unique=True, min_size=1))
    same = [
        Want(5.0, 2.0, want.cells) if place in group else want for place, want in enumerate(wants)
    ]
    assert len({round(fitted(same, [group])[place], 6) for place in group}) == 1


def test_an_empty_column_gives_its_room_to_the_full_one() -> None:
    full, empty = Want(10.0, 4.0, [(80.0,)] * 5), Want(20.0, 4.0, [()] * 5)
    assert fitted([full, empty])[0] > 20


def test_where_nothing_is_saved_the_usual_widths_stay() -> None:
    assert fitted([Want(10.0, 4.0, [(6.0,)]), Want(20.0, 4.0, [(19.0,)])]) == [10.0, 20.0]


def test_a_long_table_is_judged_by_rows_from_all_of_it() -> None:
    assert list(sampled(3)) == [0, 1, 2]
    assert len(sampled(5000)) <= SAMPLE
    assert sampled(5000)[-1] > 4900
