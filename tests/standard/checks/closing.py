"""What closes the text: 附件说明, 署名, 日期, 附注 (7.3.4–7.3.6)."""

from __future__ import annotations

import itertools
import re

from tests.standard.anatomy import CELL, LEFT, PITCH, RIGHT, Anatomy, near
from tests.standard.checks.registry import Problems, off, rule


@rule("M06", "7.3.4", "附件： two characters in, names under one another, no mark at the end")
def attachment_note(anatomy: Anatomy) -> Problems:
    note = anatomy.note
    if not note:
        return None
    problems = []
    if not near(note[0].x0, LEFT + 2 * CELL, 0.5):
        problems.append(off("left", note[0], note[0].x0, LEFT + 2 * CELL))
    numbered = bool(re.match(r"附件：1\.", note[0].text))
    name_x = LEFT + (6 if numbered else 5) * CELL
    after = 5 if numbered else 3
    if not near(note[0].glyphs[after].x, name_x, 0.6):
        problems.append(off("name", note[0], note[0].glyphs[after].x, name_x))
    for line in note[1:]:
        wanted = LEFT + 5 * CELL if re.match(r"\d+\.", line.text) else name_x
        if not near(line.x0, wanted, 0.6):
            problems.append(off("left", line, line.x0, wanted))
    numbers = [int(n) for line in note for n in re.findall(r"(?:^|：)(\d+)\.", line.text)]
    if numbers != list(range(1, len(numbers) + 1)):
        problems.append(f"the numbers run {numbers}")
    problems += [f"{line.text!r} ends with a mark" for line in note if line.text[-1] in "。；，"]
    return problems


@rule("M07", "7.3.5.1", "sealed: date ends at 161.7 mm, name centred on it, two rows kept")
def sealed(anatomy: Anatomy) -> Problems:
    """Applies where more than one blank row is kept above the name: the room of a seal."""
    date, office = anatomy.date, anatomy.office
    if date is None or office is None or _is_unsealed(anatomy) or _has_stamp(anatomy):
        return None
    problems = []
    if not near(date.x1, RIGHT - 4 * CELL, 0.5):
        problems.append(off("right edge", date, date.x1, RIGHT - 4 * CELL))
    if not near(office.centre, date.centre, 0.5):
        problems.append(off("centre", office, office.centre, date.centre))
    if not near(anatomy.rows_above_office, 2, 0.1):
        problems.append(f"{anatomy.rows_above_office:.1f} blank rows for the seal")
    return problems


def _is_unsealed(anatomy: Anatomy) -> bool:
    return near(anatomy.rows_above_office, 1, 0.3)


def _has_stamp(anatomy: Anatomy) -> bool:
    date, office = anatomy.date, anatomy.office
    return bool(date and office and date.y - office.y > 2.5 * PITCH)


@rule(
    "M08", "7.3.5.2", "unsealed: date two characters right of the name, the longer ends at 172.9 mm"
)
def unsealed(anatomy: Anatomy) -> Problems:
    date, office = anatomy.date, anatomy.office
    if date is None or office is None or not _is_unsealed(anatomy):
        return None
    problems = []
    if not near(date.x0 - office.x0, 2 * CELL, 0.5):
        problems.append(off("date begins", date, date.x0 - office.x0, 2 * CELL))
    reach = max(date.x1, *(line.x1 for line in anatomy.offices))
    if not near(reach, RIGHT - 2 * CELL, 0.5):
        problems.append(off("right edge", office, reach, RIGHT - 2 * CELL))
    return problems


SEAL = 42.0
"""A seal across, in mm: the smallest that an office of this level has."""


@rule(
    "M09", "7.3.5.3", "stamp: 职务 two characters left of it, date two rows under it, to 161.7 mm"
)
def stamped(anatomy: Anatomy) -> Problems:
    """The stamp itself is pressed by hand: its room of 20 mm and more must be there."""
    date, office = anatomy.date, anatomy.office
    if date is None or office is None or not _has_stamp(anatomy):
        return None
    right = RIGHT - 4 * CELL
    problems = [] if near(date.x1, right, 0.5) else [off("right edge", date, date.x1, right)]
    room = right - office.x1 - 2 * CELL
    if not 20 <= room <= 60:
        problems.append(f"{room:.1f} mm for the stamp")
    rows = [*anatomy.offices, date]
    steps = [(b.y - a.y) / PITCH for a, b in itertools.pairwise(rows)]
    if any(step < 2.9 for step in steps):
        problems.append(f"rows between the stamps and the date: {steps}")
    if anatomy.rows_above_office < 2.9:
        problems.append(f"{anatomy.rows_above_office:.1f} blank rows above the stamp's middle")
    if max(line.x1 for line in anatomy.offices) - min(line.x1 for line in anatomy.offices) > 0.5:
        problems.append("the 职务 do not end under one another")
    return problems


@rule("M10", "7.3.5.1–2", "joint: names in their order; seals apart, their row inside 28–184 mm")
def joint_signature(anatomy: Anatomy) -> Problems:
    wanted = [line.text for line in anatomy.mark if line.text != "文件"]
    if len(wanted) < 2 or anatomy.date is None or _has_stamp(anatomy):
        return None
    names = [piece for line in anatomy.offices for piece in line.segments(10.0)]
    problems = []
    if [name.text for name in names] != wanted:
        problems.append(f"signed by {[name.text for name in names]}, not {wanted}")
    if _is_unsealed(anatomy):
        lefts = [name.x0 for name in names]
        return problems + ["the names do not begin under one another"] * (
            max(lefts) - min(lefts) > 0.5
        )
    for one, two in itertools.combinations(names, 2):
        if abs(one.centre - two.centre) < SEAL and abs(one.y - two.y) < SEAL:
            problems.append(f"the seals of {one.text} and {two.text} touch")
    reach = SEAL / 2
    return problems + [
        f"the seal of {name.text} leaves the text block"
        for name in names
        if name.centre - reach < LEFT or name.centre + reach > RIGHT
    ]


@rule("M11", "7.3.5.4", "Arabic figures, year of four, no leading zeros")
def date(anatomy: Anatomy) -> Problems:
    if anatomy.date is None:
        return None
    wanted = r"(19|20)\d{2}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01]|[\s\u3000]+)日"
    text = anatomy.date.text
    return [] if re.fullmatch(wanted, text) else [f"{text!r} is not written as a date"]


@rule("M12", "7.3.5.5", "text on the page of the signature, more than 特此报告。")
def text_beside_signature(anatomy: Anatomy) -> Problems:
    if anatomy.date is None:
        return None
    page = anatomy.date.page
    if page in anatomy.captions:
        # A figure is as much of the text as a line of it.
        return []
    beside = [line.text for line in anatomy.body if line.page == page]
    alone = all(re.fullmatch(r"特此\w+。", text.strip()) for text in beside)
    return ["a page of signature only"] if alone else []


@rule("M13", "7.3.6", "附注 in （）, two characters in, on the row after the date")
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
        problems.append(off("left", after[0], after[0].x0, LEFT + 2 * CELL))
    return problems
