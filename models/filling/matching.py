"""Which task or measure a pasted line means: by its number, or by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol

from models.dataclass import dataclass
from models.folding import folded
from models.rows import TaskRow
from models.rules import Adoption
from models.text import proper

_LIKE = 0.6
_CLEARLY = 0.1
_SHORTEST = 4
_NUMBER = re.compile(
    r"\s*(?:第\s*)?(?:任务|举措)?\s*[（(]?(?P<label>增?\d{1,3}(?:\.\d{1,3})?)\s*(?:[项条][：:]?|[）)、：:．.]|(?=[\s\u4e00-\u9fff“《])|$)\s*"
)


class Measured(Protocol):
    """What 填报 needs of a measure."""

    @property
    def id(self) -> int:
        """Its id."""

    @property
    def number(self) -> str:
        """4.2."""

    @property
    def text(self) -> str:
        """As issued."""

    @property
    def local_text(self) -> str:
        """本市举措."""

    @property
    def wording(self) -> str:
        """The one that counts."""

    @property
    def role(self) -> Adoption:
        """承接."""


@dataclass(frozen=True)
class FillTarget:
    """Something that is reported on; `names` are the words by which a table may call it."""

    task_id: int
    measure_id: int | None
    label: str
    names: tuple[str, ...]


def fill_targets(
    tasks: Iterable[TaskRow], measures: Mapping[int, Sequence[Measured]] | None = None
) -> tuple[FillTarget, ...]:
    """The adopted tasks of a plan, and their adopted measures where they are given."""
    found = []
    for task in tasks:
        if not task.role.adopted:
            continue
        names = (task.short_title, task.local_text, task.text)
        found.append(FillTarget(task.id, None, task.label, _folded(names)))
        for measure in (measures or {}).get(task.id, ()):
            if measure.role.adopted:
                words = _folded((measure.local_text, measure.text))
                found.append(FillTarget(task.id, measure.id, measure.number, words))
    return tuple(found)


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    forms = (form for name in names for form in (folded(name), folded(proper(name))))
    return tuple(dict.fromkeys(form for form in forms if form))


def leading_number(text: str) -> tuple[str, str]:
    """The number that a text begins with (38.5, 第38项, 增1、) and the rest; "" without one."""
    match = _NUMBER.match(text)
    if match is None:
        return "", text
    return match["label"], text[match.end() :]


def by_number(label: str, targets: Sequence[FillTarget]) -> FillTarget | None:
    """The target of this number."""
    return next((each for each in targets if each.label == label), None)


def by_words(text: str, targets: Sequence[FillTarget]) -> FillTarget | None:
    """The one target that a cell means: its very words, part of them, or clearly the likest."""
    wanted = folded(text)
    if len(wanted) < _SHORTEST:
        exact = [each for each in targets if wanted and wanted in each.names]
        return exact[0] if len(exact) == 1 else None
    exact = [each for each in targets if wanted in each.names]
    if exact:
        return exact[0]
    inside = [each for each in targets if any(wanted in name for name in each.names)]
    if len(inside) == 1:
        return inside[0]
    return _likest(wanted, inside or targets)


def _likest(wanted: str, targets: Sequence[FillTarget]) -> FillTarget | None:
    matcher = SequenceMatcher(None, b=wanted, autojunk=False)
    scores = [
        (max((_likeness(matcher, name) for name in target.names), default=0.0), place)
        for place, target in enumerate(targets)
    ]
    scores.sort(reverse=True)
    best, second = scores[0] if scores else (0.0, 0), scores[1][0] if len(scores) > 1 else 0.0
    clear = best[0] >= _LIKE and best[0] - second >= _CLEARLY
    return targets[best[1]] if clear else None


def _likeness(matcher: SequenceMatcher[str], name: str) -> float:
    matcher.set_seq1(name)
    if matcher.real_quick_ratio() < _LIKE or matcher.quick_ratio() < _LIKE:
        return 0.0
    return matcher.ratio()


def opening_words(text: str, targets: Sequence[FillTarget]) -> tuple[FillTarget | None, str]:
    """The target whose 简称 a line begins with (培训和人才培养：…), and the rest."""
    mark = re.search(r"[：:。]", text)
    if mark is None:
        return None, text
    wanted = folded(text[: mark.start()])
    exact = [each for each in targets if wanted and wanted in each.names]
    return (exact[0], text[mark.end() :].strip()) if exact else (None, text)
