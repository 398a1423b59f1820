"""The library of records over a connection that is open already."""

from __future__ import annotations

import sqlite3

import peewee as pw


class _Over(pw.SqliteDatabase):  # type: ignore[misc]
    """What was connected without peewee, for peewee."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__("ledger", thread_safe=False, autoconnect=False)
        self._given = connection

    def _connect(self) -> sqlite3.Connection:
        self._add_conn_hooks(self._given)
        return self._given


def over(connection: sqlite3.Connection) -> pw.SqliteDatabase:
    """Records' way to a connection; who opened it closes it."""
    database = _Over(connection)
    database.connect()
    return database
