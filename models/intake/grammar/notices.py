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
    marks = [read_mark(line.text) for line in lines]
    dated = [n for n, line in enumerate(lines) if is_date_line(line.text)]
    for place in dated:
        before = next((n for n in range(place) if marks[n]), None)
        behind = [mark for mark in marks[place:] if mark]
        if before is None or len(behind) < _FEWEST_BEHIND or behind[0].value != 1:
            continue
        first = marks[before]
        if first is not None and first.kind == behind[0].kind:
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
