"""版记 at the foot of the last page (7.4): its last rule is the lower edge of the text block."""

from __future__ import annotations

from typing import Final, NamedTuple

from reports.document import Colophon
from reports.layout import geometry
from reports.layout.placed import Page, PlacedRule
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role

_OUTER: Final = 0.35
_INNER: Final = 0.25
_EM: Final = geometry.SIZE_SMALL * geometry.MM_PER_PT
_ROW: Final = 8.4
"""From row to row, in mm."""
_CLEAR: Final = geometry.PITCH
"""At least one row stays free between the text and the colophon."""


class _Row(NamedTuple):
    left: SetLine | None
    right: SetLine | None = None
    indent: float = _EM
    ruled: bool = False
    """Whether a thin rule stands above it."""


class ColophonBlock:
    """A colophon whose lines are set, so that its height is known before it is placed."""

    def __init__(self, setter: Setter, colophon: Colophon) -> None:
        self._setter = Setter(setter.book, _EM)
        self._rows = self._set(colophon)

    @property
    def top(self) -> float:
        """Where its first rule lies, in mm from the sheet's top."""
        return geometry.BOTTOM - len(self._rows) * _ROW

    def fits(self, page: Page) -> bool:
        """Whether it finds room under what stands on the page."""
        return not page.turned and page.used_to + _CLEAR <= self.top

    def place(self, page: Page) -> None:
        """Put it at the foot of the page."""
        if not self._rows:
            return
        self._rule(page, self.top, _OUTER)
        for index, row in enumerate(self._rows):
            top = self.top + index * _ROW
            if row.ruled:
                self._rule(page, top, _INNER)
            y = geometry.baseline_below(top + (_ROW - _EM) / 2, geometry.SIZE_SMALL)
            if row.left:
                page.lines.append(row.left.at(geometry.LEFT + row.indent, y, geometry.SIZE_SMALL))
            if row.right:
                x = geometry.RIGHT - _EM - row.right.width
                page.lines.append(row.right.at(x, y, geometry.SIZE_SMALL))
        self._rule(page, geometry.BOTTOM, _OUTER)

    def _rule(self, page: Page, y: float, width: float) -> None:
        page.rules.append(PlacedRule(geometry.LEFT, y, geometry.RIGHT, y, width))

    def _set(self, colophon: Colophon) -> list[_Row]:
        rows: list[_Row] = []
        if colophon.main_recipients:
            rows += self._listed("主送：", colophon.main_recipients)
        if colophon.copies_to:
            rows += self._listed("抄送：", colophon.copies_to)
        if colophon.printing_office or colophon.printed_on_text:
            office = self._single(colophon.printing_office)
            date = self._single(_printed_on(colophon.printed_on_text))
            rows.append(_Row(office, date, ruled=bool(rows)))
        return rows

    def _listed(self, label: str, names: str) -> list[_Row]:
        """A label and its names, wrapped under the first character after the colon."""
        head = self._setter.single([Piece(Role.FANGSONG, label)])
        text = names.strip().rstrip("。") + "。"
        measure = geometry.WIDTH / _EM - 2 - 3
        lines = self._setter.paragraph([Piece(Role.FANGSONG, text)], measure)
        rows = []
        for index, line in enumerate(lines):
            joined = self._shifted(line, head.width)
            if index == 0:
                joined = SetLine(head.runs + joined.runs, joined.width)
            rows.append(_Row(joined))
        return rows

    @staticmethod
    def _shifted(line: SetLine, by: float) -> SetLine:
        runs = tuple(run._replace(offsets=[at + by for at in run.offsets]) for run in line.runs)
        return SetLine(runs, line.width + by)

    def _single(self, text: str) -> SetLine | None:
        return self._setter.single([Piece(Role.FANGSONG, text)]) if text else None


def _printed_on(text: str) -> str:
    return text if not text or text.endswith("印发") else text + "印发"
