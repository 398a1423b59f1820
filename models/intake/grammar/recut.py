"""Lost paragraph breaks: a text that came as one line is cut again at its numbers.

Only a number that runs on (or starts again at one under a new heading) is taken for one, so that
“第一、二、三产业”, 3.5% and “11.121人才工程” stay inside their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.grammar.fields import LABEL_WITH_COLON
from models.intake.grammar.numbering import Mark, read_mark
from models.intake.grammar.topics import OPENINGS
from models.intake.source import Line

_LEVELS = {"han": 1, "han_paren": 2, "digit": 3, "decimal": 4, "digit_paren": 4, "circled": 5}
_OF_MEASURES = ("digit_paren", "circled")
_FEWEST_NUMBERS = 3
_MAY_START = re.compile(
    r"(?<![第一二三四五六七八九十百、])[一二三四五六七八九十百]{1,5}、|[（(][一二三四五六七八九十百]{1,5}[）)]"
    r"|(?<![\dA-Za-z.第])\d{1,3}[.．、](?!\d)"
)
# Inside one line of a text with breaks only behind what ends a paragraph.
_BEHIND_END = re.compile(
    r"(?<=[。；！）)\]］】])\s?(?:[一二三四五六七八九十百]{1,5}、|[（(][一二三四五六七八九十百]{1,5}[）)](?=[^，。、；])"
    r"|\d{1,3}[.．、](?!\d)|[（(]\d{1,2}[）)](?=[^，。、；])|[①-⑳])"
)
_LABEL = re.compile(rf"(?<=[。；;）)\]］】\s])(?={LABEL_WITH_COLON.pattern})")
# Where the paragraphs of a head and of a signature part: behind the first, before the second.
_ENDS_OF_HEAD = re.compile(
    r"\s+|(?:的通知|意见|方案|要点|办法|计划|措施|安排)(?=各[^。：:]{1,300}[：:])|[〕）\])]\d{1,4}号(?=[^）)，。、])"
    r"|(?:局|委|办公室|政府|中心|院|厅)(?=\d{4}年\d{1,2}月\d{1,2}日)|\d{1,2}月\d{1,2}日(?=[^，。前起至印])"
    r"|[（(]此件[^（）()]{1,20}[）)]"
    r"|(?:方案|要点|意见|计划)(?=为(?:深入|贯彻|进一步|全面)|根据|按照|\d{4}年[是，])|。(?=[^。”’）]{4,60}\d{4}年\d)"
)
_TO_WHOM = re.compile("[^：:。]*[：:]")
_SIGNED = r"[^，。；、（()\s]{2,40}\s{0,3}\d{4}年\d{1,2}月\d{1,2}日"
_CLOSING = (
    "(?:各地区?|各级|各部门|各单位|各有关|各相关|各市|各县|各区)[^。，]{0,30}要"
    "|本(?:意见|通知|方案|办法|要点|计划)自|(?:特此|此前)[^。]{0,20}通知|以上意见|附件[:：1-9]"
)
_ENDS_OF_TAIL = re.compile(
    rf"(?<=。)\s+|(?<!\s)\s+(?=抄送|\d{{4}}年\d|{_SIGNED})|(?:[。）)\]］]|配合|负责|牵头)(?={_SIGNED})"
    rf"|(?<=[）)\]］】])\s?(?={_CLOSING})"
    r"|日\s{0,3}(?=[（(])|(?:局|委|办公室|政府|中心|院|厅)(?=\d{4}年\d{1,2}月\d{1,2}日)"
)
# A heading lost its break too: a blank, or words with which only a paragraph begins.
_HEADING = re.compile(
    rf"[^。；：:，,（(\[［【\s]{{2,40}}\s+(?=[^\s（(\[［【])|[^。；：:，,（(\[［【\s]{{2,40}}?(?={OPENINGS})"
)
_LEAST_BEHIND = 20
_UNITS = re.compile(
    "[（(\\[［【][^（）()\\[\\]［］【】]*(?:负责|牵头|配合|(?:单位|部门)[:：])[^（）()\\[\\]［］【】]*[）)\\]］】]。?"
)
_UNITS_AT_END = re.compile(_UNITS.pattern + "\\s*$")


def recut(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, or if nearly all stands in one line, that line cut at its numbers.

    A line of a text with breaks is cut only where a number runs on that is missing behind it.
    """
    longest = max(lines, key=lambda line: len(line.text), default=None)
    if longest is None:
        return []
    if longest.cells or len(longest.text) * 2 < sum(len(x.text) for x in lines):
        return _recut_each(lines)
    places = _places(longest.text)
    if len(places) < _FEWEST_NUMBERS:
        return _recut_each(lines)
    pieces = _pieces(longest.text, places)
    place = lines.index(longest)
    cut = [Line(longest.number, piece) for piece in pieces]
    return [*lines[:place], *cut, *lines[place + 1 :]]


def _recut_each(lines: Sequence[Line]) -> list[Line]:
    """Cut lines that hold the next number behind a full stop, where no later line begins with it."""
    marks = [read_mark(line.text) for line in lines]
    upcoming = _upcoming(marks)
    last: dict[str, int] = {}
    cut: list[Line] = []
    for line, mark, later in zip(lines, marks, upcoming, strict=True):
        if mark is not None:
            for kind in _OF_MEASURES if mark.kind not in _OF_MEASURES else ():
                last.pop(kind, None)
            last[mark.kind] = mark.value
        cut += _cut_inside(line, mark, last, later) if mark and not line.cells else [line]
    return cut


def _upcoming(marks: Sequence[Mark | None]) -> list[dict[str, int]]:
    """Return for each line the next number of each kind that begins a later line."""
    found: list[dict[str, int]] = []
    following: dict[str, int] = {}
    for mark in reversed(marks):
        found.append(following)
        if mark is not None and following.get(mark.kind) != mark.value:
            following = {**following, mark.kind: mark.value}
    return found[::-1]


def _cut_inside(
    line: Line, mark: Mark, last: dict[str, int], upcoming: dict[str, int]
) -> list[Line]:
    places = []
    level = _LEVELS.get(mark.kind, 0)
    for match in _BEHIND_END.finditer(line.text, mark.length):
        start = match.end() - len(match.group().lstrip())
        found = read_mark(line.text[start : start + 12])
        if found is None or _LEVELS.get(found.kind, 9) < level or found.kind not in _LEVELS:
            continue
        below = _LEVELS[found.kind] - level
        begins = found.value == 1 and (below == 1 or (below > 0 and level >= _LEVELS["digit"]))
        runs_on = found.value == last.get(found.kind, 0) + 1 and found.value > 1
        if (runs_on or begins) and upcoming.get(found.kind) != found.value:
            places.append(start)
            last[found.kind] = found.value
            level = _LEVELS[found.kind]
    own = _LEVELS.get(mark.kind, 0)
    if not places or (len(places) == 1 and level > own):
        return [line]
    pieces = []
    if level > own:
        places = _with_units_of_all(line.text, places)
    for piece in _cut(line.text, places):
        pieces += _cut(piece, [match.start() for match in _LABEL.finditer(piece)])
    return [replace(line, text=piece.strip()) for piece in pieces if piece.strip()]


def _with_units_of_all(text: str, places: list[int]) -> list[int]:
    """Return ``places`` with that of a bracket at the end that speaks for all pieces before it."""
    found = list(_UNITS.finditer(text))
    alone = len(found) == 1 and not text[found[0].end() :].strip("。；; ")
    labelled = alone and LABEL_WITH_COLON.match(found[0].group()[1:])
    return [*places, found[0].start()] if labelled and found[0].start() > places[-1] else places


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
        pieces += _with_heading(piece)
    tail = pieces.pop()
    ends_of_tail = {match.end() for match in _ENDS_OF_TAIL.finditer(tail)}
    if sum(bool(_UNITS_AT_END.search(piece)) for piece in numbered) * 2 > len(numbered):
        # Where paragraphs end with their units, what follows the last of these closes the plan.
        ends_of_tail |= {match.end() for match in list(_UNITS.finditer(tail))[-1:]}
    pieces += _cut(tail, sorted(ends_of_tail))
    return [piece.strip() for piece in pieces if piece.strip()]


def _with_heading(piece: str) -> list[str]:
    """Return a numbered line, its heading apart where it lost its break, and its labelled lines."""
    ends = [match.start() for match in _LABEL.finditer(piece)]
    mark = read_mark(piece)
    headed = mark is not None and _LEVELS.get(mark.kind, 9) <= _LEVELS["han_paren"]
    heading = _HEADING.match(piece, mark.length) if mark and headed else None
    if heading and len(piece) > heading.end() + _LEAST_BEHIND:
        ends = sorted({heading.end(), *ends})
    return _cut(piece, ends)


def _cut(text: str, places: list[int]) -> list[str]:
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
