"""What the search looks through: a folded copy of each text, kept with every change.

`models.history` calls `keep` in the transaction of the change itself, undo and redo included.
Trigrams (FTS5) stand beside the copy where SQLite has them (3.34 and later); where it has not, they
are marked as out of date and made anew by the next program that has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import peewee as pw

from models.dataclass import dataclass
from models.folding import folded
from models.indexstate import TEXTS_VERSION, trigrams_possible
from models.schema import (
    Evidence,
    Measure,
    Note,
    ProgressEntry,
    Record,
    SearchState,
    SearchText,
    Task,
)
from models.text import proper
from models.watching import tell

Raw = Mapping[str, Any]
COLUMN, FORM = "\x1f", "\x1e"
_REPORT = tuple(
    f"{side}_{part}" for part in ("text", "problems", "next") for side in ("reviewed", "original")
)
_TABLE = "search_trigram"
_SHORTEST_TRIGRAM = 3
# Rows between two looks at how far a new index is.
_AT_ONCE = 500
_INDEXING = "正在为搜索整理文字，只做这一次……"
_ORDER = (
    " ORDER BY s.rank, t.id IS NOT NULL, t.local_number != '', t.position, s.task, s.row_id LIMIT ?"
)
_ROWS = (
    "SELECT s.rank, s.row_id, s.task, s.folded, s.initials, t.local_number, t.position"
    " FROM search_text AS s LEFT JOIN task AS t ON t.id = s.task WHERE s.plan = ?"
)


@dataclass(frozen=True)
class Place:
    """One kind of thing that is searched; `columns` in the order in which a hit is shown."""

    kind: str
    model: type[Record]
    columns: tuple[str, ...]


# In the order of the answer.
PLACES = (
    Place("task", Task, ("short_title", "text", "local_text")),
    Place("measure", Measure, ("text", "local_text")),
    Place("progress", ProgressEntry, _REPORT),
    Place("note", Note, ("text", "author")),
    Place("evidence", Evidence, ("name", "document_number", "place")),
)
_RANKS = {place.model._meta.table_name: rank for rank, place in enumerate(PLACES)}


def keep(steps: Mapping[tuple[str, int], tuple[Raw | None, Raw | None]]) -> None:
    """Bring the index up to date with the rows that a change touched, before and after."""
    touched = {
        key: after
        for key, (before, after) in steps.items()
        if key[0] in _RANKS and _looked_at(key[0], before) != _looked_at(key[0], after)
    }
    if not touched:
        return
    trigrams = trigrams_ready()
    if not trigrams and SearchState.get_by_id(1).trigrams:
        # This SQLite cannot keep them; one that can will make them anew.
        SearchState.update(trigrams=0).execute()
    # What was made just now stands nowhere yet.
    _remove((key for key in touched if steps[key][0] is not None), trigrams)
    _insert(_lines(touched), trigrams)


def _looked_at(table: str, row: Raw | None) -> tuple[Any, ...] | None:
    """What of a row the index holds; None where it holds nothing."""
    if row is None or row.get("merged_into_id") is not None:
        return None
    return tuple(row[column] or "" for column in PLACES[_RANKS[table]].columns)


def _remove(touched: Iterable[tuple[str, int]], trigrams: bool) -> None:
    for table, row_id in touched:
        line = SearchText.get_or_none(SearchText.table == table, SearchText.row == row_id)
        if line is None:
            continue
        if trigrams:
            _execute(
                f"INSERT INTO {_TABLE} ({_TABLE}, rowid, folded, initials)"
                " VALUES ('delete', ?, ?, ?)",
                (line.id, line.folded, line.initials),
            )
        SearchText.delete().where(SearchText.id == line.id).execute()


def _lines(rows: Mapping[tuple[str, int], Raw | None]) -> list[dict[str, Any]]:
    """The rows as the index holds them, with the plan and task that each belongs to."""
    # Late: whoever only looks at a ledger changes no row of its index.
    from models.pinyin import initials

    shown = {key: row for key, row in rows.items() if _looked_at(key[0], row) is not None and row}
    notes = _note_plans(row for row in shown.values() if row.get("note_id"))
    tasks = {key: _task_of(key, row) for key, row in shown.items()}
    plans = _task_plans(task for task in tasks.values() if task is not None)
    found = []
    for (table, row_id), row in shown.items():
        task = tasks[(table, row_id)]
        direct = row.get("plan_id") or notes.get(row.get("note_id") or 0)
        plan = direct if task is None else plans.get(task)
        if plan is None:
            continue
        text = _folded(_looked_at(table, row) or ())
        found.append(
            {
                "table": table,
                "row": row_id,
                "rank": _RANKS[table],
                "plan": plan,
                "task": task,
                "folded": text,
                "initials": initials(text),
            }
        )
    return found


def _folded(texts: Iterable[str]) -> str:
    """Each column as received, and as shown where folding leaves the two apart."""
    columns = []
    for text in texts:
        received, shown = folded(text), folded(proper(text))
        columns.append(received if received == shown else f"{received}{FORM}{shown}")
    return COLUMN.join(columns)


def _task_of(key: tuple[str, int], row: Raw) -> int | None:
    return key[1] if key[0] == "task" else row.get("task_id")


def _task_plans(task_ids: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for batch in pw.chunked(sorted(set(task_ids)), 500):
        found.update(Task.select(Task.id, Task.plan).where(Task.id.in_(batch)).tuples())
    return found


def _note_plans(rows: Iterable[Raw]) -> dict[int, int]:
    wanted = sorted({row["note_id"] for row in rows})
    found: dict[int, int] = {}
    for batch in pw.chunked(wanted, 500):
        found.update(Note.select(Note.id, Note.plan).where(Note.id.in_(batch)).tuples())
    return found


def _insert(lines: list[dict[str, Any]], trigrams: bool) -> None:
    for line in lines:
        row_id = SearchText.insert(**line).execute()
        if trigrams:
            _execute(
                f"INSERT INTO {_TABLE} (rowid, folded, initials) VALUES (?, ?, ?)",
                (row_id, line["folded"], line["initials"]),
            )


def trigrams_ready() -> bool:
    """Whether the trigrams can be used and are up to date."""
    return trigrams_possible() and bool(SearchState.get_by_id(1).trigrams)


def build() -> None:
    """Make what is not up to date; for a ledger of an older version, or of an older SQLite."""
    if SearchState.get_by_id(1).texts != TEXTS_VERSION:
        build_texts()
    if trigrams_possible() and not SearchState.get_by_id(1).trigrams:
        build_trigrams()


def build_texts() -> None:
    """Make the folded copy of every row anew; the trigrams are out of date then."""
    SearchText.delete().execute()
    total = sum(place.model.select().count() for place in PLACES)
    done = 0
    for place in PLACES:
        table = place.model._meta.table_name
        for rows in pw.chunked(place.model.select().dicts(), _AT_ONCE):
            tell(_INDEXING, done, total)
            found = {(table, row["id"]): _raw(row) for row in rows}
            for batch in pw.chunked(_lines(found), 100):
                SearchText.insert_many(batch).execute()
            done += len(rows)
    SearchState.update(texts=TEXTS_VERSION, trigrams=0).execute()


def _raw(row: dict[str, Any]) -> Raw:
    """A row of peewee's with the names of the columns, as the history keeps them."""
    links = ("plan", "task", "note", "merged_into")
    return {f"{name}_id" if name in links else name: value for name, value in row.items()}


def build_trigrams() -> None:
    """Make the trigrams anew from the folded copy."""
    tell(_INDEXING)
    _execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {_TABLE} USING fts5(folded, initials,"
        " content='search_text', content_rowid='id', tokenize='trigram')"
    )
    _execute(f"INSERT INTO {_TABLE} ({_TABLE}) VALUES ('rebuild')")
    SearchState.update(trigrams=1).execute()


def find(plan_id: int, wanted: str, limit: int) -> list[tuple[Any, ...]]:
    """The lines that hold a folded text, in the order of the answer.

    Each: rank, row, task, folded text, initials, the task's local number and its position.
    """
    values: tuple[str, ...]
    if len(wanted) >= _SHORTEST_TRIGRAM and trigrams_ready():
        phrase = wanted.replace('"', '""')
        condition = " AND s.id IN (SELECT rowid FROM search_trigram WHERE search_trigram MATCH ?)"
        values = (f'"{phrase}"',)
    else:
        escaped = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        condition = " AND (s.folded LIKE ? ESCAPE '\\' OR s.initials LIKE ? ESCAPE '\\')"
        values = (f"%{escaped}%",) * 2
    cursor = _execute(_ROWS + condition + _ORDER, (plan_id, *values, limit))
    return list(cursor.fetchall())


def _execute(sql: str, values: tuple[Any, ...] = ()) -> Any:  # noqa: ANN401 (a cursor)
    return SearchText._meta.database.execute_sql(sql, values)
