"""The plans of a ledger."""

from __future__ import annotations

from models.errors import KnownError
from models.rows import PlanRow
from models.schema import Plan


def plans() -> tuple[PlanRow, ...]:
    """All plans, newest first."""
    rows = Plan.select().order_by(Plan.year.desc(), Plan.issued_on.desc(), Plan.id.desc())
    return tuple(plan_row(row) for row in rows)


def plan_row(row: Plan) -> PlanRow:
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
    for row in found:
        if key in (row.document_number, str(row.year)):
            return row
    known = "、".join(row.document_number or str(row.year) for row in found)
    raise KnownError(f"台账里没有“{key}”这份工作要点，没有改动；现有：{known}。")


def find_plan_row(plan_id: int) -> PlanRow:
    """The plan with this id; `KnownError` when it is gone."""
    row = Plan.get_or_none(Plan.id == plan_id)
    if row is None:
        raise KnownError("这份工作要点已经不在台账里，没有改动任何内容；请刷新后再试。")
    return plan_row(row)
