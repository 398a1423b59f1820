"""Finds the elements of an official document in a measured PDF by what they look like."""

from __future__ import annotations

import re
from functools import cached_property

from tests.standard.measure import Line, Paper, Rule

LEFT, TOP, RIGHT, BOTTOM, CENTRE = 28.0, 37.0, 184.0, 262.0, 106.0
PITCH = (225 - 16 * 25.4 / 72) / 21
CELL = (156 - 16 * 25.4 / 72) / 27

DATE = re.compile(r"^(19|20)\d{2}年\s*\d{0,2}月[\s\u3000]*\d{0,2}日$")
NUMBER = re.compile(r"[〔\[［【(（](19|20)\d{2}[〕\]］】)）]第?[\s\u3000\d]*号")


def near(value: float, wanted: float, tolerance: float) -> bool:
    return abs(value - wanted) <= tolerance + 1e-6


class Anatomy:
    """The elements of one paper; an element that is not there is None or empty."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.first = paper.sheets[0]

    @cached_property
    def red_rule(self) -> Rule | None:
        wide = [rule for rule in self.first.rules if rule.red and rule.level]
        return next((rule for rule in wide if rule.x1 - rule.x0 > 100), None)

    @cached_property
    def mark(self) -> list[Line]:
        """The red lines; 文件 beside several names counts as a line of its own."""
        pieces = []
        for line in self.first.lines:
            if line.red:
                pieces += _without_suffix(line)
        return pieces

    @cached_property
    def number(self) -> Line | None:
        """发文字号 above the title, whatever else stands on its line left out."""
        for line in self.first.lines:
            if NUMBER.search(line.text) and line.size < 17 and line.y < 160:
                return Line(line.page, line.glyphs[: line.text.index("号") + 1])
        return None

    @cached_property
    def signers(self) -> list[Line]:
        """The pieces of the signer rows: label and names, row after row."""
        label = next((line for line in self.first.lines if "签发人：" in line.text), None)
        if label is None or self.red_rule is None:
            return []
        left = label.glyphs[label.text.index("签")].x - 0.1
        rows = [line for line in self.first.lines if label.y - 0.1 <= line.y < self.red_rule.y0]
        pieces = [piece for line in rows for piece in line.segments(4.0)]
        return [piece for piece in pieces if piece.x0 >= left]

    @cached_property
    def title(self) -> list[Line]:
        return [
            line
            for line in self.first.lines
            if line.size > 20 and not line.red and line.fonts == {"xiaobiaosong"}
        ]

    @cached_property
    def below_title(self) -> list[Line]:
        """Lines of text from the title to the foot of the last page, page numbers left out."""
        if not self.title:
            return []
        start = self.title[-1].y
        return [
            line
            for line in self.paper.lines
            if (line.page > 1 or line.y > start) and not is_page_number(line)
        ]

    @cached_property
    def addressees(self) -> list[Line]:
        """主送机关: the lines under the title up to the colon, when the first is set flush left."""
        lines = self.below_title
        if not lines or lines[0].page != 1 or lines[0].x0 > 36:
            return []
        end = next((i for i, line in enumerate(lines[:8]) if line.text.endswith("：")), 0)
        return lines[: end + 1]

    @cached_property
    def date(self) -> Line | None:
        found = [line for line in self.below_title if DATE.match(line.text) and line.size > 15]
        return found[0] if found else None

    @cached_property
    def offices(self) -> list[Line]:
        """署名: the lines above the date that are set far from the left edge."""
        if self.date is None:
            return []
        above = [
            line
            for line in self.below_title
            if line.page == self.date.page and line.y < self.date.y - 1
        ]
        found: list[Line] = []
        while above and _set_apart(above[-1]) and above[-1] not in self.note:
            found.insert(0, above.pop())
        return found

    @property
    def rows_above_office(self) -> float:
        """How many rows lie between the last text and 署名; 0 where the page begins with it."""
        if not self.offices:
            return 0.0
        first = self.offices[0]
        above = [
            line.y for line in self.below_title if line.page == first.page and line.y < first.y - 1
        ]
        return (first.y - above[-1]) / PITCH - 1 if above else 0.0

    @property
    def office(self) -> Line | None:
        """The name that stands over the date."""
        return self.offices[-1].segments(10.0)[-1] if self.offices else None

    @cached_property
    def note(self) -> list[Line]:
        """附件说明 with its following lines."""
        lines = self.below_title
        start = next(
            (i for i, line in enumerate(lines) if line.text.startswith("附件：") and line.x0 > 38),
            None,
        )
        if start is None:
            return []
        found = [lines[start]]
        for line in lines[start + 1 :]:
            if line.page != found[-1].page or line.y - found[-1].y > PITCH * 1.5 or line.x0 < 50:
                break
            found.append(line)
        return found

    @cached_property
    def main_end(self) -> tuple[int, float]:
        """Page and height where the text ends: at the note, the signature or the attachments."""
        ends = [(line.page, line.y) for line in (*self.note[:1], *self.offices[:1])]
        ends += [(line.page, line.y) for line in self.labels[:1]]
        return min(ends, default=(len(self.paper.sheets) + 1, 0.0))

    @cached_property
    def body(self) -> list[Line]:
        """Lines of the text: after the addressee, before whatever closes it."""
        return [
            line
            for line in self.below_title[len(self.addressees) :]
            if (line.page, line.y) < self.main_end and line.size > 15 and not _in_margin(line)
        ]

    @cached_property
    def tables(self) -> dict[int, float]:
        """Pages with an upright table between the text, and where the first one begins."""
        walls = {
            sheet.number: [stroke.y0 for stroke in sheet.rules if not stroke.level]
            for sheet in self.paper.sheets
            if not sheet.turned
        }
        return {page: min(tops) for page, tops in walls.items() if tops}

    @cached_property
    def captions(self) -> dict[int, Line]:
        """Pages with a figure, and the line 图1 … under it."""
        found = (line for line in self.below_title if re.match(r"图\d+\u3000", line.text))
        return {line.page: line for line in found if line.size < 15}

    @cached_property
    def labels(self) -> list[Line]:
        """附件, 附件1 … at the head of attachments, on upright pages."""
        return [
            line
            for line in self.paper.lines
            if re.fullmatch(r"附件\d*", line.text) and line.fonts == {"hei"}
        ]

    @cached_property
    def page_numbers(self) -> list[Line]:
        return [line for line in self.paper.lines if is_page_number(line)]


def _without_suffix(line: Line) -> list[Line]:
    if not line.text.endswith("文件") or len(line.glyphs) < 4:
        return [line]
    name, suffix = line.glyphs[:-2], line.glyphs[-2:]
    if suffix[0].x - name[-1].x < 1.2 * (suffix[1].x - suffix[0].x):
        return [line]
    return [Line(line.page, name), Line(line.page, suffix)]


def _set_apart(line: Line) -> bool:
    return line.x0 > LEFT + 2.5 * CELL or len(line.segments(10.0)) > 1


def is_page_number(line: Line) -> bool:
    return line.y > BOTTOM + 1 and bool(re.search(r"\d", line.text))


def _in_margin(line: Line) -> bool:
    return line.y < 33 or line.y > BOTTOM + 1
