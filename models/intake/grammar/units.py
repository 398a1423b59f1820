"""Who does it: units with their roles, in labels (牵头单位：…) and in words (A牵头，B配合)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from models.intake.grammar.spans import cut_outside
from models.intake.grammar.unit_names import looks_like_unit, unit_names

Role = Literal["lead", "responsible", "supporting"]


@dataclass(frozen=True)
class Units:
    """Units by role, each in the order of the text."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lead or self.responsible or self.supporting)

    def __add__(self, other: Units) -> Units:
        return Units(
            tuple(dict.fromkeys(self.lead + other.lead)),
            tuple(dict.fromkeys(self.responsible + other.responsible)),
            tuple(dict.fromkeys(self.supporting + other.supporting)),
        )

    def with_first_as_lead(self) -> Units:
        """Return the units read by “列第一位的为牵头单位”."""
        if self.lead or not self.responsible:
            return self
        return replace(self, lead=self.responsible[:1], responsible=self.responsible[1:])


NO_UNITS = Units()

# Verbs that close a list of units; the ones that also stand inside names need a mark behind them.
_VERB = re.compile(
    r"(?P<lead>(?:共同|联合)?牵头(?:负责|组织|落实|实施)?)"
    r"|(?P<supporting>(?:协同|共同)?配合|(?:协助|协办|协同|参与|参加|支持)(?=$|[，,；;。、]))"
    r"|(?P<responsible>(?:分别|共同|分工|按职责|具体)?负责(?:落实|实施)?"
    r"|(?:分别|共同|分工|组织)?(?:落实|承担|承办|实施)(?=$|[，,；;。、]))"
)
_WITH = re.compile("会同|商(?=[^务业贸])")
FIRST_LEADS = re.compile("(?:列|排)(?:在)?(?:第一位|首位)(?:的|者)?(?:单位|部门)?(?:为|是)?牵头")
_REMARK = re.compile("除外|另有规定|下同|第一位|首位|^此项")
_REMARK_BEHIND = re.compile("[，,；;。]?\\s*(?:适用范围|备注|注)(?:为|[:：]).*$", re.DOTALL)


def units_in(words: str, default: Role = "responsible") -> Units:
    """Return the units of a list in words; those without a verb of their own get ``default``."""
    units = Units()
    for piece in cut_outside(_REMARK_BEHIND.sub("", words), "。；;"):
        if not _REMARK.search(piece):
            units += _units_in_piece(piece, default)
    return units.with_first_as_lead() if FIRST_LEADS.search(words) else units


def _units_in_piece(piece: str, default: Role) -> Units:
    units = Units()
    start = 0
    for verb in _VERB.finditer(piece):
        role: Role = (
            "lead" if verb["lead"] else "supporting" if verb["supporting"] else "responsible"
        )
        units += _of_role(piece[start : verb.start()], role)
        start = verb.end()
    return units + _of_role(piece[start:], default)


def _of_role(words: str, role: Role) -> Units:
    """Return the names in ``words`` under one role; those after 会同 support."""
    own, *others = _WITH.split(words.strip("，,、 由"))
    by_role = {role: unit_names(own)}
    supporting = tuple(name for other in others for name in unit_names(other))
    return Units(**by_role) + Units(supporting=supporting)


def says_units(words: str) -> bool:
    """Tell whether bracketed words without a label name units: （A牵头，B配合）."""
    first = cut_outside(_REMARK_BEHIND.sub("", words), "。；;")
    if not first or len(words) > 600:
        return False
    verb = next(iter(_VERB.finditer(first[0])), None)
    if verb is None or first[0][-1] not in "头责合与加实担办施助同持":
        return False
    return looks_like_unit(unit_names(first[0][: verb.start()])[-1:][0]) if verb.start() else False
