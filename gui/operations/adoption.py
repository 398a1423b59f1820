"""承接, local wording, local tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gui.operations.operation import Operation, operation
from models import commands
from models.errors import KnownError
from models.history import Work
from models.rules import Adoption


def adopt(task_ids: Sequence[int], role: Adoption, reason: str = "") -> Operation:
    """Say of tasks what they are to the bureau."""
    return operation(commands.adopt, tuple(task_ids), role, reason)


def track(task_ids: Sequence[int], tracked: bool) -> Operation:
    """跟踪 or 不再跟踪."""
    return operation(commands.track, tuple(task_ids), tracked)


def adopt_measure(measure_id: int, role: Adoption | None, reason: str = "") -> Operation:
    """Say it of one measure; None lets it follow its task."""
    return operation(commands.adopt_measures, (measure_id,), role, reason)


def local_wording(task_id: int, words: str) -> Operation:
    """本市任务内容."""
    return operation(commands.localise_task, task_id, local_text=words)


def short_title(task_id: int, words: str) -> Operation:
    """任务简称; an empty one is proposed again."""
    return operation(commands.localise_task, task_id, short_title=words)


def measure_wording(measure_id: int, words: str) -> Operation:
    """本市举措."""
    return operation(commands.localise_measure, measure_id, words)


def add_local_task(
    plan_id: int, words: str, short: str = "", carries_out: Sequence[int] = ()
) -> Operation:
    """A task of the bureau's own: 增1, 增2 and so on."""
    return operation(commands.add_local_task, plan_id, words, short, tuple(carries_out))


def edit_local_task(task_id: int, words: str) -> Operation:
    """Another text for a local task."""
    return operation(commands.edit_local_task, task_id, text=words)


def carry_out(task_id: int, labels: Sequence[str], known: Mapping[str, int]) -> Operation:
    """Which tasks of the plan a local task carries out, by their numbers; `known`: their ids."""

    def edit_local_task(work: Work) -> None:
        wrong = [label for label in labels if label not in known]
        if wrong:
            raise KnownError(
                f"要点中没有第{'、'.join(wrong)}项任务，没有保存；请写任务的序号，如 4、16。"
            )
        ids = tuple(known[label] for label in labels)
        commands.edit_local_task(work, task_id, carries_out=ids)

    return operation(edit_local_task)


def remove_local_task(task_id: int) -> Operation:
    """Take a local task out; undo brings it back."""
    return operation(commands.remove_local_task, task_id)
