"""Who does it: units with their roles, in labels (牵头单位：…) and in words (A牵头，B配合)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from models.intake.grammar.limits import without_limits
from models.intake.grammar.spans import cut_outside
from models.intake.grammar.unit_names import (
    ROLE_BEHIND,
    is_surely_unit,
    looks_like_unit,
    unit_names,
)

Role = Literal["lead", "responsible", "supporting"]


@dataclass(frozen=True)
class Units:
    """Units by role, each in the order of the text."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lead or self.responsible or self.supporting)

    @staticmethod
    def joined(several: Iterable[Units]) -> Units:
        """Return the units of several, each once in a role."""
        parts = [units for units in several if units]
        if len(parts) < 2:
            return parts[0] if parts else NO_UNITS
        return Units(
            tuple(dict.fromkeys(name for units in parts for name in units.lead)),
            tuple(dict.fromkeys(name for units in parts for name in units.responsible)),
            tuple(dict.fromkeys(name for units in parts for name in units.supporting)),
        )

    def with_first_as_lead(self, *, others_support: bool = False) -> Units:
        """Return the units read by “列第一位的为牵头单位（其他为配合单位）”."""
        if self.lead or not self.responsible:
            return self
        first, others = self.responsible[:1], self.responsible[1:]
        if others_support:
            return replace(self, lead=first, responsible=(), supporting=others + self.supporting)
        return replace(self, lead=first, responsible=others)


NO_UNITS = Units()

# Verbs that close a list of units; the ones that also stand inside names need a mark behind them.
_VERB = re.compile(
    r"(?<![（(])(?:(?P<lead>(?:共同|联合|负责)?牵头(?!单位|部门)(?:负责|组织|落实|实施|推进|抓总)?)"
    r"|(?P<supporting>(?:协同|共同)?配合(?!单位|部门)(?:落实|实施)?|(?:协助|协办|协同|参与|参加|支持)(?=$|[，,；;。、]))"
    r"|(?P<responsible>(?:分别|共同|分工|按职责|具体)?负责(?!人|部门|单位)(?:落实|实施|推进|组织实施)?"
    r"|(?:分别|共同|分工|组织)?(?:落实|承担|承办|实施|推进)(?=$|[，,；;。、])))"
)
# 甲局商乙局; not 商标科, 招商局, 工商联.
_WITH = re.compile("会同|(?<=[局委办厅室部会院科处府关社校行司所心队站])商(?=[^务业贸场标会])")
_FIRST = "(?:列|排|排名|排列|位列|名列)(?:在|于)?(?:第一位?|首位|第一个|最前)"
FIRST_LEADS = re.compile(
    f"(?:{_FIRST}|第一个|首个)(?:的|者)?(?:责任)?(?:单位|部门)?(?:的)?(?:均)?(?:为|是|系)?(?:牵头|主办)"
)
_OTHERS_SUPPORT = re.compile("(?:其他|其余|后面)[^，,。；;]{0,6}(?:为|是)?(?:配合|协办|参与)")
_REMARK = re.compile(
    "^以下|不再(?:一一|逐一)?列[出举]|除外|另有规定|下同|第一位|首位|排名第一|第一个|^此项|^注[:：]|^其[他余]|按照?(?:文件|规定|要求)"
)
_REMARK_BEHIND = re.compile(
    "[，,；;。]?\\s*(?:适用范围|实施范围|备注|注|说明)(?:为|[:：]).*$", re.DOTALL
)
_ENDS_OF_VERBS = "头责合与加实担办施助同持进总"


@lru_cache(maxsize=1024)  # a plan names the same units again and again
def units_in(words: str, default: Role = "responsible") -> Units:
    """Return the units of a list in words; those without a verb of their own get ``default``."""
    bare = without_limits(_REMARK_BEHIND.sub("", words))
    pieces = (piece for piece in cut_outside(bare, "。；;") if not _REMARK.match(piece))
    units = Units.joined(
        found for piece in pieces for found in _units_in_piece(_without_remark(piece), default)
    )
    if FIRST_LEADS.search(words):
        return units.with_first_as_lead(others_support=bool(_OTHERS_SUPPORT.search(words)))
    return units


def _without_remark(piece: str) -> str:
    """Return a list without those of its entries that are remarks."""
    if not _REMARK.search(piece):
        return piece
    return "，".join(part for part in cut_outside(piece, "，,") if not _REMARK.search(part))


def _units_in_piece(piece: str, default: Role) -> Iterator[Units]:
    start = 0
    for verb in _VERB.finditer(piece):
        yield _of_role(piece[start : verb.start()], _role_of(verb))
        start = verb.end()
    rest = piece[start:].strip("，,、 　:：")
    # Behind a verb stand other units, or how and when it is done, which is no unit.
    if not start or (
        rest and looks_like_unit(unit_names(rest)[-1:][0] if unit_names(rest) else "")
    ):
        yield _of_role(rest, default)


def _role_of(verb: re.Match[str]) -> Role:
    return "lead" if verb["lead"] else "supporting" if verb["supporting"] else "responsible"


def _of_role(words: str, role: Role) -> Units:
    """Return the names in ``words`` under one role; those after 会同 support."""
    own, *others = _WITH.split(words.strip("，,、 由:："))
    by_role: dict[Role, list[str]] = {"lead": [], "responsible": [], "supporting": []}
    for name in unit_names(own):
        marked = ROLE_BEHIND.search(name)  # 甲局（牵头）
        if marked:
            by_role["lead" if marked["lead"] else "supporting"].append(name[: marked.start()])
        else:
            by_role[role].append(name)
    by_role["supporting"] += [name for other in others for name in unit_names(other)]
    return Units(*(tuple(by_role[r]) for r in ("lead", "responsible", "supporting")))


@lru_cache(maxsize=1024)
def says_units(words: str) -> bool:
    """Tell whether bracketed words without a label name units: （A牵头，B配合）."""
    if len(words) > 1500:
        return False
    first = cut_outside(without_limits(_REMARK_BEHIND.sub("", words)), "。；;")
    if not first:
        return False
    verb = next(iter(_VERB.finditer(first[0])), None)
    if verb is None or not verb.start():
        return False
    said = _without_remark(first[0])
    if not said or said[-1] not in _ENDS_OF_VERBS:
        return False
    names = unit_names(_WITH.split(first[0][: verb.start()].lstrip("由"))[0])
    return bool(names) and looks_like_unit(names[-1])


def lists_units(words: str) -> bool:
    """Tell whether bracketed words are a bare list of units: （甲局、乙局，各县区）."""
    if not 3 <= len(words) <= 600:
        return False
    names = unit_names(without_limits(words))
    return bool(names) and is_surely_unit(names[0]) and all(looks_like_unit(name) for name in names)
