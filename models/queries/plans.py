"""The plans of a ledger."""

from __future__ import annotations

from typing import Any

from models.errors import KnownError
from models.reading import day, named_rows, words
from models.rows import PlanRow

_KINDS = {"issuers": words, "addressees": words, "issued_on": day, "received_on": day}
_BRACKETS = str.maketrans("()（）[]［］【】", "〔〕" * 5)


def plans() -> tuple[PlanRow, ...]:
    """All plans, newest first."""
    return _plans("ORDER BY year DESC, issued_on DESC, id DESC")


def _plans(which: str, *values: object) -> tuple[PlanRow, ...]:
    found = named_rows(f"SELECT * FROM plan {which}", *values, kinds=_KINDS)
    return tuple(plan_row(row) for row in found)


def plan_row(row: Any) -> PlanRow:  # noqa: ANN401 (a record or a named row)
    """One plan as a row."""
    return PlanRow(
        row.id,
        row.title,
        row.notice_title,
        row.document_number,
        tuple(row.issuers),
        tuple(row.addressees),
        row.issued_on,
        row.received_on,
        row.received_number,
        row.preamble,
        row.year,
        row.source_text,
    )


def find_plan(key: str = "") -> PlanRow:
    """The plan with this number or year, or the newest; `KnownError` when there is none."""
    found = plans()
    if not found:
        raise KnownError("台账里还没有工作要点，没有改动任何内容；请先载入一份。")
    if not key:
        return found[0]
    wanted = _number(key)
    for row in found:
        if wanted in (_number(row.document_number), str(row.year)):
            return row
    known = "、".join(row.document_number or str(row.year) for row in found)
    raise KnownError(f"台账里没有“{key}”这份工作要点，没有改动；现有：{known}。")


def _number(words: str) -> str:
    """A document's number whatever brackets are at hand: 川市监发(2021)21号 is 〔2021〕."""
    return "".join(words.split()).translate(_BRACKETS)


def find_plan_row(plan_id: int) -> PlanRow:
    """The plan with this id; `KnownError` when it is gone."""
    found = _plans("WHERE id = ?", plan_id)
    if not found:
        raise KnownError("这份工作要点已经不在台账里，没有改动任何内容；请刷新后再试。")
    return found[0]
