"""Line breaking and marks (GB/T 15834, GB/T 15835, clreq)."""

from __future__ import annotations

import itertools
import re

from tests.standard.anatomy import CELL, LEFT, RIGHT, Anatomy, is_page_number, near
from tests.standard.checks.registry import Problems, off, rule, text_lines
from tests.standard.measure import MM, Line

MARKS_NOT_FIRST = "。，、；：？！”’）》〉〕】·～–／"


MARKS_NOT_LAST = "“‘（《〈〔【／"


def joints(anatomy: Anatomy) -> list[tuple[Line, Line]]:
    """Pairs of lines of one paragraph."""
    lines = text_lines(anatomy)
    return [
        (one, two)
        for one, two in itertools.pairwise(lines)
        if near(two.x0, LEFT, 0.6) and one.x1 > RIGHT - 3 * CELL
    ]


@rule("L01", "GB/T 15834 5.1", "no mark begins or ends a line that must not")
def marks_at_edges(anatomy: Anatomy) -> Problems:
    problems = []
    for one, two in joints(anatomy):
        if two.text[0] in MARKS_NOT_FIRST:
            problems.append(f"page {two.page}: a line begins with {two.text[0]}")
        if re.match(r"—(?!—)", two.text):
            problems.append(f"page {two.page}: a line begins with a single —")
        if one.text.rstrip()[-1] in MARKS_NOT_LAST:
            problems.append(f"page {one.page}: a line ends with {one.text[-1]}")
    return problems


_UNITS = r"(?:[%％‰℃]|[个件项家次条人名期万亿元号页所批场户台天年月日]|百分点)"


@rule("L02", "GB/T 15835", "no number, 〔〕, date or word torn from its unit")
def numbers_whole(anatomy: Anatomy) -> Problems:
    problems = []
    for one, two in joints(anatomy):
        torn = one.text[-6:] + "|" + two.text[:6]
        if re.search(
            r"[\d.]\|[\d.]|\d\|" + _UNITS + r"|〔\d*\|\d*〕|第\|\d|[A-Za-z]\|[A-Za-z]", torn
        ):
            problems.append(f"page {one.page}: torn at {torn}")
    return problems


@rule("L03", "GB/T 15834 5.1.4", "—— and …… whole, two em wide")
def dashes_whole(anatomy: Anatomy) -> Problems:
    problems = []
    for one, two in joints(anatomy):
        for mark in "—…":
            run = len(one.text) - len(one.text.rstrip(mark))
            if two.text[0] == mark and run % 2:
                problems.append(f"page {one.page}: {mark * 2} is torn")
    for line in text_lines(anatomy):
        for a, b in zip(line.glyphs, line.glyphs[1:], strict=False):
            if a.text == b.text and a.text in "—…" and not near(b.x - a.x, 16 * MM, 0.25):
                problems.append(off(f"{a.text * 2} steps by", line, b.x - a.x, 16 * MM))
    return problems


@rule("L04", "GB/T 15834, clreq", "quotes, dashes, ellipses from the Chinese font")
def chinese_marks(anatomy: Anatomy) -> Problems:
    """Quotes, dashes and ellipses come from the font of the text and take one em or, closed up, half."""
    problems = []
    for line in text_lines(anatomy):
        fonts = {glyph.font for glyph in line.glyphs if "\u4e00" <= glyph.text <= "\u9fff"}
        for glyph, after in zip(line.glyphs, line.glyphs[1:], strict=False):
            if glyph.text not in "“”‘’—…":
                continue
            if fonts and glyph.font not in fonts:
                problems.append(f"page {line.page}: {glyph.text} is set in {glyph.font}")
            # An opening mark that gives way is set back by its blank; its ink begins where it did.
            least = -0.05 if after.text in MARKS_NOT_LAST else 0.45
            if after.x - glyph.x < least * 16 * MM:
                problems.append(f"page {line.page}: {glyph.text} is too narrow")
        if any(glyph.text in "\"'" for glyph in line.glyphs):
            problems.append(f"page {line.page}: straight quotes")
    return problems


@rule("L05", "clreq", "no last line of one character, no page of one row")
def not_lonely(anatomy: Anatomy) -> Problems:
    problems = []
    lines = text_lines(anatomy)
    follows = {id(one): two for one, two in itertools.pairwise(lines)}
    for _, last in joints(anatomy):
        after = follows.get(id(last))
        if after is not None and near(after.x0, LEFT, 0.6):
            continue
        letters = re.sub(r"[\W_]", "", last.text)
        if len(letters) < 2:
            problems.append(f"page {last.page}: {last.text!r} is a line of its own")
    for sheet in anatomy.paper.sheets[1:]:
        rows = {round(line.y, 1) for line in sheet.lines if not is_page_number(line)}
        if len(rows) == 1 and not sheet.turned:
            problems.append(f"page {sheet.number} has one row")
    return problems
