"""An official document laid out: head, text, closing, attachments, colophon, page numbers."""

from __future__ import annotations

from typing import Final, NamedTuple

from reports.document import Attachment, Block, Figure, Form, OfficialDocument, Table
from reports.layout import body, closing, geometry
from reports.layout.cells import TableSetter, fitting
from reports.layout.colophon import ColophonBlock
from reports.layout.figures import place_figure, rows_of
from reports.layout.flow import Flow, Part, Row, page_ends
from reports.layout.glyphs import GlyphBook
from reports.layout.heading_block import row_after, set_title
from reports.layout.letterhead import place_head
from reports.layout.metrics import Metrics
from reports.layout.page_number import PageNumbers
from reports.layout.placed import BlockPlace, Laid, PlacedLine
from reports.layout.setting import Piece, Setter
from reports.layout.surface import Surface, turned, upright
from reports.layout.tables import place_table
from reports.roles import Role

DRAFT_MARK: Final = "（送审稿）"
_DRAFT_BASELINE: Final = 30.0
_TABLE_BELOW_TITLE: Final = 5.0
_BESIDE_SIGNATURE: Final = 2
"""So many rows of text stand on the page of the signature, a last paragraph of one row not counted."""


def lay_out_official(document: OfficialDocument, metrics: Metrics) -> Laid:
    """All pages of a document in 文件格式 or without a head."""
    layout = _Layout(document, metrics)
    layout.first_page()
    layout.main_text()
    for index, attachment in enumerate(document.attachments):
        layout.attachment(index, attachment)
    layout.foot()
    return Laid(
        tuple(layout.flow.pages),
        tuple(layout.flow.bookmarks),
        tuple(layout.flow.traces),
        (*layout.title_place(), *layout.flow.places),
        document.plain_title,
        document.author,
        document.subject,
        document.language,
    )


class _Floating(NamedTuple):
    """A figure and its place in the body, where places are told."""

    place: int | None
    figure: Figure


class _Layout:
    def __init__(self, document: OfficialDocument, metrics: Metrics) -> None:
        self.document = document
        self.book = GlyphBook(metrics)
        self.setter = Setter(self.book)
        self.flow = Flow()

    def first_page(self) -> None:
        """Head or plain title, and the draft mark."""
        document = self.document
        page = self.flow.new_page()
        names = self._names()
        if document.form is Form.LETTERHEAD and document.letterhead:
            head = place_head(
                page,
                self.setter,
                document.letterhead,
                document.title,
                names,
                preprinted=document.preprinted,
            )
            self.flow.row = min(head.row, geometry.ROWS - 1)
        else:
            title = set_title(self.setter, document.title, names)
            pitch, row = row_after(title, geometry.TOP)
            self.flow.row = min(row, geometry.ROWS - 1)
            page.lines.extend(title.placed(geometry.TOP, pitch))
        if document.draft_mark:
            self._mark_draft()

    def _names(self) -> tuple[str, ...]:
        """Names that a title never breaks: those given, and the offices that sign."""
        letterhead, signature = self.document.letterhead, self.document.signature
        heads = letterhead.issuers if letterhead else ()
        signers = signature.issuers if signature else ()
        return tuple(dict.fromkeys((*heads, *signers, *self.document.word_list)))

    def _mark_draft(self) -> None:
        em = geometry.SIZE_MARK * geometry.MM_PER_PT
        line = Setter(self.book, em).single([Piece(Role.FANGSONG, DRAFT_MARK)])
        placed = line.at(geometry.RIGHT - line.width, _DRAFT_BASELINE, geometry.SIZE_MARK)
        self.flow.page.lines.append(placed)

    def main_text(self) -> None:
        """Addressee, body and everything that closes it; the closing never stands alone."""
        document = self.document
        rows: list[Row] = []
        if document.addressee:
            rows += body.addressee_rows(self.setter, document.addressee)
        ending = closing.attachment_note(self.setter, document.attachment_names)
        if document.signature:
            ending += closing.signature_rows(self.setter, document.signature)
        ending += closing.remark_rows(self.setter, document.remark)
        self._blocks(document.body, rows, ending, named=True)

    def title_place(self) -> list[BlockPlace]:
        """Where the title stands on page 1."""
        lines = [line for line in self.flow.pages[0].lines if _is_title(line)]
        if not lines:
            return []
        first, last = lines[0], lines[-1]
        em = first.size * geometry.MM_PER_PT
        return [BlockPlace(-1, 1, first.y - em, last.y + em / 3)]

    def _blocks(
        self,
        blocks: tuple[Block, ...],
        rows: list[Row],
        ending: list[Row],
        *,
        named: bool = False,
    ) -> None:
        """Place blocks in order; the last rows of text are kept with the ending (7.3.5.5).

        named: whether the places of these blocks are told (`Laid.places`).
        """
        floating: list[_Floating] = []
        for place, block in enumerate(blocks):
            told = place if named else None
            if isinstance(block, Table):
                self._place_around(rows, floating)
                rows, floating = [], []
                self._table(block)
            elif isinstance(block, Figure) and floating:
                floating.append(_Floating(told, block))
            elif isinstance(block, Figure):
                self._place(rows)
                rows = []
                if self._has_room(block):
                    self._figure(_Floating(told, block))
                else:
                    floating.append(_Floating(told, block))
            else:
                text = body.text_rows(self.setter, block)
                rows += [row._replace(block=told) for row in text]
        if ending:
            rows = _kept_with_ending(rows)
            ending[-1] = ending[-1]._replace(keep=False)
        self._place_around(rows + ending, floating)

    def _has_room(self, figure: Figure) -> bool:
        return not self.flow.page.turned and self.flow.row + rows_of(figure) <= geometry.ROWS

    def _figure(self, floating: _Floating) -> None:
        """Here, or at the head of the next page; one that is too high for any page begins there."""
        figure = floating.figure
        if not self._has_room(figure) and (self.flow.row or self.flow.page.turned):
            self.flow.new_page()
        place_figure(self.book, figure, self.flow.page, self.flow.row)
        top = geometry.row_top(self.flow.row)
        self.flow.row += rows_of(figure)
        if floating.place is not None:
            bottom = geometry.row_top(self.flow.row)
            number = self.flow.page.number
            self.flow.places.append(BlockPlace(floating.place, number, top, bottom))

    def _place_around(self, rows: list[Row], floating: list[_Floating]) -> None:
        """Fill the page with text first, so that a figure at the head of the next leaves no gap."""
        if not floating:
            self._place(rows)
            return
        ends = page_ends([row.keep for row in rows], self.flow.row)
        here = ends[0] if len(ends) > 1 else 0
        self._place(rows[:here])
        for figure in floating:
            self._figure(figure)
        self._place(rows[here:])

    def _place(self, rows: list[Row]) -> None:
        if rows and self.flow.page.turned:
            self.flow.new_page()
        self.flow.place(rows)

    def _table(self, table: Table) -> None:
        if table.landscape:
            self._landscape(table, turned(self.flow.new_page(turned=True)), 0.0)
            return
        if self.flow.page.turned or self.flow.row > geometry.ROWS - 3:
            self.flow.new_page()
        top = self.flow.row * geometry.PITCH
        if table.one_page:
            setter = fitting(self.setter, table, geometry.WIDTH, geometry.HEIGHT - top)
        else:
            setter = TableSetter(self.setter, table, geometry.WIDTH)
        _, bottom = place_table(
            setter, table, upright(self.flow.page), top, lambda: upright(self.flow.new_page())
        )
        self.flow.row = int(bottom / geometry.PITCH) + 1

    def _landscape(self, table: Table, surface: Surface, top: float) -> None:
        setter = TableSetter(self.setter, table, geometry.HEIGHT)
        place_table(setter, table, surface, top, lambda: turned(self.flow.new_page(turned=True)))

    def attachment(self, index: int, attachment: Attachment) -> None:
        """A new page with its label in row 1 and its title in row 3 (7.3.7)."""
        numbered = len(self.document.attachments) > 1
        label = f"附件{index + 1}" if numbered else "附件"
        first = attachment.blocks[0] if attachment.blocks else None
        if isinstance(first, Table) and first.landscape:
            self._turned_attachment(label, attachment, first)
            return
        page = self.flow.new_page()
        self.flow.place([self._label_row(label)])
        self._bookmark_attachment(label, attachment, geometry.row_baseline(0))
        title = set_title(self.setter, attachment.title, self._names())
        top = _title_top()
        pitch, row = row_after(title, top)
        page.lines.extend(title.placed(top, pitch))
        page.used_to = top + title.height(pitch)
        self.flow.row = min(row, geometry.ROWS - 1)
        self._blocks(attachment.blocks, [], [])

    def _label_row(self, label: str) -> Row:
        return Row((Part(0.0, self.setter.single([Piece(Role.HEITI, label)])),))

    def _bookmark_attachment(self, label: str, attachment: Attachment, y: float) -> None:
        self.flow.bookmark(1, f"{label} {attachment.title.replace('|', '')}", y)

    def _turned_attachment(self, label: str, attachment: Attachment, table: Table) -> None:
        """Label and title turned with the table, in rows 1 and 3 of the turned page."""
        surface = turned(self.flow.new_page(turned=True))
        self._bookmark_attachment(label, attachment, geometry.TOP)
        line = self.setter.single([Piece(Role.HEITI, label)])
        surface.text(line, 0.0, geometry.ASCENT * geometry.EM, geometry.SIZE_BODY)
        title = set_title(self.setter, attachment.title, self._names(), geometry.HEIGHT)
        pitch = geometry.PITCH * title.size / geometry.SIZE_TITLE
        first = _title_top() - geometry.TOP + geometry.ASCENT * title.em
        for number, title_line in enumerate(title.lines):
            u = (geometry.HEIGHT - title_line.width) / 2
            surface.text(title_line, u, first + number * pitch, title.size)
        top = _title_top() - geometry.TOP + title.height(pitch) + _TABLE_BELOW_TITLE
        self._landscape(table, surface, top)
        self._blocks(attachment.blocks[1:], [], [])

    def foot(self) -> None:
        """版记 on the last page, page numbers on all."""
        if self.document.colophon and self.document.form is Form.LETTERHEAD:
            self._place_colophon(ColophonBlock(self.setter, self.document.colophon))
        if self.document.page_numbers:
            numbers = PageNumbers(self.book)
            for page in self.flow.pages:
                if page.numbered:
                    numbers.official(page)

    def _place_colophon(self, block: ColophonBlock) -> None:
        """On the last page if there is room, else on a page of its own, even if so wished.

        Where a blank page comes before the colophon's own page, neither bears a number (7.5).
        """
        colophon = self.document.colophon
        wants_even = bool(colophon and colophon.even_page)
        fits = block.fits(self.flow.page)
        if not fits or (wants_even and self.flow.page.number % 2):
            page = self.flow.new_page()
            if wants_even and page.number % 2:
                page.numbered = False
                self.flow.new_page().numbered = False
        block.place(self.flow.page)


def _is_title(line: PlacedLine) -> bool:
    """Whether a line is of the title: 小标宋 in black; the name of the issuer is red."""
    roles = {run.role for run in line.runs}
    return roles == {Role.XIAOBIAOSONG} and line.colour == geometry.BLACK


def _kept_with_ending(rows: list[Row]) -> list[Row]:
    """The rows, the last of which stay with what follows: 特此报告。 is no company for a signature."""
    last = rows[-1].block if rows else None
    is_formula = sum(row.block == last for row in rows) == 1
    first = max(0, len(rows) - _BESIDE_SIGNATURE - is_formula)
    return [*rows[:first], *(row._replace(keep=True) for row in rows[first:])]


def _title_top() -> float:
    """The top of an attachment title whose first baseline is that of row 3."""
    em = geometry.SIZE_TITLE * geometry.MM_PER_PT
    return geometry.row_baseline(2) - geometry.ASCENT * em
