"""变更记录 as a clerk would tell it: who, when, what, before → after; one line for a row of ticks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from models.dataclass import dataclass
from models.rows import ChangedField, HistoryRow
from models.words import short_day

# What is done many times in a row; other changes stand for themselves.
_REPEATED = ("勾选", "取消勾选", "承接", "分工", "状态", "添加佐证", "移除佐证")
_SPAN = dt.timedelta(minutes=30)
_EMPTY = "（空）"
_LINE = 48


@dataclass(frozen=True)
class HistoryGroup:
    """One or several changes of the same kind, by the same person, soon after each other."""

    title: str
    facts: str
    lines: tuple[str, ...]


def grouped(rows: Iterable[HistoryRow], year: int | None) -> list[HistoryGroup]:
    """Newest first, as they come; `year` is the one that need not be said."""
    found: list[list[HistoryRow]] = []
    for row in rows:
        if found and _belongs(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return [_group(each, year) for each in found]


def _belongs(newer: HistoryRow, row: HistoryRow) -> bool:
    verb = _verb(row)
    return (
        verb in _REPEATED
        and verb == _verb(newer)
        and row.operator == newer.operator
        and row.taken_back == newer.taken_back
        and abs(newer.at - row.at) <= _SPAN
    )


def _verb(row: HistoryRow) -> str:
    return row.label.partition(" ")[0]


def _group(rows: Sequence[HistoryRow], year: int | None) -> HistoryGroup:
    first, taken = rows[0], "（已撤销）" if rows[0].taken_back else ""
    title = first.label
    if len(rows) > 1:
        # The eldest first, as the numbers run.
        things = dict.fromkeys(row.label.partition(" ")[2] for row in reversed(rows))
        title = f"{_verb(first)} {'、'.join(things)}"
    said = dict.fromkeys(line for row in reversed(rows) for line in map(line_of, row.fields))
    return HistoryGroup(f"{title}{taken}", _facts(rows, year), tuple(_joined(said)))


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Short sayings share a line: 状态：推进中　报送人：蒋敏."""
    waiting = ""
    for line in lines:
        if waiting and len(waiting) + len(line) < _LINE:
            waiting = f"{waiting}　{line}"
            continue
        if waiting:
            yield waiting
        waiting = line
    if waiting:
        yield waiting


def _facts(rows: Sequence[HistoryRow], year: int | None) -> str:
    last, first = rows[0].at, rows[-1].at
    when = f"{short_day(last.date(), year or last.year)} {last:%H:%M}"
    if len(rows) > 1 and f"{first:%H:%M}" != f"{last:%H:%M}":
        when = f"{short_day(first.date(), year or first.year)} {first:%H:%M}～{last:%H:%M}"
    count = f"　共{len(rows)}次" if len(rows) > 1 else ""
    return f"{when}　{rows[0].operator or '未说明操作人'}{count}"


def line_of(field: ChangedField) -> str:
    """责任人：冯志强 → 李思远; what is new has no before."""
    if not field.before:
        words = f"{field.name}：{field.after}"
    else:
        words = f"{field.name}：{field.before} → {field.after or _EMPTY}"
    return words if field.times == 1 else f"{words}（{field.times}处）"
