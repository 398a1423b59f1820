"""What a notice says around the plan that it brings: its list of attachments, its own numbered lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.draft import Finding
from models.intake.grammar.dates import is_date_line
from models.intake.grammar.numbering import read_mark
from models.intake.source import Line

_ATTACHMENTS = re.compile(r"附件?[:：]\s*[1１][.．、\s]")
_LONGEST_NAME = 80
_FEWEST_BEHIND = 3  # numbered lines that make what stands behind a date a plan


def without_attachment_list(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, a list of attachments (附件：1.… 2.…) as one line without numbers to read."""
    joined: list[Line] = []
    expected = 0
    for line in lines:
        mark = read_mark(line.text) if expected else None
        if mark and mark.kind == "digit" and mark.value == expected and _is_name(line.text):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}\n{line.text}")
            expected += 1
            continue
        expected = 2 if _ATTACHMENTS.match(line.text) and not line.cells else 0
        joined.append(line)
    return joined


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and "。" not in text


def without_numbered_notice(lines: Sequence[Line]) -> tuple[list[Line], tuple[Finding, ...]]:
    """Return ``lines`` without what a notice numbers before the plan attached to it, as findings.

    A notice ends with its date; the plan behind it begins again at one.
    """
    dates = [n for n, line in enumerate(lines) if is_date_line(line.text)]
    if not dates:
        return list(lines), ()
    marks = [read_mark(line.text) for line in lines]
    numbered = [(n, mark) for n, mark in enumerate(marks) if mark]
    passed = 0  # numbered lines above the date
    for place in dates:
        while passed < len(numbered) and numbered[passed][0] < place:
            passed += 1
        if not passed or len(numbered) - passed < _FEWEST_BEHIND:
            continue
        (before, first), (_, behind) = numbered[0], numbered[passed]
        if behind.value == 1 and first.kind == behind.kind:
            end = _start_of_signature(lines, marks, place)
            reason = "通知正文，不属于所附的要点，未列入任务"
            findings = tuple(Finding(x.number, x.text, reason) for x in lines[before:end])
            return [*lines[:before], *lines[end:]], findings
    return list(lines), ()


def _start_of_signature(lines: Sequence[Line], marks: Sequence[object], dated: int) -> int:
    """Return where the short lines begin that stand directly above a date."""
    start = dated
    while start and not marks[start - 1] and _is_name(lines[start - 1].text):
        start -= 1
    return start
