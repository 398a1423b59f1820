"""主体: addressee, headings and paragraphs as rows (7.3.2, 7.3.3)."""

from __future__ import annotations

from typing import Final

from reports.document import Align, Heading, Line, Paragraph
from reports.layout import geometry
from reports.layout.flow import Part, Row
from reports.layout.setting import Piece, SetLine, Setter
from reports.roles import Role

HEADING_ROLES: Final = {1: Role.HEITI, 2: Role.KAITI, 3: Role.FANGSONG, 4: Role.FANGSONG}
INDENT: Final = 2.0
"""左空二字."""


def addressee_rows(setter: Setter, addressee: str) -> list[Row]:
    """主送机关, flush left with a full-width colon at its end (7.3.2)."""
    text = addressee.rstrip("：:") + "："
    return _rows(setter.paragraph([Piece(Role.FANGSONG, text)], geometry.COLUMNS))


def text_rows(setter: Setter, block: Heading | Paragraph | Line) -> list[Row]:
    """The rows of one block of text; a heading never ends a page."""
    if isinstance(block, Heading):
        return _heading_rows(setter, block)
    if isinstance(block, Line):
        return [_line_row(setter, line, block.align) for line in _line_lines(setter, block)]
    rows: list[Row] = []
    for index, text in enumerate((block.lead + block.text).split("\n")):
        if text:
            lines = setter.paragraph(
                [Piece(Role.FANGSONG, text)], geometry.COLUMNS, first_indent=INDENT
            )
            rows += _rows(lines)
        if index == 0 and rows and block.sources:
            rows[0] = rows[0]._replace(sources=block.sources)
    return rows


def _heading_rows(setter: Setter, heading: Heading) -> list[Row]:
    pieces = [Piece(HEADING_ROLES[heading.level], heading.text.replace("\n", ""))]
    if heading.run_in:
        pieces.append(Piece(Role.FANGSONG, heading.run_in.replace("\n", "")))
    rows = _rows(setter.paragraph(pieces, geometry.COLUMNS, first_indent=INDENT))
    if not heading.run_in:
        rows = [row._replace(keep=True) for row in rows]
    if rows:
        title = heading.text.rstrip("。")
        rows[0] = rows[0]._replace(bookmark=(heading.level, title), sources=heading.sources)
    return rows


def _line_lines(setter: Setter, block: Line) -> list[SetLine]:
    return setter.paragraph([Piece(Role.FANGSONG, block.text)], geometry.COLUMNS, justify=0.0)


def _line_row(setter: Setter, line: SetLine, align: Align) -> Row:
    spare = geometry.WIDTH - line.width
    x = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]
    return Row((Part(x, line),))


def _rows(lines: list[SetLine]) -> list[Row]:
    return [Row((Part(0.0, line),)) for line in lines]
