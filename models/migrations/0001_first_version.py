"""The first version: the tables as they were on the day of the first release."""

from __future__ import annotations

from typing import Any

VERSION = 1
STATEMENTS = (
    (
        'CREATE TABLE "plan" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"title" TEXT NOT NULL, '
        '"notice_title" TEXT NOT NULL, '
        '"document_number" TEXT NOT NULL, '
        '"issuers" TEXT NOT NULL, '
        '"addressees" TEXT NOT NULL, '
        '"issued_on" DATE, '
        '"received_on" DATE, '
        '"received_number" TEXT NOT NULL, '
        '"preamble" TEXT NOT NULL, '
        '"year" INTEGER NOT NULL, '
        '"source_text" TEXT NOT NULL, '
        '"findings" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "part" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER NOT NULL, '
        '"position" INTEGER NOT NULL, '
        '"number" TEXT NOT NULL, '
        '"title" TEXT NOT NULL, '
        '"text" TEXT NOT NULL, '
        'FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"))'
    ),
    'CREATE INDEX "part_plan_id" ON "part" ("plan_id")',
    (
        'CREATE TABLE "item" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER NOT NULL, '
        '"part_id" INTEGER, '
        '"position" INTEGER NOT NULL, '
        '"number" TEXT NOT NULL, '
        '"title" TEXT NOT NULL, '
        '"text" TEXT NOT NULL, '
        'FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"), '
        'FOREIGN KEY ("part_id") REFERENCES "part" ("id"))'
    ),
    'CREATE INDEX "item_plan_id" ON "item" ("plan_id")',
    'CREATE INDEX "item_part_id" ON "item" ("part_id")',
    (
        'CREATE TABLE "task" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER NOT NULL, '
        '"part_id" INTEGER, '
        '"item_id" INTEGER, '
        '"position" INTEGER NOT NULL, '
        '"number" TEXT NOT NULL, '
        '"local_number" TEXT NOT NULL, '
        '"text" TEXT NOT NULL, '
        '"short_title" TEXT NOT NULL, '
        '"local_text" TEXT NOT NULL, '
        '"lead_units" TEXT NOT NULL, '
        '"responsible_units" TEXT NOT NULL, '
        '"supporting_units" TEXT NOT NULL, '
        '"deadline_text" TEXT NOT NULL, '
        '"deadline_on" DATE, '
        '"tracked" INTEGER NOT NULL, '
        "\"role\" TEXT NOT NULL CHECK (role in ('undecided', 'own', 'assist', 'none')), "
        '"reason" TEXT NOT NULL, '
        '"carries_out" TEXT NOT NULL, '
        'FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"), '
        'FOREIGN KEY ("part_id") REFERENCES "part" ("id"), '
        'FOREIGN KEY ("item_id") REFERENCES "item" ("id"))'
    ),
    'CREATE INDEX "task_plan_id" ON "task" ("plan_id")',
    'CREATE INDEX "task_part_id" ON "task" ("part_id")',
    'CREATE INDEX "task_item_id" ON "task" ("item_id")',
    (
        'CREATE TABLE "measure" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"task_id" INTEGER NOT NULL, '
        '"position" INTEGER NOT NULL, '
        '"issued" INTEGER NOT NULL, '
        '"text" TEXT NOT NULL, '
        '"local_text" TEXT NOT NULL, '
        "\"role\" TEXT NOT NULL CHECK (role in ('', 'undecided', 'own', 'assist', 'none')), "
        '"reason" TEXT NOT NULL, '
        '"lead_units" TEXT NOT NULL, '
        '"responsible_units" TEXT NOT NULL, '
        '"supporting_units" TEXT NOT NULL, '
        '"references" TEXT NOT NULL, '
        '"split_from_id" INTEGER, '
        '"merged_into_id" INTEGER, '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("split_from_id") REFERENCES "measure" ("id"), '
        'FOREIGN KEY ("merged_into_id") REFERENCES "measure" ("id"))'
    ),
    'CREATE INDEX "measure_task_id" ON "measure" ("task_id")',
    'CREATE INDEX "measure_split_from_id" ON "measure" ("split_from_id")',
    'CREATE INDEX "measure_merged_into_id" ON "measure" ("merged_into_id")',
    (
        'CREATE TABLE "tick" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"measure_id" INTEGER NOT NULL, '
        '"ticked" INTEGER NOT NULL, '
        '"ticked_on" DATE NOT NULL, '
        '"ticked_by" TEXT NOT NULL, '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"))'
    ),
    'CREATE INDEX "tick_measure_id" ON "tick" ("measure_id")',
    (
        'CREATE TABLE "deliverable" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"measure_id" INTEGER NOT NULL, '
        "\"kind\" TEXT NOT NULL CHECK (kind in ('document', 'meeting', 'campaign', 'platform')), "
        '"name" TEXT NOT NULL, '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"))'
    ),
    'CREATE INDEX "deliverable_measure_id" ON "deliverable" ("measure_id")',
    (
        'CREATE TABLE "target" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"measure_id" INTEGER NOT NULL, '
        '"text" TEXT NOT NULL, '
        '"label" TEXT NOT NULL, '
        '"operator" TEXT NOT NULL, '
        '"low" REAL, '
        '"high" REAL, '
        '"unit" TEXT NOT NULL, '
        '"local_target" REAL, '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"))'
    ),
    'CREATE INDEX "target_measure_id" ON "target" ("measure_id")',
    (
        'CREATE TABLE "target_value" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"target_id" INTEGER NOT NULL, '
        '"period" TEXT NOT NULL, '
        '"value" REAL, '
        '"said_on" DATE NOT NULL, '
        'FOREIGN KEY ("target_id") REFERENCES "target" ("id"))'
    ),
    'CREATE INDEX "target_value_target_id" ON "target_value" ("target_id")',
    (
        'CREATE TABLE "section" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"position" INTEGER NOT NULL, '
        '"name" TEXT NOT NULL, '
        '"short_name" TEXT NOT NULL, '
        '"kind" TEXT NOT NULL, '
        '"active" INTEGER NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "section_name" ON "section" ("name")',
    (
        'CREATE TABLE "person" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"position" INTEGER NOT NULL, '
        '"name" TEXT NOT NULL, '
        '"section_id" INTEGER, '
        '"post" TEXT NOT NULL, '
        '"phone" TEXT NOT NULL, '
        '"active" INTEGER NOT NULL, '
        'FOREIGN KEY ("section_id") REFERENCES "section" ("id"))'
    ),
    'CREATE INDEX "person_section_id" ON "person" ("section_id")',
    (
        'CREATE TABLE "assignment" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"task_id" INTEGER NOT NULL, '
        '"measure_id" INTEGER, '
        '"leader" TEXT NOT NULL, '
        '"section_id" INTEGER, '
        '"section_name" TEXT NOT NULL, '
        '"person" TEXT NOT NULL, '
        '"handler" TEXT NOT NULL, '
        '"phone" TEXT NOT NULL, '
        '"supporting_sections" TEXT NOT NULL, '
        '"supporting_units" TEXT NOT NULL, '
        '"due_on" DATE, '
        '"effective_on" DATE NOT NULL, '
        '"basis" TEXT NOT NULL, '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"), '
        'FOREIGN KEY ("section_id") REFERENCES "section" ("id"))'
    ),
    'CREATE INDEX "assignment_task_id" ON "assignment" ("task_id")',
    'CREATE INDEX "assignment_measure_id" ON "assignment" ("measure_id")',
    'CREATE INDEX "assignment_section_id" ON "assignment" ("section_id")',
    (
        'CREATE TABLE "extension" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"task_id" INTEGER NOT NULL, '
        '"old_due" DATE NOT NULL, '
        '"new_due" DATE NOT NULL, '
        '"reason" TEXT NOT NULL, '
        '"progress" TEXT NOT NULL, '
        '"agreed_by" TEXT NOT NULL, '
        '"agreed_on" DATE NOT NULL, '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"))'
    ),
    'CREATE INDEX "extension_task_id" ON "extension" ("task_id")',
    (
        'CREATE TABLE "progress_entry" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"task_id" INTEGER NOT NULL, '
        '"measure_id" INTEGER, '
        '"period" TEXT NOT NULL, '
        '"section_id" INTEGER, '
        '"section_name" TEXT NOT NULL, '
        '"reporter" TEXT NOT NULL, '
        '"reviewer" TEXT NOT NULL, '
        '"reported_on" DATE NOT NULL, '
        '"as_of" DATE NOT NULL, '
        '"manner" TEXT NOT NULL, '
        '"status" TEXT NOT NULL, '
        '"percent" REAL CHECK (percent is null or percent between 0 and 100), '
        '"nothing_new" INTEGER NOT NULL, '
        '"original_text" TEXT NOT NULL, '
        '"original_problems" TEXT NOT NULL, '
        '"original_next" TEXT NOT NULL, '
        '"reviewed_text" TEXT, '
        '"reviewed_problems" TEXT, '
        '"reviewed_next" TEXT, '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"), '
        'FOREIGN KEY ("section_id") REFERENCES "section" ("id"))'
    ),
    'CREATE INDEX "progress_entry_task_id" ON "progress_entry" ("task_id")',
    'CREATE INDEX "progress_entry_measure_id" ON "progress_entry" ("measure_id")',
    'CREATE INDEX "progress_entry_period" ON "progress_entry" ("period")',
    'CREATE INDEX "progress_entry_section_id" ON "progress_entry" ("section_id")',
    (
        'CREATE TABLE "status_change" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"task_id" INTEGER NOT NULL, '
        "\"status\" TEXT NOT NULL CHECK (status in ('not-started', 'doing', 'ongoing', 'suspended', 'completed', 'closed', 'returned')), "
        '"said_on" DATE NOT NULL, '
        '"as_of" DATE NOT NULL, '
        '"entry_id" INTEGER, '
        '"reason" TEXT NOT NULL, '
        '"proof" TEXT NOT NULL, '
        '"checker" TEXT NOT NULL, '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("entry_id") REFERENCES "progress_entry" ("id"))'
    ),
    'CREATE INDEX "status_change_task_id" ON "status_change" ("task_id")',
    'CREATE INDEX "status_change_entry_id" ON "status_change" ("entry_id")',
    (
        'CREATE TABLE "note" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER, '
        '"task_id" INTEGER, '
        '"measure_id" INTEGER, '
        "\"kind\" TEXT NOT NULL CHECK (kind in ('note', 'instruction')), "
        '"dated_on" DATE NOT NULL, '
        '"author" TEXT NOT NULL, '
        '"text" TEXT NOT NULL, '
        'FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"), '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"))'
    ),
    'CREATE INDEX "note_plan_id" ON "note" ("plan_id")',
    'CREATE INDEX "note_task_id" ON "note" ("task_id")',
    'CREATE INDEX "note_measure_id" ON "note" ("measure_id")',
    (
        'CREATE TABLE "evidence" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"task_id" INTEGER, '
        '"measure_id" INTEGER, '
        '"note_id" INTEGER, '
        '"blob_id" TEXT, '
        '"name" TEXT NOT NULL, '
        '"document_number" TEXT NOT NULL, '
        '"formed_on" DATE, '
        '"source" TEXT NOT NULL, '
        '"pages" INTEGER, '
        '"place" TEXT NOT NULL, '
        '"file_name" TEXT NOT NULL, '
        '"attached_on" DATE NOT NULL, '
        'FOREIGN KEY ("task_id") REFERENCES "task" ("id"), '
        'FOREIGN KEY ("measure_id") REFERENCES "measure" ("id"), '
        'FOREIGN KEY ("note_id") REFERENCES "note" ("id"), '
        'FOREIGN KEY ("blob_id") REFERENCES "blob" ("sha256"))'
    ),
    'CREATE INDEX "evidence_task_id" ON "evidence" ("task_id")',
    'CREATE INDEX "evidence_measure_id" ON "evidence" ("measure_id")',
    'CREATE INDEX "evidence_note_id" ON "evidence" ("note_id")',
    'CREATE INDEX "evidence_blob_id" ON "evidence" ("blob_id")',
    (
        'CREATE TABLE "period_days" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"code" TEXT NOT NULL, '
        '"cutoff_on" DATE NOT NULL, '
        '"report_on" DATE NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "period_days_code" ON "period_days" ("code")',
    (
        'CREATE TABLE "setting" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"key" TEXT NOT NULL, '
        '"value" TEXT NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "setting_key" ON "setting" ("key")',
    (
        'CREATE TABLE "blob" ("sha256" TEXT NOT NULL PRIMARY KEY, '
        '"size" INTEGER NOT NULL, '
        '"content" BLOB NOT NULL)'
    ),
    (
        'CREATE TABLE "history_entry" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"at" DATETIME NOT NULL, '
        '"dated_on" DATE NOT NULL, '
        '"operator" TEXT NOT NULL, '
        '"verb" TEXT NOT NULL, '
        '"label" TEXT NOT NULL, '
        '"tasks" TEXT NOT NULL, '
        '"reverts_id" INTEGER, '
        '"live" INTEGER NOT NULL, '
        'FOREIGN KEY ("reverts_id") REFERENCES "history_entry" ("id"))'
    ),
    'CREATE INDEX "history_entry_reverts_id" ON "history_entry" ("reverts_id")',
    (
        'CREATE TABLE "history_step" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"entry_id" INTEGER NOT NULL, '
        '"table_name" TEXT NOT NULL, '
        '"row_id" INTEGER NOT NULL, '
        '"before" TEXT, '
        '"after" TEXT, '
        'FOREIGN KEY ("entry_id") REFERENCES "history_entry" ("id"))'
    ),
    'CREATE INDEX "history_step_entry_id" ON "history_step" ("entry_id")',
    ('CREATE INDEX "history_step_table_name_row_id" ON "history_step" ("table_name", "row_id")'),
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables and set the version, in the runner's one transaction."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
    db.execute_sql(f"PRAGMA user_version = {VERSION}")
