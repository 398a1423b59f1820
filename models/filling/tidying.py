"""What a chat leaves in a text: senders, times, emoji; suggested with their places, never applied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from models.dataclass import dataclass

Kind = Literal["sender", "time", "emoji"]

_CLOCK = r"(?:上午|下午|晚上|凌晨)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY = r"(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|昨天|前天|今天|星期[一二三四五六日天]|周[一二三四五六日]"
_TIME = rf"(?:(?:{_DAY})\s*)?{_CLOCK}"
_NAME = r"[\u4e00-\u9fff·]{2,6}(?:[（(][^（）()\n]{1,20}[）)])?"
# A line of its own: 张三 2021-06-18 10:22:33, or the time alone.
_HEADER = re.compile(
    rf"(?m)^[ \t]*(?:(?P<sender>{_NAME})[ \t]*)?(?P<time>{_TIME})[ \t]*[:：]?[ \t]*(?:\n|$)"
)
_MENTION = re.compile(r"@[^\s@:：,，]{1,20}[ \u2005]?")
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u26ff\u2702-\u2712\u2728-\u274b\u2753-\u27bf]"
    "[\ufe0e\ufe0f\u200d]*)+"
    r"|\[(?:[\u4e00-\u9fff]{1,3}|[A-Z][A-Za-z]{1,7})\]"
)


@dataclass(frozen=True)
class Suggestion:
    """A piece of a text that may be taken out: its place, what it is and how it reads."""

    start: int
    end: int
    kind: Kind
    found: str


def suggestions(text: str, people: Iterable[str] = ()) -> tuple[Suggestion, ...]:
    """What could be taken out, in order, without overlaps; people: names known to the ledger."""
    found: list[Suggestion] = []
    for match in _HEADER.finditer(text):
        kind: Kind = "sender" if match["sender"] else "time"
        found.append(_suggestion(match, kind))
    found += [_suggestion(match, "sender") for match in _MENTION.finditer(text)]
    names = "|".join(re.escape(name) for name in sorted(set(people), key=len, reverse=True) if name)
    if names:
        known = re.compile(rf"(?m)^[ \t]*(?:{names})[ \t]*[:：][ \t]*")
        found += [_suggestion(match, "sender") for match in known.finditer(text)]
    found += [_suggestion(match, "emoji") for match in _EMOJI.finditer(text)]
    return _without_overlaps(found)


def _suggestion(match: re.Match[str], kind: Kind) -> Suggestion:
    return Suggestion(match.start(), match.end(), kind, match[0].strip())


def _without_overlaps(found: list[Suggestion]) -> tuple[Suggestion, ...]:
    kept: list[Suggestion] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def apply_suggestions(text: str, chosen: Sequence[Suggestion]) -> str:
    """The text without the chosen pieces; nothing else is touched but blank lines at the ends."""
    for each in sorted(chosen, key=lambda each: each.start, reverse=True):
        text = text[: each.start] + text[each.end :]
    return text.strip()
