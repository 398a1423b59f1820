"""Time limits that stand among units: （甲局负责，2021年底前完成）, （乙局牵头；持续推进）."""

from __future__ import annotations

import re

from models.intake.grammar.spans import cut_outside

_LIMIT = re.compile(
    r"(?:完成时[限间]为?)?(?:于|在|力争|确保|计划|预计|争取)?(?:\d{4}年|\d{1,2}月|今年|本年|明年|年底|年内|年度|年末|上半年|下半年|第?[一二三四]季度"
    r"|全年|每[年月季]|长期|常态|持续|立即|即知即改|适时|定期|已完成)[^、]{0,20}"
)
_HINT = re.compile("[年月季]|长期|常态|持续|立即|即知|适时|定期|已完成")
_MARKS = "，,；;。"


def limit_in(words: str) -> str:
    """Return the time limit that stands among ``words``, "" without."""
    if not _HINT.search(words):
        return ""
    pieces = cut_outside(words, _MARKS)
    return next((piece for piece in pieces if _LIMIT.fullmatch(piece)), "")


def without_limits(words: str) -> str:
    """Return ``words`` without the clauses that set a time limit."""
    if not _HINT.search(words):
        return words
    pieces = cut_outside(words, _MARKS, keep=True)
    return "".join(piece for piece in pieces if not _LIMIT.fullmatch(piece.rstrip(_MARKS))).rstrip(
        "，,；;"
    )
