"""The list of checks, one a row of the specification, and what a check answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.standard.anatomy import CELL, LEFT, Anatomy, near
from tests.standard.measure import Line, Paper, UnverifiedError

Problems = list[str] | None
"""What a check found wrong; None means that the paper has nothing it applies to."""
Check = Callable[[Anatomy], Problems]

PASSED, FAILED, UNVERIFIED, ABSENT = "通过", "不通过", "未核验", "不适用"


@dataclass(frozen=True)
class Rule:
    """One check: the clause it rests on and what it expects, in a few words."""

    id: str
    clause: str
    expected: str
    function: Check


@dataclass(frozen=True)
class Finding:
    """What one check says of one paper."""

    rule: Rule
    verdict: str
    found: tuple[str, ...] = ()


RULES: dict[str, Rule] = {}


def rule(name: str, clause: str, expected: str) -> Callable[[Check], Check]:
    """Put a check on the list."""

    def register(function: Check) -> Check:
        RULES[name] = Rule(name, clause, expected, function)
        return function

    return register


def examine(paper: Paper, *ids: str) -> list[Finding]:
    """What each check (or only those named) says of a paper."""
    anatomy = Anatomy(paper)
    return [_asked(RULES[name], anatomy) for name in ids or RULES]


def check(paper: Paper, *ids: str) -> dict[str, list[str]]:
    """Every check that the paper did not pass, and why; what could not be seen is no pass."""
    return {
        finding.rule.id: [finding.verdict, *finding.found]
        for finding in examine(paper, *ids)
        if finding.verdict in (FAILED, UNVERIFIED)
    }


def applies(paper: Paper, name: str) -> bool:
    """Whether the paper has what the check looks at."""
    return examine(paper, name)[0].verdict != ABSENT


def _asked(rule_: Rule, anatomy: Anatomy) -> Finding:
    try:
        problems = rule_.function(anatomy)
    except UnverifiedError as why:
        return Finding(rule_, UNVERIFIED, (str(why),))
    if problems is None:
        return Finding(rule_, ABSENT)
    return Finding(rule_, FAILED if problems else PASSED, tuple(problems))


def off(what: str, line: Line, got: float, wanted: float) -> str:
    """A place that is not where it should be."""
    return f"page {line.page} {line.text[:12]!r}: {what} {got:.2f}, not {wanted:.2f}"


def text_lines(anatomy: Anatomy) -> list[Line]:
    """The lines of the text that are set in 三号."""
    return [line for line in anatomy.body if near(line.size, 16, 0.3)]


LEVELS = {
    1: (re.compile(r"^[一二三四五六七八九十]+、"), "hei"),
    2: (re.compile(r"^（[一二三四五六七八九十]+）"), "kai"),
    3: (re.compile(r"^\d+[.．、]"), "fangsong"),
    4: (re.compile(r"^（\d+）"), "fangsong"),
}


def heading_level(line: Line) -> int:
    if not near(line.x0, LEFT + 2 * CELL, 0.5):
        return 0
    for level, (pattern, _) in LEVELS.items():
        if pattern.match(line.text):
            return level
    return 0
