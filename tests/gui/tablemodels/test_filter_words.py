"""A filter is an address, and an address is a filter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.address import Address
from gui.tablemodels.filter_words import filter_of, task_address, words_of
from gui.tablemodels.task_filter import Due, Taken, TaskFilter
from models.rules import Light, Standing, Status

ids = st.none() | st.integers(0, 999_999_999)
filters = st.builds(
    TaskFilter,
    role=st.none() | st.sampled_from(Taken),
    section=ids,
    status=st.none() | st.sampled_from(Status),
    light=st.none() | st.sampled_from(Light),
    standing=st.none() | st.sampled_from(Standing),
    part=ids,
    due=st.none() | st.sampled_from(Due),
    unfilled=st.booleans(),
)


@given(filters)
def test_every_filter_comes_back_from_its_address(wanted: TaskFilter) -> None:
    address = Address.parse(str(task_address(wanted, 7)))
    assert filter_of(address) == wanted
    assert address.number("task") == 7


def test_the_words_can_be_read() -> None:
    wanted = TaskFilter(light=Light.RED, section=3, part=2, due=Due.OVERDUE)
    assert words_of(wanted) == {"section": "3", "light": "red", "part": "2", "due": "overdue"}


@pytest.mark.parametrize("line", ["tasks", "tasks?task=4", "tasks?colour=red"])
def test_an_address_without_a_filter_leaves_the_filter_alone(line: str) -> None:
    assert filter_of(Address.parse(line)) is None


def test_unknown_words_are_passed_over() -> None:
    assert filter_of(Address.parse("tasks?light=pink&section=-1&due=30")) == TaskFilter(
        due=Due.SOON
    )
