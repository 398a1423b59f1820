"""Tool tips of long texts: Qt wraps none but marked-up ones, and ours are plain."""

from __future__ import annotations

_WIDTH = 46
"""In characters: about half of an office screen."""


def in_lines(text: str) -> str:
    """The text cut into lines that fit on a screen."""
    pieces = (
        paragraph[start : start + _WIDTH]
        for paragraph in text.split("\n")
        for start in range(0, max(1, len(paragraph)), _WIDTH)
    )
    return "\n".join(pieces)
