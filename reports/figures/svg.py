"""A picture as SVG, in the colours of the window; a picture file needs no library."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from reports.figures.drawing import Area, Drawing, Sign, Tone, Words
from reports.figures.outlines import Shape, area_shapes, sign_shapes
from reports.roles import Role

COLOURS = {
    Tone.TEXT: "#1f2329",
    Tone.QUIET: "#646a73",
    Tone.EDGE: "#cfd3d9",
    Tone.PAPER: "#ffffff",
    Tone.BLUE: "#2f6fde",
    Tone.GREEN: "#2e9e5b",
    Tone.YELLOW: "#e6a700",
    Tone.RED: "#d93025",
    Tone.GREY: "#9aa0a6",
}
MARGIN = 6.0
"""White around the picture, in mm."""
_MM_PER_PT = 25.4 / 72
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def svg(drawing: Drawing, family: str) -> str:
    """The picture as a text file; `family` is the font of its words."""
    wide, high = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}mm" height="{high:g}mm" '
            f'viewBox="{-MARGIN:g} {-MARGIN:g} {wide:g} {high:g}" font-family={quoteattr(family)}>'
        ),
        (
            f'<rect x="{-MARGIN:g}" y="{-MARGIN:g}" width="{wide:g}" height="{high:g}" '
            f'fill="{COLOURS[Tone.PAPER]}"/>'
        ),
    ]
    for mark in drawing.marks:
        if isinstance(mark, Words):
            parts.append(_words(mark))
        else:
            parts += _shapes(mark)
    return "\n".join([*parts, "</svg>\n"])


def _shapes(mark: Area | Sign) -> list[str]:
    shapes = area_shapes(mark) if isinstance(mark, Area) else sign_shapes(mark)
    return [_polygon(shape) for shape in shapes]


def _polygon(shape: Shape) -> str:
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in shape.points)
    return f'<polygon points="{points}" fill="{COLOURS[shape.tone]}"/>'


def _words(words: Words) -> str:
    weight = ' font-weight="bold"' if words.role is Role.HEITI else ""
    return (
        f'<text x="{words.x:.3f}" y="{words.y:.3f}" font-size="{words.size * _MM_PER_PT:.3f}" '
        f'fill="{COLOURS[words.tone]}" text-anchor="{words.side.value}"{weight}>'
        f"{escape(_CONTROLS.sub('', words.text))}</text>"
    )
