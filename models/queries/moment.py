"""The two days on which a plan is looked at, and which of its rows are looked at."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

import peewee as pw

from models.dataclass import dataclass

# Some ids, or the question for them; peewee's own types are not to be named.
Scope: TypeAlias = Any


@dataclass(frozen=True)
class Moment:
    """day: the state's day; known: the day up to which reports had come in."""

    day: dt.date
    known: dt.date


def count_by(column: Any, scope: Scope, condition: Any) -> dict[int, int]:  # noqa: ANN401 (peewee)
    """How many rows point at each id."""
    query = column.model.select(column, pw.fn.COUNT(column.model.id))
    return dict(query.where(column.in_(scope), condition).group_by(column).tuples())
