"""版头: everything above the red rule (7.2)."""

from __future__ import annotations

import re

from tests.standard.anatomy import CELL, CENTRE, LEFT, PITCH, RIGHT, TOP, Anatomy, near
from tests.standard.checks.registry import Problems, off, rule
from tests.standard.measure import Line


@rule("H01", "7.2.1", "六位份号, 三号, row 1, flush left")
def copy_number(anatomy: Anatomy) -> Problems:
    found = [line for line in anatomy.first.lines if re.fullmatch(r"\d{6}", line.text)]
    if not found:
        return None
    line = found[0]
    ok = near(line.x0, LEFT, 0.6) and near(line.em_top, TOP, 0.5) and near(line.size, 16, 0.3)
    return [] if ok else [off("top", line, line.em_top, TOP)]


@rule("H02", "7.2.2", "密级 in 黑体, row 2, flush left")
def secrecy(anatomy: Anatomy) -> Problems:
    found = [line for line in anatomy.first.lines if re.match(r"(绝密|机密|秘密)", line.text)]
    if not found:
        return None
    line = found[0]
    problems = [] if line.fonts == {"hei"} else [f"密级 is set in {line.fonts}"]
    if not (near(line.em_top, TOP + PITCH, 0.5) and near(line.x0, LEFT, 0.6)):
        problems.append(off("top", line, line.em_top, TOP + PITCH))
    return problems


@rule("H03", "7.2.3", "紧急程度 in 黑体, the next free row")
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
    return [] if ok else [off("top", line, line.em_top, wanted)]


@rule("H04", "7.2.4", "red ink top at 72 mm, centred at 106 mm, at most 156 mm wide")
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


@rule("H05", "7.2.4", "joint names of one width, 文件 at half their height")
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
        problems.append(off("文件 stands at", suffix[0], suffix[0].y, middle))
    return problems


@rule("H06", "7.2.5", "代字〔年〕N号, 20.9–25.7 mm under the mark, centred")
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
        problems.append(off("centre", line, line.centre, CENTRE))
    return problems


@rule("H07", "7.2.5", "upward: number at 33.57 mm, on the last signer's line")
def upward_number(anatomy: Anatomy) -> Problems:
    if not anatomy.signers or anatomy.number is None:
        return None
    line = anatomy.number
    problems = []
    if not near(line.x0, LEFT + CELL, 0.5):
        problems.append(off("left", line, line.x0, LEFT + CELL))
    last = max(piece.y for piece in anatomy.signers)
    if not near(line.y, last, 0.5):
        problems.append(off("baseline", line, line.y, last))
    return problems


@rule("H08", "7.2.6", "签发人： in 仿宋, names in 楷体, ending at 178.43 mm, under one another")
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


@rule("H09", "7.2.7", "red rule from 28 to 184 mm, 4 mm under the number")
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
