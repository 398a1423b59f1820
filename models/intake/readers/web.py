"""Web pages (.html, and what the clipboard gives as HTML): paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from models.intake.readers.collect import Paragraph, Row, collected
from models.intake.readers.txt import decoded
from models.intake.source import Source

# What ends a paragraph when it opens or closes; everything else runs on in the line.
_BLOCKS = {
    *("p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5"),
    *("h6", "section", "article", "header", "footer", "main", "blockquote", "pre", "table", "tr"),
    *("thead", "tbody", "tfoot", "caption", "form", "body", "html", "center", "figure", "td", "th"),
}
# What a reader of the page never sees as its text, or what only leads elsewhere.
_UNREAD = {
    *("script", "style", "head", "template", "noscript", "svg", "select", "button", "textarea"),
    *("nav", "title", "iframe", "object"),
}
_BLANKS = re.compile("[ \t\r\n\f]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_VOID = {*("br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "embed")}
_MOST_SPANNED = 200


def read_web(data: bytes, name: str) -> Source:
    """Return the lines of a page; its encoding is what it declares, else found out."""
    return read_html(_text_of(data, name), name)


def read_html(text: str, name: str) -> Source:
    """Return the lines of a page that is already text."""
    page = _Page()
    page.feed(text.replace("\x00", ""))
    page.close()
    return collected(page.finished(), name)


def _text_of(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared:
        encoding = declared[1].decode("ascii").lower()
        # A page in GBK says gb2312 more often than what it is.
        encoding = "gb18030" if encoding in ("gb2312", "gbk", "gb_2312-80") else encoding
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(data, name)


class _Table:
    """A table while it comes in; cells that span rows are kept for the rows below."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._below: dict[int, tuple[int, str]] = {}  # column: rows still to fill, text

    def open_row(self) -> None:
        """Begin a row, unless the last one is still empty."""
        if not self.rows or self.rows[-1]:
            self.rows.append([])
            self._fill()

    def add(self, text: str, columns: int, rows: int) -> None:
        """Set the next cell of the row; a cell over several columns fills the first of them."""
        if not self.rows:
            self.open_row()
        row = self.rows[-1]
        for place in range(columns):
            if rows > 1:
                self._below[len(row)] = (rows - 1, text if place == 0 else "")
            row.append(text if place == 0 else "")
        self._fill()

    def _fill(self) -> None:
        """Repeat in this row what spans it from above."""
        row = self.rows[-1]
        while len(row) in self._below and len(row) < _MOST_SPANNED:
            left, text = self._below.pop(len(row))
            if left > 1:
                self._below[len(row)] = (left - 1, text)
            row.append(text)


class _Page(HTMLParser):
    """Paragraphs and rows in order; a table inside a cell is read as the cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Paragraph | Row] = []
        self._line: list[str] = []
        self._unread: list[str] = []  # open elements that are not read
        self._table: _Table | None = None
        self._depth = 0  # of tables in tables
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if self._unread or tag in _UNREAD or _is_hidden(attrs):
            if tag not in _VOID:
                self._unread.append(tag)
            return
        if tag in _BLOCKS:
            self._end_line()
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._table = _Table()
        elif self._table is not None and self._depth == 1:
            self._open_in_table(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take <br/>; other closed elements hold nothing."""
        if tag in _BLOCKS and not self._unread:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        """Close an element; one that was never opened closes nothing."""
        if self._unread:
            if tag in self._unread:
                while self._unread.pop() != tag:
                    pass
            return
        if tag in _BLOCKS:
            self._end_line()
        if tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._end_table()
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._unread:
            self._line.append(data)

    def finished(self) -> Sequence[Paragraph | Row]:
        """Return all paragraphs and rows, with a table that was never closed."""
        self._end_line()
        self._end_table()
        return self._found

    def _open_in_table(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        table = self._table
        if tag in ("td", "th", "tr"):
            self._end_cell()
        if tag == "tr" and table is not None:
            table.open_row()
        elif tag in ("td", "th"):
            said = dict(attrs)
            self._cell = []
            self._span = (_count(said.get("colspan")), _count(said.get("rowspan")))

    def _end_line(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._line)).strip()
        self._line = []
        if not text:
            return
        if self._cell is not None:
            self._cell.append(text)
        else:
            self._found.append(text)

    def _end_cell(self) -> None:
        self._end_line()
        if self._cell is not None and self._table is not None:
            self._table.add("\n".join(self._cell), *self._span)
        self._cell = None

    def _end_table(self) -> None:
        """Give the rows; a table of one column only places its paragraphs."""
        self._end_cell()
        rows = self._table.rows if self._table is not None else []
        narrow = all(sum(1 for cell in row if cell) <= 1 for row in rows)
        for row in rows:
            self._found += [cell for cell in row if cell] if narrow else [tuple(row)]
        self._table, self._depth = None, 0


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDDEN.search(value or ""))
        for name, value in attrs
    )


def _count(said: str | None) -> int:
    """Return how many rows or columns a cell spans."""
    return min(max(int(said), 1), _MOST_SPANNED) if said and said.strip().isdecimal() else 1
