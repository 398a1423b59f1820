"""The checks: one for each rule of the standard that a machine can see in a finished PDF."""

from __future__ import annotations

from tests.standard.checks import attached, closing, foot, head, lines, page, text
from tests.standard.checks.registry import (
    FAILED,
    PASSED,
    RULES,
    UNVERIFIED,
    Finding,
    applies,
    check,
    examine,
)

__all__ = [
    "FAILED",
    "PASSED",
    "RULES",
    "UNVERIFIED",
    "Finding",
    "applies",
    "attached",
    "check",
    "closing",
    "examine",
    "foot",
    "head",
    "lines",
    "page",
    "text",
]
