"""总览图: how far each part is, and every task in its light."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from models.overviewrows import PartBar
from models.rows import TaskRow
from models.rules import Light, Standing
from models.text import proper
from reports.figures.drawing import Area, Drawing, Mark, Side, Sign, Tone, Words
from reports.figures.outlines import TONES
from reports.roles import Role

WIDTH = 156.0
"""The width of the text block (GB/T 9704—2012 5.2.2)."""
MOST_HIGH = 205.0
"""Leaves room for a caption on the page that it fills."""
_SMALL = 10.5
"""五号, in points."""
_SMALLER = 9.0
"""小五."""
_EM = _SMALL * 25.4 / 72
_MOST_NAMES = 60.0
_COUNT = 13.0
_ROW = 6.0
_BAR = 3.4
_GAP = 4.0
_TITLE = 9.0
_LEGEND = 6.5
_MOST_PARTS = 24
_SIDES = ((7.0, _SMALLER), (5.7, 7.5), (4.6, 6.0))
"""Sides of the squares in mm, with the size of their numbers in points."""
_BETWEEN = 0.8
_FRAME = 0.2
"""Of squares and striped shares, in mm; thinner lines are lost on a screen."""
LIGHTS = (Light.GREEN, Light.YELLOW, Light.RED, Light.BLUE, Light.GREY)
SHARES = (
    (Standing.DONE, Tone.BLUE, False),
    (Standing.ON_PACE, Tone.GREEN, False),
    (Standing.LATE, Tone.RED, True),
)


@dataclass(frozen=True)
class Picture:
    """What the picture is made of; an empty title is left out, as papers have a caption instead."""

    bars: tuple[PartBar, ...]
    tasks: tuple[TaskRow, ...]
    title: str = ""


def overview_drawing(picture: Picture) -> Drawing:
    """The picture, as wide as the text block, and never higher than a page has room for."""
    bars = _few(picture.bars)
    top = _TITLE if picture.title else 0.0
    marks: list[Mark] = []
    if picture.title:
        marks.append(Words(WIDTH / 2, 4.6, picture.title, 12.0, side=Side.MIDDLE, role=Role.HEITI))
    names = min(_MOST_NAMES, max((len(part_name(bar)) for bar in bars), default=0) * _EM)
    left = max(names, 6 * _EM) + 3.0
    marks += _legend_of_bars(bars, top, left)
    top += _LEGEND
    for bar in bars:
        marks += _bar(bar, top, left)
        top += _ROW
    side = _side(len(picture.tasks), MOST_HIGH - top - _GAP - _LEGEND)
    if picture.tasks and side is not None:
        top += _GAP
        marks += _squares(picture.tasks, top, *side)
        top += _rows(len(picture.tasks), side[0]) * (side[0] + _BETWEEN)
        marks += _legend_of_lights(picture.tasks, top + 1.0)
        top += _LEGEND
    return Drawing(WIDTH, top, tuple(marks))


def shown_light(task: TaskRow) -> Light | None:
    """The light as papers say it: what is behind pace is 滞后, as in the counts."""
    if task.light is Light.YELLOW and task.standing is Standing.LATE:
        return Light.RED
    return task.light


def _few(bars: Sequence[PartBar]) -> tuple[PartBar, ...]:
    """Not more bars than a page can hold: the last ones are taken together."""
    if len(bars) <= _MOST_PARTS:
        return tuple(bars)
    kept, rest = bars[: _MOST_PARTS - 1], bars[_MOST_PARTS - 1 :]
    sums = (sum(getattr(bar, name) for bar in rest) for name in ("done", "on_pace", "late"))
    return (*kept, PartBar(None, "", f"其余{len(rest)}个部分", *sums))


def part_name(bar: PartBar) -> str:
    """一、做好制度设计."""
    if bar.part_id is None:
        return bar.title or "其他任务"
    return proper(f"{bar.number}、{bar.title}" if bar.number else bar.title)


def _legend_of_bars(bars: Sequence[PartBar], top: float, left: float) -> Iterator[Mark]:
    """Over the bars what their shares mean, over the numbers what they count."""
    adopted = sum(bar.adopted for bar in bars)
    yield Words(0.0, top + 3.6, f"承接{adopted}项", _SMALL, role=Role.HEITI)
    x = left
    for standing, tone, hatched in SHARES:
        yield Area(x, top + 0.8, 5.0, _BAR - 0.4, tone, hatched, _FRAME if hatched else 0.0)
        yield Words(x + 6.2, top + 3.6, standing.word, _SMALLER, Tone.QUIET)
        x += 8.6 + _wide(standing.word)
    for place, (standing, _, _) in enumerate(SHARES):
        total = sum(_count(bar, standing) for bar in bars)
        right = WIDTH - (2 - place) * _COUNT / 1.6
        yield Words(right, top + 3.6, str(total), _SMALL, side=Side.RIGHT, role=Role.HEITI)


def _count(bar: PartBar, standing: Standing) -> int:
    counts = {Standing.DONE: bar.done, Standing.ON_PACE: bar.on_pace, Standing.LATE: bar.late}
    return counts[standing]


def _bar(bar: PartBar, top: float, left: float) -> Iterator[Mark]:
    base = top + _ROW / 2 + 0.36 * _EM
    yield Words(0.0, base, _cut(part_name(bar), left - 2.0), _SMALL)
    whole = WIDTH - left - 2 * _COUNT / 1.6 - 10.0
    y = top + (_ROW - _BAR) / 2
    for place, (standing, tone, hatched) in enumerate(SHARES):
        count = _count(bar, standing)
        wide = whole * count / max(1, bar.adopted)
        if count:
            yield Area(left, y, wide - 0.3, _BAR, tone, hatched, _FRAME if hatched else 0.0)
        left += wide
        right = WIDTH - (2 - place) * _COUNT / 1.6
        yield Words(right, base, str(count), _SMALL, Tone.TEXT if count else Tone.QUIET, Side.RIGHT)


def _wide(text: str) -> float:
    """About how wide small words are, in mm; Latin characters take half an em."""
    ems = sum(0.5 if char.isascii() else 1.0 for char in text)
    return ems * _SMALLER * 25.4 / 72


def _cut(text: str, room: float) -> str:
    """As many characters as fit, each counted as a whole em; … where some are left out."""
    most = int(room / _EM)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _side(count: int, room: float) -> tuple[float, float] | None:
    """The largest squares that fit; None where not even the smallest do."""
    fitting = (each for each in _SIDES if _rows(count, each[0]) * (each[0] + _BETWEEN) <= room)
    return next(fitting, None)


def _columns(side: float) -> int:
    return int((WIDTH + _BETWEEN) / (side + _BETWEEN))


def _rows(count: int, side: float) -> int:
    return ceil(count / _columns(side))


def _squares(tasks: Sequence[TaskRow], top: float, side: float, size: float) -> Iterator[Mark]:
    """A square a task: its number, and under it the shape of its light."""
    columns = _columns(side)
    sign = side * 0.3
    for place, task in enumerate(tasks):
        x = place % columns * (side + _BETWEEN)
        y = top + place // columns * (side + _BETWEEN)
        light = shown_light(task)
        tone = Tone.EDGE if light is None else TONES[light]
        yield Area(x, y, side, side, tone, frame=_FRAME)
        small = size if len(task.label) < 3 else size * 0.8
        base = y + side * (0.48 if light else 0.5) + (0.0 if light else 0.12 * side)
        said = Tone.QUIET if light is None else Tone.TEXT
        yield Words(x + side / 2, base, task.label, small, said, Side.MIDDLE)
        if light is not None:
            yield Sign(x + (side - sign) / 2, y + side * 0.61, sign, light)


def _legend_of_lights(tasks: Sequence[TaskRow], top: float) -> Iterator[Mark]:
    counts = Counter(shown_light(task) for task in tasks)
    x = 0.0
    for light in LIGHTS:
        words = f"{light.word} {counts[light]}项"
        yield Sign(x, top + 1.0, 2.6, light)
        yield Words(x + 3.6, top + 3.5, words, _SMALLER, Tone.QUIET)
        x += 9.0 + _wide(words)
    if counts[None]:
        words = f"未承接 {counts[None]}项"
        yield Area(x, top + 1.0, 2.6, 2.6, Tone.EDGE, frame=_FRAME)
        yield Words(x + 3.6, top + 3.5, words, _SMALLER, Tone.QUIET)
