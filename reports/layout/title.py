"""Titles broken into lines by rules and a cost: 词意完整, 梯形 or 菱形 (7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from typing import Final

from reports.layout import chars, glue, words

Width = Callable[[str], float]
"""The width of a text in em of the title's size."""

_TAIL: Final = re.compile(
    r"(?:上半年|下半年|全年|年度)?(?:[\u4e00-\u9fff]{2})?(?:情况|工作|事项|问题|事宜|分工|意见)?的(?:"
    + "|".join(words.KINDS)
    + r")(?:（[^）]*）)?$"
)
_NEVER: Final = 1000.0
_BETWEEN_WORDS: Final = 4.0
_INSIDE_WORDS: Final = 14.0
_LINE: Final = 3.0
_LONG: Final = 90
"""Titles of more characters than this are filled line by line."""
_MOST_LINES: Final = 5
_MOST_PLACES: Final = 22


def break_title(title: str, measure: float, names: Sequence[str], width: Width) -> list[str]:
    """The lines of a title; `|` breaks by hand, and a hand-made line too long is broken further."""
    lines: list[str] = []
    for part in title.split("|"):
        text = part.strip()
        if text:
            lines += _broken(text, measure, tuple(names), width)
    return lines


def _broken(text: str, measure: float, names: tuple[str, ...], width: Width) -> list[str]:
    if width(text) <= measure:
        return [text]
    costs = _place_costs(text, measure, names, width)
    if len(text) <= _LONG:
        best = _cheapest(text, measure, costs, width)
        if best:
            return best
    return _filled(text, measure, costs, width)


def _place_costs(
    text: str, measure: float, names: tuple[str, ...], width: Width
) -> dict[int, float]:
    """What it costs to end a line before text[i], for each i where it is possible at all."""
    marks = glue.glue(text)
    ends = set(words.word_ends(text, names))
    guarded = _guarded(text, measure, names, width)
    issuer_end = _issuer_end(text, names)
    tail = _TAIL.search(text)
    costs = {}
    for at in range(1, len(text)):
        if marks[at] != glue.FREE or at in guarded:
            continue
        if text[at - 1] in chars.NOT_AT_END or chars.begins_badly(text, at) or text[at] in "的之":
            continue
        costs[at] = _place_cost(text, at, at in ends)
    if issuer_end in costs:
        costs[issuer_end] = 0.0
    if tail and tail.start() in costs:
        costs[tail.start()] = min(1.0, costs[tail.start()])
    return costs


def _place_cost(text: str, at: int, word_ends_here: bool) -> float:
    if text.startswith("关于", at):
        return 0.0
    if text.endswith("关于", 0, at):
        return _INSIDE_WORDS
    if text[at - 1] in "，、；：》":
        return 2.0
    if text[at] in "《和与及暨并":
        return 3.0
    if text[at - 1] in "的和与及暨并":
        return 6.0
    return _BETWEEN_WORDS if word_ends_here else _INSIDE_WORDS


def _guarded(text: str, measure: float, names: tuple[str, ...], width: Width) -> set[int]:
    """Places inside 《》, brackets, dates and names, as long as these fit on a line."""
    places: set[int] = set()
    for found in re.finditer(
        r"《[^《》]*(?:《[^》]*》[^《》]*)*》|〈[^〈〉]*〉|（[^）]*）|“[^”]*”"
        r"|\d{4}年(?:度|[上下]半年|第[一二三四]季度|\d{1,2}月(?:份|\d{1,2}日)?)",
        text,
    ):
        if width(found.group()) <= measure:
            places.update(range(found.start() + 1, found.end()))
    for name in names:
        if name and width(name) <= measure:
            for found in re.finditer(re.escape(name), text):
                places.update(range(found.start() + 1, found.end()))
    return places


def _issuer_end(text: str, names: tuple[str, ...]) -> int:
    """Where the offices at the head of the title end."""
    at = 0
    while True:
        step = max((len(name) for name in names if name and text.startswith(name, at)), default=0)
        if not step:
            return at or max(0, text.find("关于"))
        at += step
        if text[at : at + 1] == "、":
            at += 1


def _cheapest(text: str, measure: float, costs: dict[int, float], width: Width) -> list[str] | None:
    places = sorted(sorted(costs, key=lambda at: costs[at])[:_MOST_PLACES])
    fewest = max(2, int(-(-width(text) // measure)))
    best: tuple[float, list[str]] | None = None
    for count in range(fewest, min(fewest + 2, _MOST_LINES + 1)):
        for cuts in combinations(places, count - 1):
            edges = (0, *cuts, len(text))
            lines = [text[a:b] for a, b in pairwise(edges)]
            cost = sum(costs[at] for at in cuts) + _LINE * count
            cost += _shape_cost(lines, [width(line) for line in lines], measure)
            if cost < _NEVER and (best is None or cost < best[0]):
                best = (cost, lines)
    return best[1] if best else None


def _shape_cost(lines: list[str], widths: list[float], measure: float) -> float:
    """梯形 and 菱形 are free; equal lines, an hourglass and a very short last line cost."""
    if max(widths) > measure:
        return _NEVER
    cost = 0.0
    if len(lines[-1]) < 4:
        cost += 40.0
    mean = sum(widths) / len(widths)
    cost += sum((width - mean) ** 2 for width in widths) / (8 * len(widths))
    if max(widths) - min(widths) < 0.5:
        cost += 6.0
    peak = widths.index(max(widths))
    rising = widths[: peak + 1] == sorted(widths[: peak + 1])
    falling = widths[peak:] == sorted(widths[peak:], reverse=True)
    upright = widths == sorted(widths) or widths == sorted(widths, reverse=True)
    if not (upright or (rising and falling)):
        cost += 30.0
    return cost


def _filled(text: str, measure: float, costs: dict[int, float], width: Width) -> list[str]:
    """Line by line, each ending at the cheapest place in its last third."""
    lines = []
    start = 0
    while width(text[start:]) > measure:
        fits = start + 1
        while fits < len(text) and width(text[start : fits + 1]) <= measure:
            fits += 1
        earliest = start + max(1, (fits - start) * 2 // 3)
        places = [at for at in range(earliest, fits + 1) if at in costs]
        end = min(places, key=lambda at: (costs[at], -at)) if places else fits
        lines.append(text[start:end])
        start = end
    lines.append(text[start:])
    return lines
