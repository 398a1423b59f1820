"""The sheet and the text block (5.1–5.2)."""

from __future__ import annotations

import itertools
import re

from tests.standard.anatomy import BOTTOM, CELL, LEFT, PITCH, RIGHT, TOP, Anatomy, near
from tests.standard.checks.registry import Problems, heading_level, off, rule, text_lines
from tests.standard.measure import MM, is_red


@rule("P01", "5.1", "the sheet is A4, 210 × 297 mm")
def a4(anatomy: Anatomy) -> Problems:
    return [
        f"page {sheet.number} is {sheet.width:.1f} × {sheet.height:.1f} mm"
        for sheet in anatomy.paper.sheets
        if not (near(sheet.width, 210, 0.2) and near(sheet.height, 297, 0.2))
    ]


@rule("P02", "5.2.1", "text between 28 and 184 mm, first row at 37 mm, nothing below 262 mm")
def text_block(anatomy: Anatomy) -> Problems:
    lines = anatomy.body
    if not lines:
        return None
    problems = [off("left edge", line, line.x0, LEFT) for line in lines if line.x0 < LEFT - 0.2]
    problems += [off("right edge", line, line.x1, RIGHT) for line in lines if line.x1 > RIGHT + 0.2]
    problems += [
        off("bottom", line, line.em_bottom, BOTTOM)
        for line in lines
        if line.em_bottom > BOTTOM + 0.2
    ]
    for page in {line.page for line in lines if line.page > 1}:
        first = min((line for line in lines if line.page == page), key=lambda line: line.y)
        caption = anatomy.captions.get(page)
        if caption is not None and caption.y < first.y:
            # A figure takes the place of whole rows, so that the text under it is on the rows again.
            rows = (first.em_top - TOP) / PITCH
            if not near(rows, round(rows), 0.05):
                problems.append(off("top under a figure", first, first.em_top, TOP))
            continue
        top = min(first.em_top, anatomy.tables.get(page, first.em_top))
        if not near(top, TOP, 0.5):
            problems.append(off("top", first, top, TOP))
    return problems


@rule("P03", "5.2.3", "22 rows and 28 characters, pitch 29.609 pt and 15.785 pt")
def rows_and_columns(anatomy: Anatomy) -> Problems:
    """Full pages between the first and the last have 22 rows; a line of Chinese alone has 28."""
    lines = text_lines(anatomy)
    problems = []
    pages = sorted({line.page for line in lines})
    for page in pages[1:-1]:
        rows = sorted({round(line.y, 2) for line in lines if line.page == page})
        following = next(line for line in lines if line.page == page + 1)
        held_back = 1 if following.fonts <= {"hei", "kai"} else 0
        if page in anatomy.tables or page in anatomy.captions:
            # It takes the place of whole rows, so that the text under it is on the rows again.
            rows = _without_gaps(rows)
        elif not 22 - held_back <= len(rows) <= 22 and not _held_by_ending(anatomy, page):
            problems.append(f"page {page} has {len(rows)} rows")
        problems += [
            f"page {page}: pitch {b - a:.3f}"
            for a, b in itertools.pairwise(rows)
            if not near(b - a, PITCH, 0.1 * MM)
        ]
    for line in lines:
        if re.fullmatch(r"[\u4e00-\u9fff]{28}", line.text):
            if not near(line.x1, RIGHT, 0.3):
                problems.append(off("right edge of a full line", line, line.x1, RIGHT))
            steps = [b.x - a.x for a, b in zip(line.glyphs, line.glyphs[1:], strict=False)]
            if not all(near(step, CELL, 0.05 * MM) for step in steps):
                problems.append(off("character pitch", line, steps[0], CELL))
    return problems


def _without_gaps(rows: list[float]) -> list[float]:
    """The rows moved together where whole rows lie between them."""
    moved = rows[:1]
    for one, two in itertools.pairwise(rows):
        steps = max(1, round((two - one) / PITCH))
        moved.append(moved[-1] + two - one - (steps - 1) * PITCH)
    return moved


def _held_by_ending(anatomy: Anatomy, page: int) -> bool:
    """Whether the page ends early so that the signature has text beside it (7.3.5.5)."""
    return bool(anatomy.date and anatomy.date.page == page + 1)


@rule("P04", "5.2.2", "三号仿宋, 15.75–16 pt")
def body_font(anatomy: Anatomy) -> Problems:
    lines = anatomy.body
    if not lines:
        return None
    problems = [off("size", line, line.size, 16) for line in lines if not 15.75 <= line.size <= 16]
    plain = [line for line in lines if not heading_level(line)]
    problems += [
        f"page {line.page} {line.text[:12]!r} is set in {line.fonts}"
        for line in plain
        if "fangsong" not in line.fonts and not line.fonts <= {"hei", "kai"}
    ]
    wrong = [line for line in plain if "fangsong" not in line.fonts]
    if len(wrong) > len(plain) / 4:
        problems.append("the text is not set in 仿宋")
    return problems


@rule("P05", "5.2.4", "black, but for what the standard makes red")
def black(anatomy: Anatomy) -> Problems:
    allowed = {id(glyph) for line in anatomy.mark for glyph in line.glyphs}
    return [
        f"page {line.page} {line.text[:12]!r} is not black"
        for line in anatomy.paper.lines
        if any(glyph.colour[-1] > 0.01 or max(glyph.colour) > 0.01 for glyph in line.glyphs)
        and not (line.page == 1 and all(id(glyph) in allowed for glyph in line.glyphs))
        and not line.red
    ] + [
        f"page {line.page} {line.text[:12]!r} is red"
        for line in anatomy.paper.lines
        if line.red and (line.page > 1 or line.size < 17)
    ]


@rule("P06", "6.2", "red is red: R over 0.75, G and B under 0.25, or 0/80/80/0")
def red(anatomy: Anatomy) -> Problems:
    colours = {glyph.colour for line in anatomy.first.lines for glyph in line.glyphs} | {
        stroke.colour for stroke in anatomy.first.rules
    }
    coloured = {colour for colour in colours if not _is_grey(colour)}
    if not coloured:
        return None
    return [f"{colour} is not red" for colour in coloured if not is_red(colour)]


def _is_grey(colour: tuple[float, ...]) -> bool:
    if len(colour) == 4:
        return max(colour[:3]) < 0.05
    return max(colour) - min(colour) < 0.05
