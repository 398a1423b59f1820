"""The initials of a text's pinyin: zscq for 知识产权."""

from __future__ import annotations

import re
from functools import lru_cache

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


def initials(text: str) -> str:
    """The text with each Chinese character replaced by one letter; places stay the same."""
    return _HAN.sub(lambda found: _of_run(found[0]), text)


@lru_cache(maxsize=20_000)
def _of_run(run: str) -> str:
    """The letters of some Chinese characters in a row, read as words (银行 yh, 行动 xd)."""
    # Late: reading the dictionary takes a fifth of a second, and most of the day nobody needs it.
    from pypinyin import Style, lazy_pinyin

    # A character without a reading stands for itself; places must never move.
    found = "".join(lazy_pinyin(run, style=Style.FIRST_LETTER, errors="default"))
    return found if len(found) == len(run) else run
