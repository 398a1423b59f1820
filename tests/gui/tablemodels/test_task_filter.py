"""Which tasks a filter leaves."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from gui.tablemodels.task_filter import TaskFilter, TaskFilterModel
from gui.tablemodels.task_tree import TaskTreeModel
from models.rules import Adoption, Light, Status
from tests.gui.sample import task, tree

TASKS = (
    task(1),
    task(2, role=Adoption.ASSIST, section_id=2, light=Light.RED, filled=False),
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
        (TaskFilter(role=Adoption.NONE), [3]),
        (TaskFilter(section=2), [2]),
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
    shown.set_filter(wanted)
    assert left(shown) == tasks


def test_headings_without_a_task_go_too(shown: TaskFilterModel) -> None:
    shown.set_filter(TaskFilter(section=99))
    assert shown.rowCount() == 0


def test_the_filtered_tree_obeys_qt(shown: TaskFilterModel, qtmodeltester: ModelTester) -> None:
    shown.set_filter(TaskFilter(section=1))
    qtmodeltester.check(shown)
