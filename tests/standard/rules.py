"""The checks: one for each rule of the standard that a machine can see in a finished PDF.

A check answers with what it found wrong; None means that the paper has nothing it applies to.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from tests.standard.anatomy import (
    BOTTOM,
    CELL,
    CENTRE,
    LEFT,
    PITCH,
    RIGHT,
    TOP,
    Anatomy,
    near,
)
from tests.standard.measure import MM, Line, Paper

Problems = list[str] | None
Check = Callable[[Anatomy], Problems]

CHECKS: dict[str, Check] = {}

MARKS_NOT_FIRST = "。，、；：？！”’）》〉〕】·～–／"
MARKS_NOT_LAST = "“‘（《〈〔【／"


def check(paper: Paper, *ids: str) -> dict[str, list[str]]:
    """What each check (or only those named) finds wrong; checks without a finding are left out."""
    anatomy = Anatomy(paper)
    found = {name: CHECKS[name](anatomy) for name in ids or CHECKS}
    return {name: problems for name, problems in found.items() if problems}


def applies(paper: Paper, name: str) -> bool:
    """Whether the paper has what the check looks at."""
    return CHECKS[name](Anatomy(paper)) is not None


def _rule(name: str) -> Callable[[Check], Check]:
    def register(function: Check) -> Check:
        CHECKS[name] = function
        return function

    return register


def _off(what: str, line: Line, got: float, wanted: float) -> str:
    return f"page {line.page} {line.text[:12]!r}: {what} {got:.2f}, not {wanted:.2f}"


def _text_lines(anatomy: Anatomy) -> list[Line]:
    return [line for line in anatomy.body if near(line.size, 16, 0.3)]


@_rule("P01")
def a4(anatomy: Anatomy) -> Problems:
    return [
        f"page {sheet.number} is {sheet.width:.1f} × {sheet.height:.1f} mm"
        for sheet in anatomy.paper.sheets
        if not (near(sheet.width, 210, 0.2) and near(sheet.height, 297, 0.2))
    ]


@_rule("P02")
def text_block(anatomy: Anatomy) -> Problems:
    lines = anatomy.body
    if not lines:
        return None
    problems = [_off("left edge", line, line.x0, LEFT) for line in lines if line.x0 < LEFT - 0.2]
    problems += [
        _off("right edge", line, line.x1, RIGHT) for line in lines if line.x1 > RIGHT + 0.2
    ]
    problems += [
        _off("bottom", line, line.em_bottom, BOTTOM)
        for line in lines
        if line.em_bottom > BOTTOM + 0.2
    ]
    for page in {line.page for line in lines if line.page > 1}:
        first = min((line for line in lines if line.page == page), key=lambda line: line.y)
        if not near(first.em_top, TOP, 0.5):
            problems.append(_off("top", first, first.em_top, TOP))
    return problems


@_rule("P03")
def rows_and_columns(anatomy: Anatomy) -> Problems:
    """Full pages between the first and the last have 22 rows; a line of Chinese alone has 28."""
    lines = _text_lines(anatomy)
    problems = []
    pages = sorted({line.page for line in lines})
    for page in pages[1:-1]:
        rows = sorted({round(line.y, 2) for line in lines if line.page == page})
        following = next(line for line in lines if line.page == page + 1)
        held_back = 1 if following.fonts <= {"hei", "kai"} else 0
        if not 22 - held_back <= len(rows) <= 22 and not _held_by_ending(anatomy, page):
            problems.append(f"page {page} has {len(rows)} rows")
        problems += [
            f"page {page}: pitch {b - a:.3f}"
            for a, b in itertools.pairwise(rows)
            if not near(b - a, PITCH, 0.1 * MM)
        ]
    for line in lines:
        if re.fullmatch(r"[\u4e00-\u9fff]{28}", line.text):
            if not near(line.x1, RIGHT, 0.3):
                problems.append(_off("right edge of a full line", line, line.x1, RIGHT))
            steps = [b.x - a.x for a, b in zip(line.glyphs, line.glyphs[1:], strict=False)]
            if not all(near(step, CELL, 0.05 * MM) for step in steps):
                problems.append(_off("character pitch", line, steps[0], CELL))
    return problems


def _held_by_ending(anatomy: Anatomy, page: int) -> bool:
    """Whether the page ends early so that the signature has text beside it (7.3.5.5)."""
    return bool(anatomy.date and anatomy.date.page == page + 1)


@_rule("P04")
def body_font(anatomy: Anatomy) -> Problems:
    lines = anatomy.body
    if not lines:
        return None
    problems = [_off("size", line, line.size, 16) for line in lines if not 15.75 <= line.size <= 16]
    plain = [line for line in lines if not _heading_level(line)]
    problems += [
        f"page {line.page} {line.text[:12]!r} is set in {line.fonts}"
        for line in plain
        if "fangsong" not in line.fonts and not line.fonts <= {"hei", "kai"}
    ]
    wrong = [line for line in plain if "fangsong" not in line.fonts]
    if len(wrong) > len(plain) / 4:
        problems.append("the text is not set in 仿宋")
    return problems


@_rule("P05")
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


@_rule("H01")
def copy_number(anatomy: Anatomy) -> Problems:
    found = [line for line in anatomy.first.lines if re.fullmatch(r"\d{6}", line.text)]
    if not found:
        return None
    line = found[0]
    ok = near(line.x0, LEFT, 0.6) and near(line.em_top, TOP, 0.5) and near(line.size, 16, 0.3)
    return [] if ok else [_off("top", line, line.em_top, TOP)]


@_rule("H02")
def secrecy(anatomy: Anatomy) -> Problems:
    found = [line for line in anatomy.first.lines if re.match(r"(绝密|机密|秘密)", line.text)]
    if not found:
        return None
    line = found[0]
    problems = [] if line.fonts == {"hei"} else [f"密级 is set in {line.fonts}"]
    if not (near(line.em_top, TOP + PITCH, 0.5) and near(line.x0, LEFT, 0.6)):
        problems.append(_off("top", line, line.em_top, TOP + PITCH))
    return problems


@_rule("H03")
def urgency(anatomy: Anatomy) -> Problems:
    found = [line for line in anatomy.first.lines if line.text in ("特急", "加急")]
    if not found:
        return None
    line = found[0]
    above = [
        other
        for other in anatomy.first.lines
        if TOP - 1 < other.em_top < line.em_top - 1 and other.x0 < 60
    ]
    wanted = max((other.em_top + PITCH for other in above), default=TOP)
    ok = line.fonts == {"hei"} and near(line.em_top, wanted, 0.5)
    return [] if ok else [_off("top", line, line.em_top, wanted)]


@_rule("H04")
def mark(anatomy: Anatomy) -> Problems:
    if not anatomy.mark:
        return None
    ink = anatomy.paper.ink(1, (15, 34, 195, 112), red=True)
    if ink is None:
        return ["no red ink where 发文机关标志 belongs"]
    problems = []
    if not near(ink[1], 72, 1.0):
        problems.append(f"the ink begins at {ink[1]:.2f}, not 72 mm")
    if not near((ink[0] + ink[2]) / 2, CENTRE, 1.0):
        problems.append(f"the ink is centred at {(ink[0] + ink[2]) / 2:.2f}, not 106 mm")
    if ink[2] - ink[0] > 156.3:
        problems.append(f"the mark is {ink[2] - ink[0]:.1f} mm wide")
    return problems


@_rule("H05")
def joint_mark(anatomy: Anatomy) -> Problems:
    names = [line for line in anatomy.mark if not line.text.startswith("文件")]
    suffix = [line for line in anatomy.mark if line.text == "文件"]
    if len(names) < 2 or not suffix:
        return None
    problems = []
    if max(n.x0 for n in names) - min(n.x0 for n in names) > 0.3:
        problems.append("the names do not begin on one line")
    if max(n.x1 for n in names) - min(n.x1 for n in names) > 0.3:
        problems.append("the names are not spread to one width")
    middle = sum(name.y for name in names) / len(names)
    if not near(suffix[0].y, middle, 1.0):
        problems.append(_off("文件 stands at", suffix[0], suffix[0].y, middle))
    return problems


@_rule("H06")
def number(anatomy: Anatomy) -> Problems:
    line = anatomy.number
    if line is None or not anatomy.mark:
        return None
    problems = []
    if not re.search(r"〔(19|20)\d{2}〕([1-9]\d*|[\s\u3000]*)号$", line.text):
        problems.append(f"{line.text!r} is not a 发文字号")
    ink = anatomy.paper.ink(1, (15, 34, 195, line.em_top - 1), red=True)
    gap = line.em_top - ink[3] if ink else 0.0
    rows = len({round(piece.y, 1) for piece in anatomy.signers})
    if not 20.85 <= gap <= 25.75 + max(0, rows - 2) * PITCH:
        problems.append(f"{gap:.2f} mm under the mark, not 20.9–25.7")
    if not anatomy.signers and not near(line.centre, CENTRE, 0.5):
        problems.append(_off("centre", line, line.centre, CENTRE))
    return problems


@_rule("H07")
def upward_number(anatomy: Anatomy) -> Problems:
    if not anatomy.signers or anatomy.number is None:
        return None
    line = anatomy.number
    problems = []
    if not near(line.x0, LEFT + CELL, 0.5):
        problems.append(_off("left", line, line.x0, LEFT + CELL))
    last = max(piece.y for piece in anatomy.signers)
    if not near(line.y, last, 0.5):
        problems.append(_off("baseline", line, line.y, last))
    return problems


@_rule("H08")
def signers(anatomy: Anatomy) -> Problems:
    if not anatomy.signers:
        return None
    problems = []
    rows: dict[float, list[Line]] = {}
    for piece in anatomy.signers:
        rows.setdefault(round(piece.y, 1), []).append(piece)
    glyphs = [glyph for piece in anatomy.signers for glyph in piece.glyphs]
    label = [glyph for glyph in glyphs if glyph.text in "签发人："][:4]
    names = [glyph for glyph in glyphs if glyph not in label]
    if any(glyph.font != "fangsong" for glyph in label):
        problems.append("签发人： is not set in 仿宋")
    if any(glyph.font != "kai" for glyph in names):
        problems.append("the names are not set in 楷体")
    reach = max(glyph.x + glyph.width for glyph in names)
    if not near(reach, RIGHT - CELL, 0.5):
        problems.append(f"the names end at {reach:.2f}, not {RIGHT - CELL:.2f}")
    starts = [
        min(glyph.x for piece in row for glyph in piece.glyphs if glyph in names)
        for row in rows.values()
    ]
    if max(starts) - min(starts) > 0.5:
        problems.append("the first names of the rows do not stand under one another")
    return problems


@_rule("H09")
def red_rule(anatomy: Anatomy) -> Problems:
    line = anatomy.number
    if line is None or not anatomy.mark:
        return None
    rule = anatomy.red_rule
    if rule is None:
        return ["no red rule"]
    problems = []
    if not (near(rule.x0, LEFT, 0.3) and near(rule.x1, RIGHT, 0.3)):
        problems.append(f"the rule runs from {rule.x0:.2f} to {rule.x1:.2f}")
    gap = rule.y0 - line.em_bottom
    if not near(gap, 4.0, 0.5):
        problems.append(f"the rule lies {gap:.2f} mm under the number")
    return problems


@_rule("M01")
def title(anatomy: Anatomy) -> Problems:
    lines = anatomy.title
    if not lines:
        return ["no title in 小标宋"]
    problems = [
        _off("centre", line, line.centre, CENTRE)
        for line in lines
        if not near(line.centre, CENTRE, 0.4)
    ]
    problems += [_off("size", line, line.size, 22) for line in lines if not 21 <= line.size <= 22]
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


@_rule("M02")
def addressee(anatomy: Anatomy) -> Problems:
    lines = anatomy.addressees
    if not lines:
        return None
    problems = [_off("left", line, line.x0, LEFT) for line in lines if not near(line.x0, LEFT, 0.6)]
    if not lines[-1].text.endswith("："):
        problems.append("主送机关 does not end with ：")
    return problems


@_rule("M03")
def text_on_page_one(anatomy: Anatomy) -> Problems:
    return [] if any(line.page == 1 for line in anatomy.body) else ["no text on page 1"]


@_rule("M04")
def indents(anatomy: Anatomy) -> Problems:
    """Every line of text begins flush left or two characters in; a heading always two in."""
    problems = [
        _off("left", line, line.x0, LEFT + 2 * CELL)
        for line in _text_lines(anatomy)
        if not (near(line.x0, LEFT, 0.6) or near(line.x0, LEFT + 2 * CELL, 0.3))
    ]
    first = next(iter(_text_lines(anatomy)), None)
    if first and not near(first.x0, LEFT + 2 * CELL, 0.3):
        problems.append(_off("first paragraph", first, first.x0, LEFT + 2 * CELL))
    return problems


_LEVELS = {
    1: (re.compile(r"^[一二三四五六七八九十]+、"), "hei"),
    2: (re.compile(r"^（[一二三四五六七八九十]+）"), "kai"),
    3: (re.compile(r"^\d+[.．、]"), "fangsong"),
    4: (re.compile(r"^（\d+）"), "fangsong"),
}


def _heading_level(line: Line) -> int:
    if not near(line.x0, LEFT + 2 * CELL, 0.5):
        return 0
    for level, (pattern, _) in _LEVELS.items():
        if pattern.match(line.text):
            return level
    return 0


@_rule("M05")
def levels(anatomy: Anatomy) -> Problems:
    problems = []
    found = False
    for line in anatomy.body:
        level = _heading_level(line)
        if not level:
            if re.match(r"^[一二三四五六七八九十]+[.．]|^\d+[、．]", line.text):
                problems.append(f"{line.text[:8]!r} is no number of the standard")
            continue
        found = True
        wanted = _LEVELS[level][1]
        start = next(glyph for glyph in line.glyphs if not glyph.text.isascii())
        if start.font != wanted:
            problems.append(f"{line.text[:8]!r} is set in {start.font}, not {wanted}")
    return problems if found or problems else None


@_rule("M06")
def attachment_note(anatomy: Anatomy) -> Problems:
    note = anatomy.note
    if not note:
        return None
    problems = []
    if not near(note[0].x0, LEFT + 2 * CELL, 0.5):
        problems.append(_off("left", note[0], note[0].x0, LEFT + 2 * CELL))
    numbered = bool(re.match(r"附件：1\.", note[0].text))
    name_x = LEFT + (6 if numbered else 5) * CELL
    after = 5 if numbered else 3
    if not near(note[0].glyphs[after].x, name_x, 0.6):
        problems.append(_off("name", note[0], note[0].glyphs[after].x, name_x))
    for line in note[1:]:
        wanted = LEFT + 5 * CELL if re.match(r"\d+\.", line.text) else name_x
        if not near(line.x0, wanted, 0.6):
            problems.append(_off("left", line, line.x0, wanted))
    numbers = [int(n) for line in note for n in re.findall(r"(?:^|：)(\d+)\.", line.text)]
    if numbers != list(range(1, len(numbers) + 1)):
        problems.append(f"the numbers run {numbers}")
    problems += [f"{line.text!r} ends with a mark" for line in note if line.text[-1] in "。；，"]
    return problems


@_rule("M07")
def sealed(anatomy: Anatomy) -> Problems:
    """Applies where more than one blank row is kept above the name: the room of a seal."""
    date, office = anatomy.date, anatomy.office
    if date is None or office is None or _is_unsealed(anatomy) or _has_stamp(anatomy):
        return None
    problems = []
    if not near(date.x1, RIGHT - 4 * CELL, 0.5):
        problems.append(_off("right edge", date, date.x1, RIGHT - 4 * CELL))
    if not near(office.centre, date.centre, 0.5):
        problems.append(_off("centre", office, office.centre, date.centre))
    if not near(anatomy.rows_above_office, 2, 0.1):
        problems.append(f"{anatomy.rows_above_office:.1f} blank rows for the seal")
    return problems


def _is_unsealed(anatomy: Anatomy) -> bool:
    return near(anatomy.rows_above_office, 1, 0.3)


def _has_stamp(anatomy: Anatomy) -> bool:
    date, office = anatomy.date, anatomy.office
    return bool(date and office and date.y - office.y > 2.5 * PITCH)


@_rule("M08")
def unsealed(anatomy: Anatomy) -> Problems:
    date, office = anatomy.date, anatomy.office
    if date is None or office is None or not _is_unsealed(anatomy):
        return None
    problems = []
    if not near(date.x0 - office.x0, 2 * CELL, 0.5):
        problems.append(_off("date begins", date, date.x0 - office.x0, 2 * CELL))
    reach = max(date.x1, office.x1)
    if not near(reach, RIGHT - 2 * CELL, 0.5):
        problems.append(_off("right edge", office, reach, RIGHT - 2 * CELL))
    return problems


@_rule("M11")
def date(anatomy: Anatomy) -> Problems:
    if anatomy.date is None:
        return None
    wanted = r"(19|20)\d{2}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01]|[\s\u3000]+)日"
    text = anatomy.date.text
    return [] if re.fullmatch(wanted, text) else [f"{text!r} is not written as a date"]


@_rule("M12")
def text_beside_signature(anatomy: Anatomy) -> Problems:
    if anatomy.date is None:
        return None
    page = anatomy.date.page
    return [] if any(line.page == page for line in anatomy.body) else ["a page of signature only"]


@_rule("M13")
def remark(anatomy: Anatomy) -> Problems:
    if anatomy.date is None:
        return None
    after = [
        line
        for line in anatomy.below_title
        if line.page == anatomy.date.page and line.y > anatomy.date.y + 1 and line.size > 15
    ]
    if not after:
        return None
    text = "".join(line.text for line in after)
    problems = [] if re.fullmatch(r"（.*）", text) else [f"附注 {text[:12]!r} is not in （）"]
    if not near(after[0].x0, LEFT + 2 * CELL, 0.5):
        problems.append(_off("left", after[0], after[0].x0, LEFT + 2 * CELL))
    return problems


@_rule("M14")
def attachments(anatomy: Anatomy) -> Problems:
    upright = anatomy.labels
    turned = [
        (sheet, line)
        for sheet in anatomy.paper.sheets
        for line in sheet.turned
        if re.fullmatch(r"附件\d*", line.text)
    ]
    stray = [
        line
        for line in anatomy.paper.lines
        if re.fullmatch(r"附件\d*", line.text) and line not in upright
    ]
    if not upright and not turned and not stray:
        return None
    problems = [f"{line.text} is not set in 黑体" for line in stray]
    titles: list[str] = []
    for label in upright:
        if not (near(label.em_top, TOP, 0.5) and near(label.x0, LEFT, 0.6)):
            problems.append(_off("top", label, label.em_top, TOP))
        sheet = anatomy.paper.sheets[label.page - 1]
        heads = [line for line in sheet.lines if line.size > 20]
        wanted = TOP + 2 * PITCH + 0.88 * 16 * MM
        if not heads or not near(heads[0].y, wanted, 0.5):
            problems.append(f"the title of {label.text} does not stand in row 3")
        titles.append("".join(line.text for line in heads))
    for sheet, label in turned:
        # A turned line's rows lie across the sheet; its distance from the left edge is the row.
        heads = [line for line in sheet.turned if line.size > 20]
        if not near(label.y - LEFT, 0.88 * 16 * MM, 0.5):
            problems.append(f"{label.text} stands {label.y - LEFT:.1f} mm from the edge")
        if not heads or not near(heads[0].y - LEFT, 2 * PITCH + 0.88 * 16 * MM, 0.6):
            problems.append(f"the title of {label.text} does not stand in row 3")
        titles.append("".join(line.text for line in heads))
    return problems + _same_names(anatomy, titles)


def _same_names(anatomy: Anatomy, titles: list[str]) -> list[str]:
    listed = "".join(line.text for line in anatomy.note)
    return [f"{title!r} is not named under the text" for title in titles if title not in listed]


@_rule("B01")
def colophon_rules(anatomy: Anatomy) -> Problems:
    sheet = anatomy.paper.sheets[-1]
    rules = sorted(
        (rule for rule in sheet.rules if rule.level and not rule.red and rule.x1 - rule.x0 > 150),
        key=lambda rule: rule.y0,
    )
    if not any(line.text.endswith("印发") for line in sheet.lines):
        return None
    if len(rules) < 2:
        return ["the colophon has no rules"]
    problems = []
    for index, rule in enumerate(rules):
        wanted = 0.35 if index in (0, len(rules) - 1) else 0.25
        if not near(rule.width, wanted, 0.05):
            problems.append(f"rule {index + 1} is {rule.width:.2f} mm thick")
        if not (near(rule.x0, LEFT, 0.3) and near(rule.x1, RIGHT, 0.3)):
            problems.append(f"rule {index + 1} runs from {rule.x0:.1f} to {rule.x1:.1f}")
    if not near(rules[-1].y0, BOTTOM, 0.5):
        problems.append(f"the last rule lies at {rules[-1].y0:.2f}")
    return problems


@_rule("B02")
def copies(anatomy: Anatomy) -> Problems:
    sheet = anatomy.paper.sheets[-1]
    lines = [line for line in sheet.lines if 13.7 <= line.size <= 14 and line.y < BOTTOM]
    start = next((i for i, line in enumerate(lines) if line.text.startswith("抄送：")), None)
    if start is None:
        return None
    end = next((i for i, line in enumerate(lines) if line.text.endswith("印发")), len(lines))
    own = lines[start:end]
    problems = [] if own[-1].text.endswith("。") else ["抄送 does not end with 。"]
    if not 32.6 <= own[0].x0 <= 33.9:
        problems.append(_off("left", own[0], own[0].x0, 32.94))
    wrap = LEFT + 4 * 14 * MM
    problems += [
        _off("left", line, line.x0, wrap) for line in own[1:] if not near(line.x0, wrap, 0.6)
    ]
    problems += [_off("right", line, line.x1, 179.1) for line in own if line.x1 > 179.4]
    return problems


@_rule("B04")
def printed_on(anatomy: Anatomy) -> Problems:
    sheet = anatomy.paper.sheets[-1]
    lines = [line for line in sheet.lines if 13.7 <= line.size <= 14 and 200 < line.y < BOTTOM]
    if not lines:
        return None
    last = lines[-1].segments(8.0)
    problems = [] if lines[-1].text.endswith("日印发") else ["the last row does not end with 印发"]
    if not 32.6 <= last[0].x0 <= 33.9:
        problems.append(_off("left", last[0], last[0].x0, 32.94))
    if not 178.2 <= last[-1].x1 <= 179.4:
        problems.append(_off("right", last[-1], last[-1].x1, 179.06))
    return problems


@_rule("N01")
def page_numbers(anatomy: Anatomy) -> Problems:
    problems = []
    for line in anatomy.page_numbers:
        if not re.fullmatch(rf"—\s*{line.page}\s*—", line.text.strip()):
            problems.append(f"{line.text!r} on page {line.page}")
        if not 13.75 <= line.size <= 14 or line.fonts != {"song"}:
            problems.append(f"page {line.page}: {line.size} pt {line.fonts}")
        x0, x1 = line.glyphs[0].x, line.x1
        if line.page % 2 and not 177.9 <= x1 <= 179.6:
            problems.append(_off("right", line, x1, 178.4))
        if not line.page % 2 and not 32.4 <= x0 <= 34.1:
            problems.append(_off("left", line, x0, 33.6))
        ink = anatomy.paper.ink(line.page, (x0, 264, x0 + 4, 275))
        if ink is None or not near((ink[1] + ink[3]) / 2, 269, 1.0):
            problems.append(f"page {line.page}: the dash is not at 269 mm: {ink}")
    missing = len(anatomy.paper.sheets) - len(anatomy.page_numbers)
    if missing > 2:
        problems.append(f"{missing} pages without a number")
    return problems


@_rule("C08")
def turned_tables(anatomy: Anatomy) -> Problems:
    sheets = [sheet for sheet in anatomy.paper.sheets if sheet.turned]
    if not sheets:
        return None
    problems = []
    heads = set()
    for sheet in sheets:
        table = [line for line in sheet.turned if line.size < 13]
        head = min(table, key=lambda line: line.y)
        heads.add("".join(sorted(head.text)))
        level = [rule for rule in sheet.rules if rule.x1 - rule.x0 < 0.05]
        if not level or min(rule.x0 for rule in level) > head.y:
            problems.append(f"page {sheet.number}: the head does not face the left edge")
        edges = [e for r in sheet.rules for e in (r.x0, r.x1)]
        if min(edges) < LEFT - 0.3 or max(edges) > RIGHT + 0.3:
            problems.append(f"page {sheet.number}: the table leaves the text block")
    if len(heads) > 1:
        problems.append("the head row is not repeated on every page")
    return problems


def _joints(anatomy: Anatomy) -> list[tuple[Line, Line]]:
    """Pairs of lines of one paragraph."""
    lines = _text_lines(anatomy)
    return [
        (one, two)
        for one, two in itertools.pairwise(lines)
        if near(two.x0, LEFT, 0.6) and one.x1 > RIGHT - 3 * CELL
    ]


@_rule("L01")
def marks_at_edges(anatomy: Anatomy) -> Problems:
    problems = []
    for one, two in _joints(anatomy):
        if two.text[0] in MARKS_NOT_FIRST:
            problems.append(f"page {two.page}: a line begins with {two.text[0]}")
        if re.match(r"—(?!—)", two.text):
            problems.append(f"page {two.page}: a line begins with a single —")
        if one.text.rstrip()[-1] in MARKS_NOT_LAST:
            problems.append(f"page {one.page}: a line ends with {one.text[-1]}")
    return problems


_UNITS = r"(?:[%％‰℃]|[个件项家次条人名期万亿元号页所批场户台天年月日]|百分点)"


@_rule("L02")
def numbers_whole(anatomy: Anatomy) -> Problems:
    problems = []
    for one, two in _joints(anatomy):
        torn = one.text[-6:] + "|" + two.text[:6]
        if re.search(
            r"[\d.]\|[\d.]|\d\|" + _UNITS + r"|〔\d*\|\d*〕|第\|\d|[A-Za-z]\|[A-Za-z]", torn
        ):
            problems.append(f"page {one.page}: torn at {torn}")
    return problems


@_rule("L03")
def dashes_whole(anatomy: Anatomy) -> Problems:
    problems = []
    for one, two in _joints(anatomy):
        for mark in "—…":
            run = len(one.text) - len(one.text.rstrip(mark))
            if two.text[0] == mark and run % 2:
                problems.append(f"page {one.page}: {mark * 2} is torn")
    for line in _text_lines(anatomy):
        for a, b in zip(line.glyphs, line.glyphs[1:], strict=False):
            if a.text == b.text and a.text in "—…" and not near(b.x - a.x, 16 * MM, 0.25):
                problems.append(_off(f"{a.text * 2} steps by", line, b.x - a.x, 16 * MM))
    return problems


@_rule("L04")
def chinese_marks(anatomy: Anatomy) -> Problems:
    """Quotes, dashes and ellipses come from the font of the text and take one em or, closed up, half."""
    problems = []
    for line in _text_lines(anatomy):
        fonts = {glyph.font for glyph in line.glyphs if "\u4e00" <= glyph.text <= "\u9fff"}
        for glyph, after in zip(line.glyphs, line.glyphs[1:], strict=False):
            if glyph.text not in "“”‘’—…":
                continue
            if fonts and glyph.font not in fonts:
                problems.append(f"page {line.page}: {glyph.text} is set in {glyph.font}")
            if after.x - glyph.x < 0.45 * 16 * MM:
                problems.append(f"page {line.page}: {glyph.text} is too narrow")
        if any(glyph.text in "\"'" for glyph in line.glyphs):
            problems.append(f"page {line.page}: straight quotes")
    return problems
