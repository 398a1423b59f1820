"""Words in and out: UTF-8 on every system, and columns that line up with Chinese characters."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any


def use_utf8() -> None:
    """Speak UTF-8 whatever the system's own code page; odd bytes of file names pass unharmed."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def hush_leftovers() -> None:
    """Keep libraries quiet that stumble over a full disk once more while they are cleaned up.

    The failure itself has been said by then; every other leftover is reported as usual.
    """

    def report(leftover: sys.UnraisableHookArgs) -> None:
        if not isinstance(leftover.exc_value, OSError):
            sys.__unraisablehook__(leftover)

    sys.unraisablehook = report


def say(*lines: str) -> None:
    """Write lines to the standard output."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def warn(*lines: str) -> None:
    """Write lines to the standard error, where scripts do not look for results."""
    # A program started without a console has no such stream.
    if sys.stderr is not None:
        sys.stderr.writelines(f"{line}\n" for line in lines)


def say_json(value: Any) -> None:  # noqa: ANN401 (JSON has no narrower type)
    """Write one JSON value and nothing else."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def given(text: str) -> str:
    """The text of an argument; `-` means: read it from the standard input."""
    return sys.stdin.read() if text == "-" else text


def columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as lines whose columns line up; a Chinese character takes two places."""
    table = [list(row) for row in rows]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    return ["  ".join(map(_pad, row, widths)).rstrip() for row in table]


def width(text: str) -> int:
    """How many places of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def _pad(text: str, places: int) -> str:
    return text + " " * (places - width(text))
