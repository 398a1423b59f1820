"""Plain questions to the ledger that is being asked, in SQL and without records.

What the window shows first is read so, each question in this one way only: to load the library of
records and to declare them takes a tenth of the whole start.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

# The ledgers that are being asked, the innermost last; `models.ledger` lets one thread in at a time.
_ASKED: list[sqlite3.Connection] = []


@contextmanager
def asking(connection: sqlite3.Connection) -> Iterator[None]:
    """Meanwhile all questions go to this ledger's connection."""
    _ASKED.append(connection)
    try:
        yield
    finally:
        _ASKED.pop()


def rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows that answer a question, as SQLite holds them."""
    return _ASKED[-1].execute(sql, values).fetchall()


def named_rows(
    sql: str,
    *values: object,
    kinds: Mapping[str, Any] = {},
) -> list[Any]:
    """The rows with their columns as attributes; `kinds`: what makes of a column's value more."""
    cursor = _ASKED[-1].execute(sql, values)
    names = [column[0] for column in cursor.description]
    made = [(place, kinds[name]) for place, name in enumerate(names) if name in kinds]
    found = []
    for row in cursor:
        line = list(row)
        for place, make in made:
            line[place] = make(line[place])
        found.append(SimpleNamespace(**dict(zip(names, line))))  # noqa: B905 (of one row)
    return found


def day(value: str | None) -> Any:  # noqa: ANN401 (of a column that must not be empty, a date)
    """A column of dates."""
    return None if value is None else dt.date.fromisoformat(value)


def words(value: str | None) -> list[str]:
    """A column of lists; most are empty, and a plan has thousands of them."""
    return json.loads(value) if value and value != "[]" else []
