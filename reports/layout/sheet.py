"""A table that is a paper of its own: landscape A4, read as it lies, its page numbers centred."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reports.document import TableDocument
from reports.layout import geometry
from reports.layout.cells import TableSetter
from reports.layout.glyphs import GlyphBook
from reports.layout.heading_block import set_title
from reports.layout.metrics import Metrics
from reports.layout.page_number import PageNumbers
from reports.layout.placed import Bookmark, Laid, Page
from reports.layout.setting import Piece, Setter
from reports.layout.surface import Surface
from reports.layout.tables import place_table
from reports.roles import Role

_SIDE: Final = 20.0
_EDGE: Final = 16.0
_WIDTH: Final = geometry.SHEET_HEIGHT - 2 * _SIDE
_HEIGHT: Final = geometry.SHEET_WIDTH - _EDGE - 18.0
_FIELD_SIZES: Final = (12.0, 10.5, 9.0, 7.5)
"""小四, or smaller where long names would run into one another."""
_FIELD_EM: Final = _FIELD_SIZES[0] * geometry.MM_PER_PT
_TITLE_PITCH: Final = 30.0 * geometry.MM_PER_PT
_GAP: Final = 3.5


def lay_out_sheet(document: TableDocument, metrics: Metrics) -> Laid:
    """All pages of a stand-alone table."""
    book = GlyphBook(metrics)
    setter = Setter(book)
    pages: list[Page] = []

    def next_surface() -> Surface:
        page = Page(len(pages) + 1, geometry.SHEET_HEIGHT, geometry.SHEET_WIDTH)
        pages.append(page)
        return Surface(page, _SIDE, _EDGE, _WIDTH, _HEIGHT)

    surface = next_surface()
    top = _head(setter, document, surface)
    own = TableSetter(setter, document.table, _WIDTH)
    surface, bottom = place_table(own, document.table, surface, top, next_surface)
    if document.foot_fields:
        if bottom + _GAP + _FIELD_EM > _HEIGHT:
            surface, bottom = next_surface(), 0.0
        _fields(setter, document.foot_fields, surface, bottom + _GAP)
    numbers = PageNumbers(book)
    for page in pages:
        numbers.centred(page)
    return Laid(
        tuple(pages),
        (Bookmark(1, document.plain_title, 1, _EDGE),),
        title=document.plain_title,
        author=document.author,
        subject=document.subject,
        language=document.language,
    )


def _head(setter: Setter, document: TableDocument, surface: Surface) -> float:
    """The title and the row of fields; answers where the table begins."""
    title = set_title(setter, document.title, document.word_list, _WIDTH)
    pitch = _TITLE_PITCH * title.size / geometry.SIZE_TITLE
    for index, line in enumerate(title.lines):
        v = geometry.ASCENT * title.em + index * pitch
        surface.text(line, (_WIDTH - line.width) / 2, v, title.size)
    bottom = title.height(pitch) + _GAP
    if document.head_fields:
        _fields(setter, document.head_fields, surface, bottom)
        bottom += _FIELD_EM + 1.5
    return bottom


def _fields(
    setter: Setter, fields: Sequence[tuple[str, str]], surface: Surface, top: float
) -> None:
    """填报单位（盖章）：… 填报人：… in one row, spread over the width of the table."""
    for size in _FIELD_SIZES:
        em = size * geometry.MM_PER_PT
        small = Setter(setter.book, em)
        lines = [small.single([Piece(Role.FANGSONG, f"{name}：{said}")]) for name, said in fields]
        spare = _WIDTH - sum(line.width for line in lines)
        if spare >= em * (len(lines) - 1):
            break
    gap = max(0.0, spare / max(1, len(lines) - 1))
    u = 0.0
    for line in lines:
        surface.text(line, u, top + geometry.ASCENT * _FIELD_EM, size)
        u += line.width + gap
