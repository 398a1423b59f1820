"""What is searched stands in tables of its own, and each change knows its tasks by number."""

from __future__ import annotations

import json
from typing import Any

VERSION = 3
STATEMENTS = (
    (
        'CREATE TABLE "search_text" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"table_name" TEXT NOT NULL, '
        '"row_id" INTEGER NOT NULL, '
        '"rank" INTEGER NOT NULL, '
        '"plan" INTEGER NOT NULL, '
        '"task" INTEGER, '
        '"folded" TEXT NOT NULL, '
        '"initials" TEXT NOT NULL)'
    ),
    (
        'CREATE UNIQUE INDEX "search_text_table_name_row_id" '
        'ON "search_text" ("table_name", "row_id")'
    ),
    'CREATE INDEX "search_text_plan_rank" ON "search_text" ("plan", "rank")',
    (
        'CREATE TABLE "search_state" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"texts" INTEGER NOT NULL, '
        '"trigrams" INTEGER NOT NULL)'
    ),
    # Nothing is there yet: the program fills it when the ledger is opened for writing.
    'INSERT INTO "search_state" ("id", "texts", "trigrams") VALUES (1, 0, 0)',
    (
        'CREATE TABLE "history_task" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"entry_id" INTEGER NOT NULL, '
        '"task" INTEGER NOT NULL, '
        'FOREIGN KEY ("entry_id") REFERENCES "history_entry" ("id"))'
    ),
    'CREATE INDEX "history_task_entry_id" ON "history_task" ("entry_id")',
    'CREATE INDEX "history_task_task_entry_id" ON "history_task" ("task", "entry_id")',
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and set the version, in the runner's one transaction."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
    for entry, tasks in db.execute_sql('SELECT "id", "tasks" FROM "history_entry"').fetchall():
        for task in json.loads(tasks):
            values = (entry, int(task))
            db.execute_sql('INSERT INTO "history_task" ("entry_id", "task") VALUES (?, ?)', values)
    db.execute_sql(f"PRAGMA user_version = {VERSION}")
