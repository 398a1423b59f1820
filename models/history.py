"""The only way to write a row. Keeps every touched row before and after; undo and redo.

Rows are kept as the database holds them (raw values as JSON), so that taking a change back
restores them exactly. Nothing here knows what the rows mean.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import peewee as pw

from models import searchindex
from models.actor import Actor
from models.errors import KnownError, StaleError
from models.rows import Change
from models.schema import RECORDS, Blob, HistoryEntry, HistoryStep, HistoryTask, Record
from models.text import clean

Raw = dict[str, Any]
_TABLES: dict[str, type[Record]] = {model._meta.table_name: model for model in RECORDS}
_ORDER = {name: place for place, name in enumerate(_TABLES)}
_LONGEST_NAME = 300


@dataclasses.dataclass(eq=False, repr=False)
class Work:
    """One change in the making: every row that a command writes goes through here."""

    actor: Actor
    verb: str
    label: str = ""
    tasks: set[int] = dataclasses.field(default_factory=set)
    notices: list[str] = dataclasses.field(default_factory=list)
    new_id: int | None = None
    steps: dict[tuple[str, int], tuple[Raw | None, Raw | None]] = dataclasses.field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        """The operator's name is a typed text like any other."""
        operator = clean(self.actor.operator, _LONGEST_NAME, lines=False)
        self.actor = dataclasses.replace(self.actor, operator=operator)

    @property
    def today(self) -> dt.date:
        """The day of the change, for the rules."""
        return self.actor.today

    @property
    def newest_day(self) -> dt.date:
        """The last day that anything done can bear: what is dated later came from a wrong clock."""
        return max(self.actor.today, self.actor.now.date())

    def about(self, task_id: int | None) -> None:
        """Say which task the change concerns."""
        if task_id is not None:
            self.tasks.add(task_id)

    def insert(self, model: type[Record], **values: Any) -> int:  # noqa: ANN401 (columns)
        """Make a row and answer with its id."""
        row_id = int(model.insert(**values).execute())
        self._keep(model, row_id, None)
        return row_id

    def update(self, model: type[Record], row_id: int, **values: Any) -> bool:  # noqa: ANN401
        """Change a row; answers whether anything was different."""
        before = read_row(model, row_id)
        if before is None:
            raise KnownError("这一条已经不在台账里，没有改动任何内容；请刷新后再试。")
        model.update(**values).where(model.id == row_id).execute()
        if read_row(model, row_id) == before:
            return False
        self._keep(model, row_id, before)
        return True

    def delete(self, model: type[Record], row_id: int) -> None:
        """Remove a row."""
        before = read_row(model, row_id)
        if before is None:
            raise KnownError("这一条已经不在台账里，没有改动任何内容；请刷新后再试。")
        model.delete().where(model.id == row_id).execute()
        self._keep(model, row_id, before)

    def store(self, sha256: str, content: bytes) -> None:
        """Keep the bytes of a file once; they stay, so that undo can always bring them back."""
        if not Blob.select().where(Blob.sha256 == sha256).exists():
            Blob.insert(sha256=sha256, size=len(content), content=content).execute()

    def _keep(self, model: type[Record], row_id: int, before: Raw | None) -> None:
        table = model._meta.table_name
        first = self.steps.get((table, row_id), (before, None))[0]
        self.steps[(table, row_id)] = (first, read_row(model, row_id))


def read_row(model: type[Record], row_id: int) -> Raw | None:
    """One row as the database holds it, or None."""
    table = model._meta.table_name
    cursor = model._meta.database.execute_sql(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
    found = cursor.fetchone()
    if found is None:
        return None
    return {column[0]: value for column, value in zip(cursor.description, found, strict=True)}


def record(work: Work, reverts: int | None = None) -> Change:
    """Write the change into 变更记录 and answer with it; nothing is written for no change."""
    steps = {key: pair for key, pair in work.steps.items() if pair[0] != pair[1]}
    if not steps:
        return Change(0, work.label, notices=tuple(work.notices), new_id=work.new_id)
    entry = int(
        HistoryEntry.insert(
            at=work.actor.now,
            dated_on=work.actor.today,
            operator=work.actor.operator,
            verb=work.verb,
            label=work.label,
            tasks=sorted(work.tasks),
            reverts=reverts,
        ).execute()
    )
    rows = [
        {"entry": entry, "table": table, "row": row, "before": _dump(old), "after": _dump(new)}
        for (table, row), (old, new) in steps.items()
    ]
    for batch in pw.chunked(rows, 100):
        HistoryStep.insert_many(batch).execute()
    if work.tasks:
        concerned = [{"entry": entry, "task": task} for task in sorted(work.tasks)]
        for batch in pw.chunked(concerned, 100):
            HistoryTask.insert_many(batch).execute()
    searchindex.keep(steps)
    return Change(
        entry,
        work.label,
        frozenset(table for table, _ in steps),
        frozenset(work.tasks),
        work.new_id,
        tuple(work.notices),
    )


def revert(entry_id: int, actor: Actor, *, redo: bool) -> Change:
    """Write back what a change found (undo), or what it made (redo), as a new change.

    Raises `StaleError` when one of its rows has changed since, or another now points at one that
    would go; nothing is kept then.
    """
    entry = HistoryEntry.get_by_id(entry_id)
    steps = list(HistoryStep.select().where(HistoryStep.entry == entry_id).order_by(HistoryStep.id))
    label = f"{'重做' if redo else '撤销'}：{entry.label}"
    work = Work(actor, "redo" if redo else "undo", label, set(entry.tasks))
    pairs = [
        (step.table, step.row, *((step.before, step.after) if redo else (step.after, step.before)))
        for step in steps
    ]
    stale = StaleError(
        f"“{entry.label}”之后内容又有改动，不能{label[:2]}，现有内容都在；请直接修改。"
    )
    if any(_dump(read_row(_TABLES[table], row)) != expected for table, row, expected, _ in pairs):
        raise stale
    _write_back(work, pairs)
    if any(_dangles(table, row, new) for table, row, _, new in pairs):
        raise stale
    HistoryEntry.update(live=redo).where(HistoryEntry.id == entry_id).execute()
    return record(work, reverts=entry_id)


def _write_back(work: Work, pairs: list[tuple[str, int, str | None, str | None]]) -> None:
    """Write rows so that none ever points at a missing one: checks wait until the end."""
    database = HistoryEntry._meta.database
    database.execute_sql("PRAGMA defer_foreign_keys = 1")
    for table, row, old, new in sorted(pairs, key=lambda pair: _ORDER[pair[0]]):
        model = _TABLES[table]
        if new is None:
            database.execute_sql(f'DELETE FROM "{table}" WHERE id = ?', (row,))
        else:
            values: Raw = json.loads(new)
            columns = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join("?" for _ in values)
            # Not REPLACE: that would delete the row first, and with it break what points at it.
            if old is not None:
                pairs_sql = ", ".join(f'"{name}" = ?' for name in values)
                database.execute_sql(
                    f'UPDATE "{table}" SET {pairs_sql} WHERE id = ?', (*values.values(), row)
                )
            else:
                database.execute_sql(
                    f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(values.values())
                )
        before = None if old is None else json.loads(old)
        work.steps[(table, row)] = (before, read_row(model, row))


def _dangles(table: str, row: int, written: str | None) -> bool:
    """Whether a row that was written points at nothing, or one that went is still pointed at.

    Only the rows of the change are looked at: to check a whole ledger takes tenths of a second.
    """
    if written is not None:
        return any(
            (value := json.loads(written)[link.column_name]) is not None
            and not link.rel_model.select().where(link.rel_field == value).exists()
            for link in _TABLES[table]._meta.refs
        )
    return any(
        link.model.select().where(link == row).exists()
        for model in RECORDS
        for link in model._meta.refs
        if link.rel_model is _TABLES[table]
    )


def _dump(row: Raw | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)
