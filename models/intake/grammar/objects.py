"""What the verbs of a clause act on, cut into the entries of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.intake.grammar.spans import cut_outside

_OF_HOST = re.compile("^[^“《]*(?:主办|举办|承办|召开|组织|牵头)的(?=.)")
_COUNT = re.compile(
    r"^(?:好|了|一年一度的)?(?:(?:\d+|[一二三四五六七八九十两]+)(?:次|场次|场|期|届|个)(?!会))?"
)
_COUNT_BEHIND = re.compile(
    r"(?:不少于|至少)?(?:\d+|[一二三四五六七八九十两]+)(?:余)?(?:次|场次|场|期)(?:以上)?$"
)
_LINKED = re.compile("(?:和|及|并|与|或|、)*$")
_AND_SO_ON = re.compile("等[^、“”《》]{0,8}$")


def objects_of(clause: str, verbs: re.Pattern[str]) -> Iterator[str]:
    """Yield each entry of what follows a verb, up to the next verb or the clause's end."""
    found = list(verbs.finditer(clause))
    if not found:
        return
    ends = [verb.start() for verb in found[1:]] + [len(clause)]
    for verb, end in zip(found, ends, strict=False):
        yield from entries(_LINKED.sub("", clause[verb.end() : end]))


def entries(words: str) -> list[str]:
    """Return the entries of a list without hosts and counts: 甲主办的“乙论坛”、丙会2次."""
    return [name for piece in cut_outside(words, "、") if (name := _bare(piece))]


def _bare(piece: str) -> str:
    piece = _COUNT.sub("", _OF_HOST.sub("", piece.strip()))
    return _COUNT_BEHIND.sub("", piece).strip()


def without_and_so_on(name: str) -> str:
    """Return ``name`` without what 等 adds: 展销会等活动 → 展销会."""
    return _AND_SO_ON.sub("", name)
