"""What every reader makes of its file: the text as received, as numbered lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line that holds something; ``cells`` are its columns where it is a row of a table."""

    number: int  # 1-based place in the source
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A source as read: its whole text, and its lines without the empty ones."""

    text: str
    lines: tuple[Line, ...]
