"""Where the handbook speaks of something: the paragraph that begins with it, else one that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gui.manual.chapters import Chapter

_BOLD = re.compile(r"^\s*(?:[-*] )?\*\*(.+?)\*\*")


def find_topic(chapters: Sequence[Chapter], title: str, page: str = "") -> tuple[int, str] | None:
    """The chapter's place and the words to look for in it; None where nothing speaks of a title.

    page: whose chapter is looked at first; then those of the other pages, then the rest.
    """
    order = sorted(
        range(len(chapters)),
        key=lambda place: (not chapters[place].page, chapters[place].page != page, place),
    )
    for words in _wordings(title):
        for heads in (True, False):
            for place in order:
                if any(words in line for line in _lines(chapters[place].text, heads=heads)):
                    return place, words
    return None


def _wordings(title: str) -> Iterator[str]:
    """添加佐证材料 3 件: whole, without its number, and its thing alone: 佐证材料."""
    whole = title.rstrip("…").strip()
    first = whole.split(" ")[0]
    wordings = (whole, first, first[2:], first[:2])
    yield from dict.fromkeys(words for words in wordings if len(words) > 1)


def _lines(text: str, *, heads: bool) -> Iterator[str]:
    """The paragraphs' bold beginnings, or all lines."""
    for line in text.splitlines():
        found = _BOLD.match(line)
        if not heads:
            yield line
        elif found:
            yield found[1]
