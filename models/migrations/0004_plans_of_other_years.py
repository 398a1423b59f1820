"""A plan has its 原件; what a 修订 changed, and where a task was carried over from, is kept."""

from __future__ import annotations

from typing import Any

VERSION = 4
STATEMENTS = (
    'ALTER TABLE "task" ADD COLUMN "origin" TEXT',
    'ALTER TABLE "task" ADD COLUMN "carried_from_id" INTEGER REFERENCES "task" ("id")',
    'ALTER TABLE "task" ADD COLUMN "withdrawn_on" DATE',
    'CREATE INDEX "task_carried_from_id" ON "task" ("carried_from_id")',
    'ALTER TABLE "evidence" ADD COLUMN "plan_id" INTEGER REFERENCES "plan" ("id")',
    'CREATE INDEX "evidence_plan_id" ON "evidence" ("plan_id")',
    (
        'CREATE TABLE "revision" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER NOT NULL, '
        '"dated_on" DATE NOT NULL, '
        '"document_number" TEXT NOT NULL, '
        '"issued_on" DATE, '
        '"title" TEXT NOT NULL, '
        '"former_title" TEXT NOT NULL, '
        '"former_preamble" TEXT NOT NULL, '
        '"former_source" TEXT NOT NULL, '
        '"former_findings" TEXT NOT NULL, '
        'FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"))'
    ),
    'CREATE INDEX "revision_plan_id" ON "revision" ("plan_id")',
    (
        'CREATE TABLE "former_task" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"revision_id" INTEGER NOT NULL, '
        '"task_id" INTEGER NOT NULL, '
        '"course" TEXT NOT NULL CHECK'
        " (course in ('changed', 'added', 'removed', 'restored')), "
        '"text" TEXT NOT NULL, '
        '"lead_units" TEXT NOT NULL, '
        '"responsible_units" TEXT NOT NULL, '
        '"supporting_units" TEXT NOT NULL, '
        '"deadline_text" TEXT NOT NULL, '
        '"deadline_on" DATE, '
        '"measures" TEXT NOT NULL, '
        'FOREIGN KEY ("revision_id") REFERENCES "revision" ("id"), '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"))'
    ),
    'CREATE INDEX "former_task_revision_id" ON "former_task" ("revision_id")',
    'CREATE INDEX "former_task_task_id" ON "former_task" ("task_id")',
)


def up(migrator: Any, db: Any) -> None:
    """Add the columns and tables and set the version, in the runner's one transaction."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
    db.execute_sql(f"PRAGMA user_version = {VERSION}")
