"""PDF with text: the characters of each page with their places, put together again as paragraphs.

The reader is PDFium by way of pypdfium2 (see CONTRIBUTING.md). PDFium is not made for threads: a
program reads one PDF at a time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from models.errors import KnownError
from models.intake.readers.archive import damaged
from models.intake.readers.collect import MOST_CHARACTERS, check_length, collected
from models.intake.readers.pdf_lines import Glyph, Placed, lines_of_page, spread
from models.intake.readers.pdf_paragraphs import paragraphs
from models.intake.readers.pdf_rules import rules_of_page
from models.intake.readers.pdf_tables import Table, tables_of_page
from models.intake.source import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 1_000
_FEWEST_A_PAGE = 4  # characters; a scan that a program has numbered holds a page number


def read_pdf(data: bytes, name: str) -> Source:
    """Return the lines of a PDF: page numbers, headers and broken lines put back together.

    Raises KnownError for a damaged or password-protected file, for a scan, and beyond a thousand
    pages.
    """
    document = _opened(data, name)
    try:
        pages = [list(_lines_of(document, place, name)) for place in range(len(document))]
    finally:
        document.close()
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _FEWEST_A_PAGE * len(pages):
        message = f"“{name}”是扫描件，里面是图片而没有文字：没有读入任何内容。请用文字识别软件转为 Word 文档后再读入，或找发文单位要可编辑的文本。"
        raise KnownError(message)
    return collected(paragraphs(pages), name)


def _opened(data: bytes, name: str) -> PdfDocument:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            message = (
                f"“{name}”设有打开密码：没有读入任何内容。请用原软件打开，去掉密码另存后再读入。"
            )
            raise KnownError(message) from problem
        raise damaged(name) from problem
    if not 0 < len(document) <= MOST_PAGES:
        pages = len(document)
        document.close()
        message = f"“{name}”共{pages}页，能读的是1至{MOST_PAGES}页：没有读入任何内容。请只保留正文各页后再读入。"
        raise KnownError(message)
    return document


def _lines_of(document: PdfDocument, place: int, name: str) -> Iterator[Placed]:
    """Yield the lines of one page; a page that PDFium cannot load holds none."""
    import pypdfium2

    try:
        page = document[place]
    except pypdfium2.PdfiumError:
        return
    try:
        text = page.get_textpage()
        try:
            width, height = page.get_size()
            glyphs = spread(list(_glyphs(text.raw, name)))
            tables, rest = tables_of_page(rules_of_page(page.raw), glyphs)
            lines = lines_of_page(rest, width, height)
            lines += [_table(table, width, height) for table in tables]
            yield from sorted(lines, key=lambda line: -line.base)
        finally:
            text.close()
    finally:
        page.close()


def _table(table: Table, width: float, height: float) -> Placed:
    text = "\n".join("\t".join(row) for row in table.rows)
    return Placed(text, table.left, table.right, table.top, 0.0, width, height, table.rows)


def _glyphs(text: Any, name: str) -> Iterator[Glyph]:  # noqa: ANN401 - a handle of PDFium
    """Yield the visible characters of a page, in the order in which they were painted."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(text)
    check_length(max(count, 0), 0, name)
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    places = (ctypes.byref(box), ctypes.byref(x), ctypes.byref(y))
    for place in range(min(count, MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, place)
        if code <= 0x20 or 0xD800 <= code <= 0xDFFF or raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        # The loose box is as wide as the character's advance; that of the ink of a 1 is narrow.
        if not raw.FPDFText_GetLooseCharBox(text, place, places[0]):
            continue
        raw.FPDFText_GetCharOrigin(text, place, *places[1:])
        size = raw.FPDFText_GetFontSize(text, place)
        yield Glyph(chr(code), box.left, box.right, y.value, max(size, abs(box.top - box.bottom)))
