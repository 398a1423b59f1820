"""The walk through the tasks of a new plan."""

from __future__ import annotations

import pytest

from gui.tablemodels.adoption_steps import AdoptionSteps
from models.rules import Adoption
from tests.gui.sample import task, tree

OPEN = {"role": Adoption.UNDECIDED}


@pytest.fixture
def steps() -> AdoptionSteps:
    made = AdoptionSteps()
    made.take(
        tree(
            task(1),
            task(2, **OPEN),
            task(3, role=Adoption.NONE, reason="无此职能"),
            task(4, **OPEN),
            task(5, local=True, label="增1"),
        )
    )
    return made


def test_it_begins_at_the_first_that_waits(steps: AdoptionSteps) -> None:
    steps.to_first_undecided()
    assert steps.task.id == 2
    assert steps.words() == "已定 2/4 · 主责 1 · 配合 0 · 不涉及 1"
    assert steps.place() == "一、做好制度设计　（一）抓好规划编制"
    assert steps.reasons() == ["无此职能"]


def test_the_next_that_waits_is_found_round_the_end(steps: AdoptionSteps) -> None:
    steps.to_task(4)
    steps.decided_now(4, Adoption.OWN)
    steps.to_next_undecided()
    assert steps.task.id == 2
    steps.decided_now(2, Adoption.ASSIST)
    steps.to_next_undecided()
    assert (steps.task.id, steps.all_decided) == (2, True)


def test_one_can_go_back_and_the_ends_hold(steps: AdoptionSteps) -> None:
    steps.step(-1)
    assert steps.task.id == 1
    steps.step(+9)
    assert steps.task.id == 4


def test_reading_the_tree_again_keeps_the_place(steps: AdoptionSteps) -> None:
    steps.to_task(3)
    steps.take(tree(task(9), task(1), task(3)))
    assert steps.task.id == 3
    steps.take(None)
    assert steps.task is None
    assert steps.place() == ""
