"""版记 and page numbers (7.4, 7.5)."""

from __future__ import annotations

import re

from tests.standard.anatomy import BOTTOM, LEFT, RIGHT, Anatomy, is_page_number, near
from tests.standard.checks.registry import Problems, off, rule
from tests.standard.measure import MM, Line, Rule, Sheet


@rule("B01", "7.4.1", "rules 0.35/0.25/0.35 mm from 28 to 184 mm, the last at 262 mm")
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
    for index, stroke in enumerate(rules):
        wanted = 0.35 if index in (0, len(rules) - 1) else 0.25
        if not near(stroke.width, wanted, 0.05):
            problems.append(f"rule {index + 1} is {stroke.width:.2f} mm thick")
        if not (near(stroke.x0, LEFT, 0.3) and near(stroke.x1, RIGHT, 0.3)):
            problems.append(f"rule {index + 1} runs from {stroke.x0:.1f} to {stroke.x1:.1f}")
    if not near(rules[-1].y0, BOTTOM, 0.5):
        problems.append(f"the last rule lies at {rules[-1].y0:.2f}")
    return problems


@rule("B02", "7.4.2", "抄送 in 四号, one character in, wrapped under its first name, ends with 。")
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
        problems.append(off("left", own[0], own[0].x0, 32.94))
    wrap = LEFT + 4 * 14 * MM
    problems += [
        off("left", line, line.x0, wrap) for line in own[1:] if not near(line.x0, wrap, 0.6)
    ]
    problems += [off("right", line, line.x1, 179.1) for line in own if line.x1 > 179.4]
    return problems


@rule("B04", "7.4.3", "印发机关 left and 日期印发 right on one line, one character in")
def printed_on(anatomy: Anatomy) -> Problems:
    sheet = anatomy.paper.sheets[-1]
    lines = [line for line in sheet.lines if 13.7 <= line.size <= 14 and 200 < line.y < BOTTOM]
    if not lines:
        return None
    last = lines[-1].segments(8.0)
    problems = [] if lines[-1].text.endswith("日印发") else ["the last row does not end with 印发"]
    if not 32.6 <= last[0].x0 <= 33.9:
        problems.append(off("left", last[0], last[0].x0, 32.94))
    if not 178.2 <= last[-1].x1 <= 179.4:
        problems.append(off("right", last[-1], last[-1].x1, 179.06))
    return problems


@rule("N01", "7.5", "— 1 — in 四号宋体, dash at 269 mm, odd right, even left")
def page_numbers(anatomy: Anatomy) -> Problems:
    problems = []
    for line in anatomy.page_numbers:
        if not re.fullmatch(rf"—\s*{line.page}\s*—", line.text.strip()):
            problems.append(f"{line.text!r} on page {line.page}")
        if not 13.75 <= line.size <= 14 or line.fonts != {"song"}:
            problems.append(f"page {line.page}: {line.size} pt {line.fonts}")
        x0, x1 = line.glyphs[0].x, line.x1
        if line.page % 2 and not 177.9 <= x1 <= 179.6:
            problems.append(off("right", line, x1, 178.4))
        if not line.page % 2 and not 32.4 <= x0 <= 34.1:
            problems.append(off("left", line, x0, 33.6))
        ink = anatomy.paper.ink(line.page, (x0, 264, x0 + 4, 275))
        if ink is None or not near((ink[1] + ink[3]) / 2, 269, 1.0):
            problems.append(f"page {line.page}: the dash is not at 269 mm: {ink}")
    return problems


@rule("B03", "7.4.2", "主送 moved to 版记 stands above 抄送, no rule between them")
def moved_recipients(anatomy: Anatomy) -> Problems:
    sheet = anatomy.paper.sheets[-1]
    small = _colophon_lines(sheet)
    main = next((line for line in small if line.text.startswith("主送：")), None)
    copies_ = next((line for line in small if line.text.startswith("抄送：")), None)
    if main is None or copies_ is None:
        return None
    problems = [] if main.y < copies_.y else ["主送 stands under 抄送"]
    between = [stroke for stroke in _colophon_rules(sheet) if main.y < stroke.y0 < copies_.y]
    return problems + ["a rule between 主送 and 抄送"] * bool(between)


@rule("B05", "7.4.3", "a thin rule between 抄送 and what follows it")
def parted(anatomy: Anatomy) -> Problems:
    sheet = anatomy.paper.sheets[-1]
    small = _colophon_lines(sheet)
    start = next((line for line in small if re.match("主送：|抄送：", line.text)), None)
    last = next((line for line in small if line.text.endswith("印发")), None)
    if start is None or last is None:
        return None
    above = max(line.y for line in small if line.y < last.y)
    between = [stroke for stroke in _colophon_rules(sheet) if above < stroke.y0 < last.em_top]
    return [] if len(between) == 1 else [f"{len(between)} rules above 印发机关"]


def _colophon_lines(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.lines if 13.7 <= line.size <= 14 and line.y < BOTTOM]


def _colophon_rules(sheet: Sheet) -> list[Rule]:
    return [stroke for stroke in sheet.rules if stroke.level and stroke.x1 - stroke.x0 > 150]


def _is_blank(sheet: Sheet) -> bool:
    return not sheet.turned and not sheet.rules and all(map(is_page_number, sheet.lines))


@rule("N02", "7.5", "only a blank page before 版记, and the page of 版记 after it, bear no number")
def unnumbered(anatomy: Anatomy) -> Problems:
    sheets = anatomy.paper.sheets
    numbered = {line.page for line in anatomy.page_numbers}
    blank = len(sheets) > 2 and _is_blank(sheets[-2])
    bare = {sheets[-2].number, sheets[-1].number} if blank else set()
    problems = [f"page {n} bears a number" for n in sorted(numbered & bare)]
    missing = {sheet.number for sheet in sheets} - numbered - bare
    return problems + [f"page {n} bears no number" for n in sorted(missing)]
