"""A plan read again, or the next year's: what is the same, changed, new or gone; what to propose.

Pure functions over simple values; keys are whatever the caller knows a task or a plan by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.intake.likeness import alike, likeness

Course = Literal["kept", "changed", "added", "removed"]

LEAST_SAME_TASK = 0.5  # below that a task is another one
LEAST_SAME_PLAN = 0.8
LEAST_SAME_TITLED_PLAN = 0.6
LEAST_SIMILAR = 0.35  # enough for a proposal that a person accepts or not
_BRACKETS = str.maketrans("［【[（(］】]）)", "〔〔〔〔〔〕〕〕〕〕")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class TaskText:
    """A task as far as comparing goes."""

    key: int
    text: str


@dataclass(frozen=True)
class PlanText:
    """A plan as far as recognising goes."""

    key: int
    document_number: str
    title: str
    text: str


@dataclass(frozen=True)
class Step:
    """What becomes of one task: ``old`` and ``new`` are keys, None where there is none."""

    course: Course
    old: int | None
    new: int | None
    likeness: float  # 0.0 to 1.0


@dataclass(frozen=True)
class Proposal:
    """The task of an earlier year that is most like a new one."""

    new: int
    earlier: int
    likeness: float


def recognised(read: PlanText, plans: Sequence[PlanText]) -> int | None:
    """Return the key of the plan that ``read`` is again: same number, or nearly the same text.

    A plan whose title names another year is another plan, however much of it is repeated.
    """
    number = _number(read.document_number)
    for plan in plans:
        if number and number == _number(plan.document_number):
            return plan.key
    others = [plan for plan in plans if not _of_other_years(read.title, plan.title)]
    scored = [(likeness(read.text, plan.text), plan) for plan in others]
    for score, plan in sorted(scored, key=lambda pair: -pair[0]):
        titled = bool(read.title) and _BLANKS.sub("", read.title) == _BLANKS.sub("", plan.title)
        if score >= (LEAST_SAME_TITLED_PLAN if titled else LEAST_SAME_PLAN):
            return plan.key
    return None


def compare(olds: Sequence[TaskText], news: Sequence[TaskText]) -> tuple[Step, ...]:
    """Return what became of each task: those of the new plan in its order, then the removed ones.

    Tasks of the same text are paired first, then those most alike, each once.
    """
    pairs = _paired(olds, news)
    steps = []
    for place, new in enumerate(news):
        if place in pairs:
            old, score = pairs[place]
            same = _bare(olds[old].text) == _bare(new.text)
            steps.append(Step("kept" if same else "changed", olds[old].key, new.key, score))
        else:
            steps.append(Step("added", None, new.key, 0.0))
    taken = {old for old, _ in pairs.values()}
    gone = (old for place, old in enumerate(olds) if place not in taken)
    return (*steps, *(Step("removed", old.key, None, 0.0) for old in gone))


def proposals(
    news: Sequence[TaskText], earlier: Sequence[TaskText], least: float = LEAST_SIMILAR
) -> tuple[Proposal, ...]:
    """Return for each new task the earlier one most like it, where one is at least ``least`` alike.

    An earlier task may be proposed for several: a task is often split from one year to the next.
    """
    best: dict[int, Proposal] = {}
    for score, old, new in alike([t.text for t in earlier], [t.text for t in news], least):
        best.setdefault(new, Proposal(news[new].key, earlier[old].key, score))
    return tuple(best[place] for place in sorted(best))


def carried_over_from(year: int, number: str | int) -> str:
    """Return how a task carried over says where it comes from."""
    return f"结转自{year}年第{number}项"


def _paired(olds: Sequence[TaskText], news: Sequence[TaskText]) -> dict[int, tuple[int, float]]:
    """Return for places in ``news`` the place in ``olds`` and the likeness."""
    pairs: dict[int, tuple[int, float]] = {}
    places: dict[str, list[int]] = {}
    for place, task in enumerate(olds):
        places.setdefault(_bare(task.text), []).append(place)
    for place, new in enumerate(news):
        waiting = places.get(_bare(new.text))
        if waiting:
            pairs[place] = (waiting.pop(0), 1.0)
    taken = {old for old, _ in pairs.values()}
    for score, old, place in alike(
        [task.text for task in olds], [task.text for task in news], LEAST_SAME_TASK
    ):
        if old not in taken and place not in pairs:
            pairs[place] = (old, score)
            taken.add(old)
    return pairs


def _of_other_years(one: str, other: str) -> bool:
    years = [set(_YEAR.findall(title)) for title in (one, other)]
    return all(years) and not years[0] & years[1]


def _bare(text: str) -> str:
    return _BLANKS.sub("", text)


def _number(number: str) -> str:
    """Return a 发文字号 in one form: brackets and blanks differ between sources."""
    return _BLANKS.sub("", number).translate(_BRACKETS).replace("〕第", "〕")
