"""Cells of a block as Excel and WPS copy it: parted by tabs, quoted where they hold line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
