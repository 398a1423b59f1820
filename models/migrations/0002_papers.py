"""Papers have a life: what was drafted, edited, signed, numbered and issued is kept."""

from __future__ import annotations

from typing import Any

VERSION = 2
STATEMENTS = (
    (
        'CREATE TABLE "paper" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER NOT NULL, '
        '"kind" TEXT NOT NULL, '
        '"period" TEXT NOT NULL, '
        '"section_id" INTEGER, '
        '"task_id" INTEGER, '
        '"title" TEXT NOT NULL, '
        "\"state\" TEXT NOT NULL CHECK (state in ('draft', 'submitted', 'signed', 'numbered', 'sent', 'void')), "
        '"options" TEXT NOT NULL, '
        '"document_number" TEXT NOT NULL, '
        '"signer" TEXT NOT NULL, '
        '"made_on" DATE NOT NULL, '
        '"submitted_on" DATE, '
        '"signed_on" DATE, '
        '"sent_on" DATE, '
        '"sent_manner" TEXT NOT NULL, '
        '"due_on" DATE, '
        '"answered_on" DATE, '
        '"answer" TEXT NOT NULL, '
        '"void_reason" TEXT NOT NULL, '
        '"replaces_id" INTEGER, '
        '"issued_id" TEXT, '
        '"issued_by" TEXT NOT NULL, '
        '"file_name" TEXT NOT NULL, '
        '"scan_id" TEXT, '
        '"scan_name" TEXT NOT NULL, '
        'FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"), '
        'FOREIGN KEY ("section_id") REFERENCES "section" ("id"), '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("replaces_id") REFERENCES "paper" ("id"), '
        'FOREIGN KEY ("issued_id") REFERENCES "blob" ("sha256"), '
        'FOREIGN KEY ("scan_id") REFERENCES "blob" ("sha256"))'
    ),
    ('CREATE INDEX "paper_plan_id" ON "paper" ("plan_id")'),
    ('CREATE INDEX "paper_section_id" ON "paper" ("section_id")'),
    ('CREATE INDEX "paper_task_id" ON "paper" ("task_id")'),
    ('CREATE INDEX "paper_replaces_id" ON "paper" ("replaces_id")'),
    ('CREATE INDEX "paper_issued_id" ON "paper" ("issued_id")'),
    ('CREATE INDEX "paper_scan_id" ON "paper" ("scan_id")'),
    (
        'CREATE TABLE "paper_edit" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"paper_id" INTEGER NOT NULL, '
        '"key" TEXT NOT NULL, '
        '"base" TEXT NOT NULL, '
        '"text" TEXT, '
        '"dropped" INTEGER NOT NULL, '
        '"added" INTEGER NOT NULL, '
        '"moved" INTEGER NOT NULL, '
        '"level" INTEGER NOT NULL, '
        '"after" TEXT NOT NULL, '
        'FOREIGN KEY ("paper_id") REFERENCES "paper" ("id"))'
    ),
    ('CREATE INDEX "paper_edit_paper_id" ON "paper_edit" ("paper_id")'),
    ('CREATE UNIQUE INDEX "paper_edit_paper_id_key" ON "paper_edit" ("paper_id", "key")'),
    (
        'CREATE TABLE "paper_version" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"paper_id" INTEGER NOT NULL, '
        '"number" INTEGER NOT NULL, '
        '"saved_on" DATE NOT NULL, '
        '"reason" TEXT NOT NULL, '
        '"passages" TEXT NOT NULL, '
        'FOREIGN KEY ("paper_id") REFERENCES "paper" ("id"))'
    ),
    ('CREATE INDEX "paper_version_paper_id" ON "paper_version" ("paper_id")'),
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and set the version, in the runner's one transaction."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
    db.execute_sql(f"PRAGMA user_version = {VERSION}")
