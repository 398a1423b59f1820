"""Ticks, and the cutting and joining of measures."""

from __future__ import annotations

from collections.abc import Sequence

from gui.operations.operation import Operation, operation
from models import commands, queries
from models.history import Work
from models.periods import Period


def tick(measure_id: int, ticked: bool) -> Operation:
    """Tick one measure, or take the tick away."""
    return operation(commands.tick, measure_id, ticked)


def split(measure_id: int, pieces: Sequence[str]) -> Operation:
    """Cut a measure at the line ends."""
    return operation(commands.split_measure, measure_id, tuple(pieces))


def merge(measure_ids: Sequence[int], wording: str = "") -> Operation:
    """Join measures of one task, in their order, into the first, as one step.

    wording: what the bureau calls it then; without one the words follow each other.
    """

    def merge_measures(work: Work) -> None:
        commands.merge_measures(work, tuple(measure_ids))
        if wording:
            label = work.label
            commands.localise_measure(work, measure_ids[0], wording)
            work.label = label

    return operation(merge_measures)


def add(task_id: int, words: str) -> Operation:
    """A measure of the bureau's own."""
    return operation(commands.add_measure, task_id, words)


def move(measure_id: int, place: int) -> Operation:
    """Put a measure at a place, 1…n."""
    return operation(commands.move_measure, measure_id, place)


def remove(measure_id: int) -> Operation:
    """Take an own measure out."""
    return operation(commands.remove_measure, measure_id)


def local_target(target_id: int, value: float | None) -> Operation:
    """本地目标 of a number that the text promises."""
    return operation(commands.set_local_target, target_id, value)


def reached(target_id: int, period: Period, value: float | None) -> Operation:
    """完成值 in a period."""
    return operation(commands.set_target_value, target_id, period, value)


def tick_task(task_id: int, ticked: bool) -> Operation:
    """Tick every adopted measure of a task, or take all its ticks away, as one step."""

    def tick(work: Work) -> None:
        detail = queries.task_detail(task_id, work.today)
        for measure in detail.measures:
            if measure.role.adopted and measure.ticked is not ticked:
                commands.tick(work, measure.id, ticked)
        if len(detail.measures) > 1 and work.steps:
            what = "勾选" if ticked else "取消勾选"
            work.label = f"{what} 任务{detail.task.label}的全部举措"

    return operation(tick)
