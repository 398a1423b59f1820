"""The two days on which a plan is looked at, and which of its rows are looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from models.dataclass import dataclass

# Some ids, or the question for them; peewee's own types are not to be named.
Scope: TypeAlias = Any


@dataclass(frozen=True)
class Moment:
    """day: the state's day; known: the day up to which reports had come in."""

    day: dt.date
    known: dt.date


class Which(NamedTuple):
    """The tasks that are read, as a question in SQL: all of a plan, or those with these ids."""

    sql: str
    values: tuple[int, ...]

    @classmethod
    def plan(cls, plan_id: int) -> Which:
        """All of a plan; SQLite takes no more than 999 ids before version 3.32."""
        return cls("(SELECT id FROM task WHERE plan_id = ?)", (plan_id,))

    @classmethod
    def tasks(cls, task_ids: Sequence[int]) -> Which:
        """Those with these ids."""
        return cls(f"({', '.join('?' for _ in task_ids)})", tuple(task_ids))

    def scope(self) -> Scope:
        """The same for records."""
        from peewee import SQL

        return SQL(self.sql, self.values)
