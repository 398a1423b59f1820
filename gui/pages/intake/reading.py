"""Reading a plan in the lane without a ledger: bytes in, everything that the page shows out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.intake.draft import PlanDraft
    from models.intake.editing.outline import Outline

PASTED = "粘贴的工作要点.txt"
# A longer line is shown as several: laying out one of megabytes would hold up the window.
_LONGEST = 400
_ENDS = "。；;！？"
_BREAKS = str.maketrans(dict.fromkeys("\r\u2028\u2029\x0b\x0c\x1c\x1d\x1e\x85", " "))


@dataclass(frozen=True)
class Piece:
    """A piece of the original as it is shown: where it begins, and its line (0: of the one above)."""

    start: int
    line: int
    text: str


@dataclass(frozen=True)
class Loaded:
    """A plan that was read: its name and bytes (for the ledger), its outline, its original."""

    name: str
    content: bytes
    outline: Outline
    pieces: tuple[Piece, ...]


def load_file(path: Path, year: int) -> Loaded:
    """Read a file; `year` is what 6月底前 means in a source that names none.

    Raises `KnownError` with a sentence when it cannot be read.
    """
    from models.files import read_file
    from models.intake import read_plan
    from models.intake.readers.office import find_office

    content = read_file(path)
    return _loaded(path.name, content, read_plan(content, path.name, find_office(), year))


def load_pasted(text: str, html: str, year: int) -> Loaded:
    """Read what the clipboard gives, as `load_file`."""
    from models.intake import read_pasted_plan

    draft = read_pasted_plan(text, html, year)
    return _loaded(PASTED, draft.source_text.encode(), draft)


def _loaded(name: str, content: bytes, draft: PlanDraft) -> Loaded:
    from models.intake.editing.reading import outline_of

    return Loaded(name, content, outline_of(draft), tuple(pieces_of(draft.source_text)))


def pieces_of(source: str) -> Iterator[Piece]:
    """The original cut into its lines, long ones into several pieces at their full stops."""
    start = 0
    for number, line in enumerate(source.split("\n"), start=1):
        first = start
        for end in _cuts(line):
            text = line[first - start : end].translate(_BREAKS)
            yield Piece(first, number if first == start else 0, text)
            first = start + end
        start += len(line) + 1


def _cuts(line: str) -> Iterator[int]:
    """Where the pieces of a line end."""
    begin = 0
    while len(line) - begin > _LONGEST:
        stop = max(line.rfind(mark, begin, begin + _LONGEST) for mark in _ENDS)
        begin = stop + 1 if stop > begin else begin + _LONGEST
        yield begin
    yield len(line)


def piece_at(starts: list[int], place: int) -> int:
    """Which piece a character of the source stands in."""
    return max(bisect_right(starts, place) - 1, 0)
