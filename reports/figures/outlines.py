"""Areas and shapes as filled polygons: what a printer needs, without strokes or curves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from models.rules import Light
from reports.figures.drawing import Area, Sign, Tone

Point = tuple[float, float]
_CORNERS = 28
"""Of the polygon that stands for a circle; at 2 mm its sides are shorter than a printer's eye."""
_STRIPE = 0.28
_STRIPES_APART = 1.1
_STROKE = 0.16
"""The width of a sign's strokes as a part of its size."""
TONES = {
    Light.GREEN: Tone.GREEN,
    Light.YELLOW: Tone.YELLOW,
    Light.RED: Tone.RED,
    Light.BLUE: Tone.BLUE,
    Light.GREY: Tone.GREY,
}


class Shape(NamedTuple):
    """A closed polygon filled with one tone."""

    points: tuple[Point, ...]
    tone: Tone


def area_shapes(area: Area) -> Iterator[Shape]:
    """The ground, its stripes, its frame."""
    x, y, right, bottom = area.x, area.y, area.x + area.width, area.y + area.height
    if area.frame:
        yield Shape(_frame(x, y, right, bottom, area.frame), area.tone)
    elif not area.hatched:
        yield Shape(_box(x, y, right, bottom), area.tone)
        return
    if area.hatched:
        yield from (Shape(points, area.tone) for points in _stripes(area))


def _box(x: float, y: float, right: float, bottom: float) -> tuple[Point, ...]:
    return ((x, y), (right, y), (right, bottom), (x, bottom))


def _frame(x: float, y: float, right: float, bottom: float, thick: float) -> tuple[Point, ...]:
    """Round the outside, then back round the inside: one polygon with a hole.

    Two boxes, a white one in a black one, would be moved to whole pixels on a screen, each by itself.
    """
    left, top, far, low = x + thick, y + thick, right - thick, bottom - thick
    inside = ((left, top), (left, low), (far, low), (far, top), (left, top))
    return (*_box(x, y, right, bottom), (x, y), *inside)


def _stripes(area: Area) -> Iterator[tuple[Point, ...]]:
    """Slanted stripes from the foot up to the right, cut at the area's edges."""
    start = area.x - area.height
    count = math.ceil((area.width + area.height) / _STRIPES_APART)
    for number in range(count + 1):
        low = start + number * _STRIPES_APART
        points = (
            (low, area.y + area.height),
            (low + _STRIPE * 1.6, area.y + area.height),
            (low + _STRIPE * 1.6 + area.height, area.y),
            (low + area.height, area.y),
        )
        cut = _within(points, area.x, area.x + area.width)
        if len(cut) > 2:
            yield cut


def _within(points: tuple[Point, ...], left: float, right: float) -> tuple[Point, ...]:
    """The part of a polygon between two upright lines (Sutherland and Hodgman)."""
    kept = _beside(points, left, keep_right=True)
    return _beside(kept, right, keep_right=False)


def _beside(points: tuple[Point, ...], edge: float, *, keep_right: bool) -> tuple[Point, ...]:
    kept: list[Point] = []
    for here, after in zip(points, (*points[1:], *points[:1]), strict=True):
        inside = (here[0] >= edge) is keep_right or here[0] == edge
        follows = (after[0] >= edge) is keep_right or after[0] == edge
        if inside:
            kept.append(here)
        if inside != follows:
            share = (edge - here[0]) / (after[0] - here[0])
            kept.append((edge, here[1] + share * (after[1] - here[1])))
    return tuple(kept)


def sign_shapes(sign: Sign) -> Iterator[Shape]:
    """● ▲ ■ ✓ ○ as polygons."""
    x, y, size, tone = sign.x, sign.y, sign.size, TONES[sign.light]
    if sign.light is Light.GREEN:
        yield Shape(_circle(sign, size / 2), tone)
    elif sign.light is Light.GREY:
        yield Shape(_circle(sign, size / 2), tone)
        yield Shape(_circle(sign, size / 2 - size * _STROKE * 0.8), Tone.PAPER)
    elif sign.light is Light.RED:
        inset = size * 0.06
        yield Shape(_box(x + inset, y + inset, x + size - inset, y + size - inset), tone)
    elif sign.light is Light.YELLOW:
        low = y + size * 0.92
        yield Shape(((x + size / 2, y), (x + size, low), (x, low)), tone)
    else:
        knee = (x + size * 0.4, y + size * 0.82)
        yield Shape(_stroke((x + size * 0.06, y + size * 0.5), knee, size * _STROKE), tone)
        yield Shape(_stroke(knee, (x + size * 0.96, y + size * 0.14), size * _STROKE), tone)


def _circle(sign: Sign, radius: float) -> tuple[Point, ...]:
    middle = (sign.x + sign.size / 2, sign.y + sign.size / 2)
    turns = (2 * math.pi * number / _CORNERS for number in range(_CORNERS))
    return tuple(
        (middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)) for turn in turns
    )


def _stroke(start: Point, end: Point, width: float) -> tuple[Point, ...]:
    """A straight stroke as a slim box around it, a little longer than the line."""
    length = math.dist(start, end) or 1.0
    along = ((end[0] - start[0]) / length * width / 2, (end[1] - start[1]) / length * width / 2)
    a, b = (start[0] - along[0], start[1] - along[1]), (end[0] + along[0], end[1] + along[1])
    return (
        (a[0] - along[1], a[1] + along[0]),
        (b[0] - along[1], b[1] + along[0]),
        (b[0] + along[1], b[1] - along[0]),
        (a[0] + along[1], a[1] - along[0]),
    )
