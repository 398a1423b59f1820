"""Which tasks a filter leaves."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.modeltest import ModelTester

from gui.tablemodels.task_filter import Due, Taken, TaskFilter, TaskFilterModel
from gui.tablemodels.task_tree import TaskTreeModel
from models.rules import Adoption, Light, Standing, Status
from tests.gui.sample import task, tree

DAY = dt.date(2021, 6, 25)
TASKS = (
    task(1),
    task(
        2, role=Adoption.ASSIST, section_id=2, light=Light.RED, standing=Standing.LATE, filled=False
    ),
    task(3, role=Adoption.NONE, section_id=None, filled=False),
    task(4, status=Status.CLOSED, light=Light.BLUE, filled=False),
)


@pytest.fixture
def shown() -> TaskFilterModel:
    source = TaskTreeModel()
    source.set_tree(tree(*TASKS))
    model = TaskFilterModel()
    model.setSourceModel(source)
    source.setParent(model)
    return model


def left(model: TaskFilterModel) -> list[int]:
    return [row.id for row in model.tasks()]


@pytest.mark.parametrize(
    ("wanted", "tasks"),
    [
        (TaskFilter(), [1, 2, 3, 4]),
        (TaskFilter(role=Taken.NONE), [3]),
        (TaskFilter(role=Taken.ADOPTED), [1, 2, 4]),
        (TaskFilter(section=2), [2]),
        (TaskFilter(part=1), [1, 2, 3, 4]),
        (TaskFilter(part=0), []),
        (TaskFilter(standing=Standing.LATE), [2]),
        (TaskFilter(section=0), [3]),
        (TaskFilter(status=Status.CLOSED), [4]),
        (TaskFilter(light=Light.RED), [2]),
        (TaskFilter(unfilled=True), [2]),
        (TaskFilter(unfilled=True, light=Light.BLUE), []),
    ],
)
def test_a_filter_leaves_what_fits(
    shown: TaskFilterModel, wanted: TaskFilter, tasks: list[int]
) -> None:
    shown.set_filter(wanted, DAY)
    assert left(shown) == tasks


def test_headings_without_a_task_go_too(shown: TaskFilterModel) -> None:
    shown.set_filter(TaskFilter(section=99), DAY)
    assert shown.rowCount() == 0


def test_the_filtered_tree_obeys_qt(shown: TaskFilterModel, qtmodeltester: ModelTester) -> None:
    shown.set_filter(TaskFilter(section=1), DAY)
    qtmodeltester.check(shown)


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (Due.OVERDUE, ["6-24"]),
        (Due.SOON, ["6-25", "7-25"]),
        (Due.MONTH, ["6-24", "6-25", "6-30"]),
        (Due.QUARTER, ["6-24", "6-25", "6-30", "4-1"]),
    ],
)
def test_deadlines_are_counted_from_the_day(due: Due, days: list[str]) -> None:
    def at(words: str, **changes: object) -> object:
        month, day = words.split("-")
        return task(1, due_on=dt.date(2021, int(month), int(day)), due_default=False, **changes)

    wanted = TaskFilter(due=due)
    all_days = ("6-24", "6-25", "7-25", "7-26", "6-30", "4-1", "3-31")
    found = [words for words in all_days if wanted.takes(at(words), DAY)]
    # 30 June is finished: nobody is reminded of it, but it was due in its month.
    finished = wanted.takes(at("6-30", status=Status.COMPLETED), DAY)
    assert finished is (due in (Due.MONTH, Due.QUARTER))
    open_past = {Due.OVERDUE: {"4-1", "3-31"}, Due.SOON: {"6-30"}}.get(due, set())
    assert set(found) - open_past == set(days)


def test_without_a_deadline_means_the_proposed_one() -> None:
    wanted = TaskFilter(due=Due.NONE)
    assert wanted.takes(task(1, due_default=True), DAY)
    assert not wanted.takes(task(1, due_default=False), DAY)
    assert not wanted.takes(task(1, role=Adoption.NONE), DAY)
