"""Lost paragraph breaks: a text that came as one line is cut again at its numbers.

Only a number that runs on (or starts again at one under a new heading) is taken for one, so that
“第一、二、三产业”, 3.5% and “11.121人才工程” stay inside their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.grammar.fields import LABEL_WITH_COLON
from models.intake.grammar.numbering import Mark, read_mark
from models.intake.source import Line

_LEVELS = {"han": 1, "han_paren": 2, "digit": 3, "digit_paren": 4}
_FEWEST_NUMBERS = 3
_MAY_START = re.compile(
    r"(?<![第一二三四五六七八九十百、])[一二三四五六七八九十百]{1,5}、|[（(][一二三四五六七八九十百]{1,5}[）)]"
    r"|(?<![\dA-Za-z.第])\d{1,3}[.．、](?!\d)"
)
_LABEL = re.compile(rf"(?<=[。；;\s])(?={LABEL_WITH_COLON.pattern})")
# Where the paragraphs of a head and of a signature part: behind the first, before the second.
_ENDS_OF_HEAD = re.compile(
    r"\s+|的通知(?=各)|[〕）\])]\d{1,4}号(?=[^）)，。、])"
    r"|(?:局|委|办公室|政府|中心|院|厅)(?=\d{4}年\d{1,2}月\d{1,2}日)|\d{1,2}月\d{1,2}日(?=[^，。前起至印])"
    r"|(?:方案|要点|意见|计划)(?=为(?:深入|贯彻|进一步|全面)|根据|按照|\d{4}年[是，])|。(?=[^。”’）]{4,60}\d{4}年\d)"
)
_TO_WHOM = re.compile("[^：:。]*[：:]")
_SIGNED = r"[^，。；、（()\s]{2,40}\s{0,3}\d{4}年\d{1,2}月\d{1,2}日"
_ENDS_OF_TAIL = re.compile(
    rf"(?<=。)\s+|(?<!\s)\s+(?=抄送|\d{{4}}年\d|{_SIGNED})|(?:[。）)\]］]|配合|负责|牵头)(?={_SIGNED})"
    r"|日\s{0,3}(?=[（(])|(?:局|委|办公室|政府|中心|院|厅)(?=\d{4}年\d{1,2}月\d{1,2}日)"
)


def recut(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, or if nearly all stands in one line, that line cut at its numbers."""
    longest = max(lines, key=lambda line: len(line.text), default=None)
    if longest is None or longest.cells or len(longest.text) * 2 < sum(len(x.text) for x in lines):
        return list(lines)
    places = _places(longest.text)
    if len(places) < _FEWEST_NUMBERS:
        return list(lines)
    pieces = _pieces(longest.text, places)
    place = lines.index(longest)
    cut = [Line(longest.number, piece) for piece in pieces]
    return [*lines[:place], *cut, *lines[place + 1 :]]


def _places(text: str) -> list[int]:
    """Return where the numbers stand that follow one another."""
    reached = dict.fromkeys(_LEVELS.values(), 0)
    places = []
    for match in _MAY_START.finditer(text):
        mark = read_mark(text[match.start() : match.start() + 12])
        level = _LEVELS.get(mark.kind) if mark else None
        if mark is None or level is None or not _follows(mark, level, reached):
            continue
        places.append(match.start())
        reached[level] = mark.value
        reached.update({deeper: -abs(reached[deeper]) for deeper in reached if deeper > level})
    return places


def _follows(mark: Mark, level: int, reached: dict[int, int]) -> bool:
    """Tell whether a number runs on; below a new heading (kept negative) it may start again."""
    before = reached[level]
    return mark.value == abs(before) + 1 or (before < 0 and mark.value == 1)


def _pieces(text: str, places: list[int]) -> list[str]:
    """Return the lines: head, numbered lines with their labelled lines, signature."""
    head, *numbered = _cut(text, places)
    ends = {match.end() for match in _ENDS_OF_HEAD.finditer(head)}
    addressed = _TO_WHOM.match(head)
    pieces = _cut(head, sorted(ends | ({addressed.end()} if addressed else set())))
    for piece in numbered:
        pieces += _cut(piece, [match.start() for match in _LABEL.finditer(piece)])
    tail = pieces.pop()
    pieces += _cut(tail, [match.end() for match in _ENDS_OF_TAIL.finditer(tail)])
    return [piece.strip() for piece in pieces if piece.strip()]


def _cut(text: str, places: list[int]) -> list[str]:
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
