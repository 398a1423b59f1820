"""What every reader ends with: paragraphs and rows, cleaned and numbered, as one source."""

from __future__ import annotations

from collections.abc import Iterable

from models.errors import KnownError
from models.intake.source import Line, Source
from models.text import clean

MOST_CHARACTERS = 5_000_000
MOST_IN_A_LINE = 1_000_000

Paragraph = str
Row = tuple[str, ...]


def collected(rows: Iterable[Paragraph | Row], name: str) -> Source:
    """Return the source of a file's paragraphs and table rows, one line each, counted from 1.

    A line break inside a paragraph starts a line; inside a cell it stays. Empty lines are left
    out. Raises KnownError beyond five million characters, for a line beyond a million, and where
    there is nothing.
    """
    lines: list[Line] = []
    total = 0
    for row in rows:
        for line in _lines(row, len(lines) + 1):
            total += len(line.text)
            check_length(total, len(line.text), name)
            lines.append(line)
    if not lines:
        raise KnownError(f"“{name}”中没有文字：没有读入任何内容。请检查文件是否选对。")
    return Source("\n".join(line.text for line in lines), tuple(lines))


def check_length(total: int, longest: int, name: str) -> None:
    """Raise KnownError where a source, or one line of it, holds more than can be read."""
    if total > MOST_CHARACTERS:
        message = (
            f"“{name}”超过{MOST_CHARACTERS}字的上限：没有读入任何内容。请只保留文件正文后再读入。"
        )
        raise KnownError(message)
    if longest > MOST_IN_A_LINE:
        message = f"“{name}”有一行超过{MOST_IN_A_LINE}字：没有读入任何内容。请检查文件是否选对，分段后再读入。"
        raise KnownError(message)


def _lines(row: Paragraph | Row, first: int) -> list[Line]:
    if isinstance(row, str):
        texts = (text.strip() for text in clean(row, len(row) + 1).split("\n"))
        return [Line(first + n, text) for n, text in enumerate(filter(None, texts))]
    cells = tuple(_cell(cell) for cell in row)
    if not any(cells):
        return []
    return [Line(first, "\t".join(cell.replace("\n", " ") for cell in cells).strip(), cells)]


def _cell(text: str) -> str:
    """Return a cell's paragraphs without blanks around them."""
    lines = (line.strip() for line in clean(text, len(text) + 1).split("\n"))
    return "\n".join(filter(None, lines))
