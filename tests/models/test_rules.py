from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules import (
    Light,
    Standing,
    Status,
    TaskState,
    Thresholds,
    behind_pace,
    count_standings,
    expected_pace,
    light,
    proposed_percent,
    standing,
)

STARTED = dt.date(2021, 3, 1)
DUE = dt.date(2021, 6, 9)  # 100 days after the start: a day is a point
ONE = dt.timedelta(days=1)
BEGUN = TaskState(Status.DOING, 100.0, 2021, STARTED, DUE, has_entry=True)

days = st.dates(dt.date(2020, 1, 1), dt.date(2023, 12, 31))
states = st.builds(
    TaskState,
    st.sampled_from(Status),
    st.floats(0, 100),
    st.sampled_from((2020, 2021, 2022)),
    days,
    days,
    st.booleans(),
)


@pytest.mark.parametrize(
    ("left", "expected"), [(31, Light.GREEN), (30, Light.YELLOW), (29, Light.YELLOW)]
)
def test_a_deadline_is_near_from_the_thirtieth_day_on(left: int, expected: Light) -> None:
    assert light(BEGUN, DUE - left * ONE) is expected


def test_the_last_day_is_near_and_the_day_after_is_overdue() -> None:
    assert light(BEGUN, DUE) is Light.YELLOW
    assert light(BEGUN, DUE + ONE) is Light.RED
    assert standing(BEGUN, DUE) is Standing.ON_PACE
    assert standing(BEGUN, DUE + ONE) is Standing.LATE


@pytest.mark.parametrize(("percent", "late"), [(40.0, False), (39.9, True), (41.0, False)])
def test_ten_points_under_pace_are_allowed_and_more_are_not(percent: float, late: bool) -> None:
    half_way = STARTED + 50 * ONE
    state = replace(BEGUN, percent=percent)
    assert expected_pace(STARTED, DUE, half_way) == 50.0
    assert behind_pace(state, half_way, Thresholds()) is late
    assert light(state, half_way) is (Light.YELLOW if late else Light.GREEN)
    assert standing(state, half_way) is (Standing.LATE if late else Standing.ON_PACE)


def test_a_near_deadline_alone_is_not_late() -> None:
    near = DUE - 5 * ONE
    assert light(BEGUN, near) is Light.YELLOW
    assert standing(BEGUN, near) is Standing.ON_PACE


def test_not_begun_and_without_an_entry_is_grey_until_something_worse_fits() -> None:
    idle = replace(BEGUN, status=Status.NOT_STARTED, percent=0.0, has_entry=False)
    assert light(idle, STARTED + 10 * ONE) is Light.GREY
    assert light(replace(idle, has_entry=True), STARTED + 10 * ONE) is Light.GREEN
    assert light(idle, STARTED + 11 * ONE) is Light.YELLOW
    assert light(idle, DUE + ONE) is Light.RED


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CLOSED])
def test_what_is_done_is_blue_however_late_and_little(status: Status) -> None:
    done = replace(BEGUN, status=status, percent=0.0)
    assert light(done, DUE + 400 * ONE) is Light.BLUE
    assert standing(done, DUE + 400 * ONE) is Standing.DONE


@pytest.mark.parametrize("status", [Status.RETURNED, Status.SUSPENDED, Status.NOT_STARTED])
def test_what_was_sent_back_or_put_off_is_judged_like_other_work(status: Status) -> None:
    assert standing(replace(BEGUN, status=status), DUE + ONE) is Standing.LATE


def test_year_round_work_is_late_only_after_the_years_end() -> None:
    ongoing = replace(BEGUN, status=Status.ONGOING, percent=0.0)
    assert light(ongoing, DUE + ONE) is Light.GREEN
    assert light(ongoing, dt.date(2021, 11, 30)) is Light.GREEN
    assert light(ongoing, dt.date(2021, 12, 1)) is Light.YELLOW
    assert light(ongoing, dt.date(2021, 12, 31)) is Light.YELLOW
    assert standing(ongoing, dt.date(2021, 12, 31)) is Standing.ON_PACE
    assert light(ongoing, dt.date(2022, 1, 1)) is Light.RED


def test_year_round_work_with_a_deadline_in_the_next_year_is_late_only_after_that() -> None:
    later = dt.date(2022, 3, 31)
    ongoing = replace(BEGUN, status=Status.ONGOING, due_on=later)
    assert standing(ongoing, later) is Standing.ON_PACE
    assert standing(ongoing, later + ONE) is Standing.LATE


def test_the_years_end_is_that_of_the_plan_also_when_it_was_issued_the_december_before() -> None:
    early = TaskState(
        Status.ONGOING, 0.0, 2022, dt.date(2021, 12, 20), dt.date(2022, 6, 30), has_entry=True
    )
    assert standing(early, dt.date(2022, 7, 1)) is Standing.ON_PACE


def test_the_office_may_set_its_own_numbers() -> None:
    strict = Thresholds(near_days=5, behind_points=0)
    assert light(BEGUN, DUE - 6 * ONE, strict) is Light.GREEN
    assert light(BEGUN, DUE - 5 * ONE, strict) is Light.YELLOW
    assert standing(replace(BEGUN, percent=49.0), STARTED + 50 * ONE, strict) is Standing.LATE


def test_pace_of_a_plan_that_ends_on_its_first_day_jumps() -> None:
    assert expected_pace(DUE, DUE, DUE - ONE) == 0.0
    assert expected_pace(DUE, DUE, DUE) == 100.0


def test_without_measures_nothing_is_proposed() -> None:
    assert proposed_percent(0, 0) == 0.0
    assert proposed_percent(1, 4) == 25.0


@given(days, days, days)
def test_pace_lies_between_0_and_100_and_never_falls(
    start: dt.date, due: dt.date, day: dt.date
) -> None:
    pace = expected_pace(start, due, day)
    assert 0.0 <= pace <= 100.0
    assert pace <= expected_pace(start, due, day + ONE)


@given(st.lists(states, max_size=30), days)
def test_every_task_stands_in_exactly_one_of_three_places(
    tasks: list[TaskState], day: dt.date
) -> None:
    counts = count_standings(standing(each, day) for each in tasks)
    assert set(counts) == set(Standing)
    assert sum(counts.values()) == len(tasks)


@given(states, days)
def test_lights_and_standings_never_contradict_each_other(state: TaskState, day: dt.date) -> None:
    shown, where = light(state, day), standing(state, day)
    assert (shown is Light.BLUE) == (where is Standing.DONE)
    if shown is Light.RED:
        assert where is Standing.LATE
    if where is Standing.LATE:
        assert shown in (Light.RED, Light.YELLOW)


def test_every_word_of_the_office_is_there() -> None:
    assert [each.word for each in Light] == ["完成", "滞后", "临期", "未启动", "正常"]
    assert [each.word for each in Standing] == ["已完成", "达到序时进度", "滞后"]
    assert [each.word for each in Status] == [
        "未启动",
        "推进中",
        "持续推进",
        "暂缓",
        "已办结",
        "已销号",
        "退回",
    ]
