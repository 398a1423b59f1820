"""Search in tasks, measures, notes, progress and evidence of one plan.

Texts stay as received, half-width marks and stray blanks included, while screens show the proper
form. Both stand folded in `models.searchindex`, beside the initials of their pinyin.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from models import searchindex
from models.folding import folded
from models.hits import SearchHit
from models.queries.moment import Which
from models.queries.numbered import numbered
from models.reading import rows
from models.searchindex import COLUMN, FORM, PLACES

_LONGEST = 1000


def search(plan_id: int, text: str, limit: int = 200) -> tuple[SearchHit, ...]:
    """Where the text occurs, tasks first; also by the initials of its pinyin (zscq) and by number.

    Case, width of marks and blanks make no difference; % and _ mean themselves. What is longer
    than a thousand characters was pasted by mistake and finds nothing.
    """
    wanted = folded(text)
    if not 0 < len(wanted) <= _LONGEST:
        return ()
    lines = searchindex.find(plan_id, wanted, limit)
    records = _records(lines)
    places = _places({line[2] for line in lines if line[2] is not None})
    hits = [
        _hit(line, records[(line[0], line[1])], wanted, places)
        for line in lines
        if (line[0], line[1]) in records
    ]
    # Whoever types 38 means the task with that number first.
    first = numbered(plan_id, text)
    known = {(hit.kind, hit.row_id) for hit in first}
    return (*first, *(hit for hit in hits if (hit.kind, hit.row_id) not in known))[:limit]


def _places(task_ids: set[int]) -> dict[int, int]:
    """Which place each shown measure of some tasks has there, from 1; a question for all."""
    found: dict[int, int] = {}
    last: tuple[int, int] = (0, 0)
    which = Which.tasks(sorted(task_ids))
    shown = rows(
        f"SELECT id, task_id FROM measure WHERE task_id IN {which.sql}"
        " AND merged_into_id IS NULL ORDER BY task_id, position, id",
        *which.values,
    )
    for measure_id, task_id in shown:
        last = (task_id, last[1] + 1 if task_id == last[0] else 1)
        found[measure_id] = last[1]
    return found


def _records(lines: list[tuple[Any, ...]]) -> dict[tuple[int, int], dict[str, Any]]:
    """The rows themselves, by kind and id; a question a kind."""
    wanted: dict[int, list[int]] = defaultdict(list)
    for rank, row_id, *_ in lines:
        wanted[rank].append(row_id)
    found = {}
    for rank, ids in wanted.items():
        model = PLACES[rank].model
        for row in model.select().where(model.id.in_(ids)).dicts():
            found[(rank, row["id"])] = row
    return found


def _hit(
    line: tuple[Any, ...], row: dict[str, Any], wanted: str, places: dict[int, int]
) -> SearchHit:
    rank, row_id, task_id, text, letters, local, position = line
    place = PLACES[rank]
    column, span = _found(text, letters, wanted)
    measure_id = row_id if place.kind == "measure" else row.get("measure")
    label = "" if task_id is None else local or str(position)
    number = places.get(measure_id or 0)
    return SearchHit(
        place.kind,
        task_id,
        measure_id,
        f"{label}.{number}" if number is not None else label,
        str(row[place.columns[column]] or ""),
        span,
        row_id,
        str(row.get("period") or ""),
    )


def _found(text: str, letters: str, wanted: str) -> tuple[int, tuple[int, int]]:
    """In which column it stands, and where in the shown form; characters before initials."""
    for source in (text, letters):
        for column, forms in enumerate(source.split(COLUMN)):
            if wanted in forms:
                shown = text.split(COLUMN)[column].split(FORM)
                return column, _span(forms.split(FORM), shown, wanted)
    return 0, (0, 0)


def _span(forms: list[str], texts: list[str], wanted: str) -> tuple[int, int]:
    """Start and length in the last form, which is the shown one."""
    start = forms[-1].find(wanted)
    if start >= 0:
        return start, len(wanted)
    # Only as received: letters, digits and characters are the same in both, marks are not.
    start = forms[0].find(wanted)
    before = sum(map(str.isalnum, texts[0][:start]))
    inside = sum(map(str.isalnum, texts[0][start : start + len(wanted)]))
    places = [place for place, mark in enumerate(texts[-1]) if mark.isalnum()]
    if not inside or before + inside > len(places):
        return 0, 0
    return places[before], places[before + inside - 1] + 1 - places[before]
