"""A plan of the ledger beside a draft read again: task by task what differs, and in what. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.dataclass import dataclass
from models.intake.draft import PlanDraft, TaskDraft
from models.intake.revision import PlanText, TaskText, compare
from models.planrows import RevisionStep
from models.text import clean

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class IssuedTask:
    """A task of the ledger as issued; units are those that lead, are responsible, support."""

    id: int
    label: str
    text: str
    units: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    deadline: str
    measures: tuple[str, ...]
    tracked: bool = True
    withdrawn: bool = False
    progressed: bool = False


def steps_to(draft: PlanDraft, tasks: Sequence[IssuedTask]) -> tuple[RevisionStep, ...]:
    """What becomes of each task when ``draft`` is the plan from now on.

    A task that an earlier revision took out and that is still missing is no step; one that stands
    there again is "added", with its id.
    """
    olds = {task.id: task for task in tasks}
    news = {task.position: task for task in draft.all_tasks()}
    steps = []
    for step in compare(
        [TaskText(task.id, task.text) for task in tasks],
        [TaskText(position, task.text) for position, task in news.items()],
    ):
        old = olds.get(step.old) if step.old is not None else None
        new = news.get(step.new) if step.new is not None else None
        if new is None and old is not None and old.withdrawn:
            continue
        what = differences(old, new) if old and new else ()
        course = step.course
        if old and new:
            course = "added" if old.withdrawn else "changed" if what else "kept"
        steps.append(
            RevisionStep(
                course,
                old.id if old else None,
                old.label if old else "",
                old.text if old else "",
                new.position if new else None,
                new.text if new else "",
                what,
                step.likeness,
                bool(old and old.progressed),
            )
        )
    return tuple(steps)


def differences(old: IssuedTask, new: TaskDraft) -> tuple[str, ...]:
    """What of a task is issued otherwise now, in the office's words; blanks do not count."""
    units = (new.lead_units, new.responsible_units, new.supporting_units)
    measures = tuple(measure.text for measure in new.measures)
    pairs: tuple[tuple[str, object, object], ...] = (
        ("内容", bare(old.text), bare(new.text)),
        ("责任单位", list(map(_bare_all, old.units)), list(map(_bare_all, units))),
        ("完成时限", bare(old.deadline), bare(new.deadline.text) if new.deadline else ""),
        # In any order: that of the ledger is the bureau's affair.
        ("举措", sorted(_bare_all(old.measures)), sorted(_bare_all(measures))),
    )
    return tuple(word for word, before, after in pairs if before != after)


def bare(text: str) -> str:
    """A text without blanks, as two printings of it are compared."""
    return _BLANKS.sub("", clean(text))


def plan_text(draft: PlanDraft) -> PlanText:
    """A draft as far as recognising it goes."""
    return PlanText(0, draft.document_number, draft.title, joined(draft))


def joined(draft: PlanDraft) -> str:
    """All task texts of a draft in one."""
    return "\n".join(task.text for task in draft.all_tasks())


def _bare_all(texts: Sequence[str]) -> list[str]:
    return [bare(text) for text in texts]
