"""附件 and turned tables (7.3.7, 8)."""

from __future__ import annotations

import re

from tests.standard.anatomy import LEFT, PITCH, RIGHT, TOP, Anatomy, near
from tests.standard.checks.registry import Problems, off, rule
from tests.standard.measure import MM


@rule("M14", "7.3.7", "附件 in 黑体 in row 1, title in row 3, named as under the text")
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
            problems.append(off("top", label, label.em_top, TOP))
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


@rule("C08", "8", "turned tables face the left edge, inside the text block, head on every page")
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
