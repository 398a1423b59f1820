"""Title, addressee and text (7.3.1–7.3.3)."""

from __future__ import annotations

import itertools
import re

from tests.standard.anatomy import CELL, CENTRE, LEFT, Anatomy, near
from tests.standard.checks.registry import LEVELS, Problems, heading_level, off, rule, text_lines
from tests.standard.measure import MM, Line


@rule("M01", "7.3.1", "二号小标宋, centred, 20.9–25.7 mm under the rule, 梯形 or 菱形")
def title(anatomy: Anatomy) -> Problems:
    lines = anatomy.title
    if not lines:
        return ["no title in 小标宋"]
    problems = [
        off("centre", line, line.centre, CENTRE)
        for line in lines
        if not near(line.centre, CENTRE, 0.4)
    ]
    problems += [off("size", line, line.size, 22) for line in lines if not 21 <= line.size <= 22]
    if anatomy.red_rule:
        gap = lines[0].em_top - anatomy.red_rule.y0
        if not 20.9 <= gap <= 25.7:
            problems.append(f"{gap:.2f} mm under the rule, not 20.9–25.7")
    pitches = [b.y - a.y for a, b in itertools.pairwise(lines)]
    problems += [f"title pitch {p / MM:.1f} pt" for p in pitches if not 28.9 <= p / MM <= 36.1]
    return problems + _shape(lines)


def _shape(lines: list[Line]) -> list[str]:
    problems = []
    if len(lines) > 1 and len(lines[-1].text) < 4:
        problems.append("the last line of the title is too short")
    widths = [line.x1 - line.x0 for line in lines]
    peak = widths.index(max(widths))
    up, down = widths[: peak + 1], widths[peak:]
    if up != sorted(up) or down != sorted(down, reverse=True):
        problems.append("the title is neither 梯形 nor 菱形")
    joined = [a.text[-1] + b.text[0] for a, b in itertools.pairwise(lines)]
    if any(re.match(r"\d\d|\d年|[〔《（].|.[）》〕]", pair) for pair in joined):
        problems.append("the title is broken inside a number or brackets")
    return problems


@rule("M02", "7.3.2", "主送 flush left, with ： at its end")
def addressee(anatomy: Anatomy) -> Problems:
    lines = anatomy.addressees
    if not lines:
        return None
    problems = [off("left", line, line.x0, LEFT) for line in lines if not near(line.x0, LEFT, 0.6)]
    if not lines[-1].text.endswith("："):
        problems.append("主送机关 does not end with ：")
    return problems


@rule("M03", "7.3.3", "text on page 1")
def text_on_page_one(anatomy: Anatomy) -> Problems:
    return [] if any(line.page == 1 for line in anatomy.body) else ["no text on page 1"]


@rule("M04", "7.3.3", "paragraphs begin two characters in, other lines flush left")
def indents(anatomy: Anatomy) -> Problems:
    """Every line of text begins flush left or two characters in; a heading always two in."""
    problems = [
        off("left", line, line.x0, LEFT + 2 * CELL)
        for line in text_lines(anatomy)
        if not (near(line.x0, LEFT, 0.6) or near(line.x0, LEFT + 2 * CELL, 0.3))
    ]
    first = next(iter(text_lines(anatomy)), None)
    if first and not near(first.x0, LEFT + 2 * CELL, 0.3):
        problems.append(off("first paragraph", first, first.x0, LEFT + 2 * CELL))
    return problems


@rule("M05", "7.3.3", "一、黑体 （一）楷体 1. and （1） 仿宋, not bold")
def levels(anatomy: Anatomy) -> Problems:
    problems = []
    found = False
    for line in anatomy.body:
        level = heading_level(line)
        if not level:
            if re.match(r"^[一二三四五六七八九十]+[.．]|^\d+[、．]", line.text):
                problems.append(f"{line.text[:8]!r} is no number of the standard")
            continue
        found = True
        wanted = LEVELS[level][1]
        start = next(glyph for glyph in line.glyphs if not glyph.text.isascii())
        if start.font != wanted:
            problems.append(f"{line.text[:8]!r} is set in {start.font}, not {wanted}")
    return problems if found or problems else None
