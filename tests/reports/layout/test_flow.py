"""Rows on pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.layout.flow import page_ends


@given(st.integers(1, 500), st.integers(0, 21))
def test_the_page_count_is_what_the_rows_need(rows: int, first: int) -> None:
    ends = page_ends([False] * rows, first)
    room = 22 - first
    needed = 1 + max(0, -(-(rows - room) // 22))
    assert len(ends) == needed
    assert ends[-1] == rows


def test_no_page_holds_one_row_only() -> None:
    assert page_ends([False] * 23, 0) == [21, 23]
    assert page_ends([False] * 45, 0) == [22, 43, 45]


def test_full_pages_have_22_rows() -> None:
    assert page_ends([False] * 60, 4) == [18, 40, 60]


def test_a_heading_never_ends_a_page() -> None:
    keeps = [False] * 30
    keeps[21] = True
    assert page_ends(keeps, 0) == [21, 30]


@given(st.lists(st.booleans(), min_size=1, max_size=120), st.integers(0, 21))
def test_every_row_is_placed_once_and_no_page_is_overfull(keeps: list[bool], first: int) -> None:
    ends = page_ends(keeps, first)
    starts = [0, *ends[:-1]]
    sizes = [end - start for start, end in zip(starts, ends, strict=True)]
    assert sum(sizes) == len(keeps)
    assert sizes[0] <= 22 - first
    assert all(size <= 22 for size in sizes[1:])
