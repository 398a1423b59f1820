"""Cells of a block as Excel and WPS copy it: parted by tabs, quoted where they hold line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def rows_of(block: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line on which it begins (from 1)."""
    text = re.sub(r"\r\n?", "\n", block)
    place, begin, start = 0, 0, 1
    cells: list[str] = []
    while place <= len(text):
        cell, place = _cell(text, place)
        cells.append(cell.strip())
        if place >= len(text) or text[place] == "\n":
            if any(cells):
                yield start, cells
            start += 1 + text.count("\n", begin, place)
            begin, cells = place + 1, []
        place += 1


def _cell(text: str, place: int) -> tuple[str, int]:
    """One cell and where it ends.

    Quotes are the program's only around line breaks, tabs and quotes; else they are the clerk's own.
    """
    match = _QUOTED.match(text, place)
    if match and re.search(r'[\t\n]|""', match[1]):
        return match[1].replace('""', '"'), match.end()
    match = _PLAIN.match(text, place)
    return (match[0], match.end()) if match else ("", place)


def single_cell(block: str) -> str | None:
    """The words of a block that is one cell, quoted or not; None where it is more or nothing."""
    words = block.strip("\r\n")
    if "\t" not in words and not re.search(r"[\r\n]", words):
        return words or None
    if not words.startswith('"'):
        return None
    rows = list(islice(rows_of(words), 2))
    return rows[0][1][0] if len(rows) == 1 and len(rows[0][1]) == 1 else None
