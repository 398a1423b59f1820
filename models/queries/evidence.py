"""The bytes of evidence and papers, read only when somebody opens them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from models.errors import KnownError
from models.queries.moment import Scope
from models.queries.plan_measures import shown_for
from models.rows import EvidenceRow
from models.schema import Blob, Evidence, Measure, Paper, Task


def evidence_rows(
    task_ids: Sequence[int] | None = None, plan_id: int | None = None
) -> dict[int, list[EvidenceRow]]:
    """佐证材料 of some tasks or of a plan, by task, in the order of their making; not the bytes.

    One on a measure that was merged away hangs on the measure that shows it now.
    """
    scope: Scope = list(task_ids or ())
    if plan_id is not None:
        scope = Task.select(Task.id).where(Task.plan == plan_id)
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    shown = shown_for(
        dict(
            Measure.select(Measure.id, Measure.merged_into).where(Measure.task.in_(scope)).tuples()
        )
    )
    query = Evidence.select(Evidence, Blob.size.alias("bytes")).left_outer_join(Blob)
    query = query.where(Evidence.task.in_(scope)).order_by(Evidence.formed_on, Evidence.id)
    for row in query.namedtuples():
        found[row.task].append(_row(row, shown.get(row.measure, row.measure)))
    return found


def plan_evidence(plan_id: int) -> tuple[EvidenceRow, ...]:
    """What hangs on a plan itself, its 原件 first, in the order of their coming."""
    query = Evidence.select(Evidence, Blob.size.alias("bytes")).left_outer_join(Blob)
    query = query.where(Evidence.plan == plan_id, Evidence.task.is_null()).order_by(Evidence.id)
    return tuple(_row(row, None) for row in query.namedtuples())


def _row(row: Any, measure_id: int | None) -> EvidenceRow:  # noqa: ANN401 (a record)
    return EvidenceRow(
        row.id,
        row.task,
        measure_id,
        row.note,
        row.name,
        row.document_number,
        row.formed_on,
        row.source,
        row.pages,
        row.place,
        row.file_name,
        row.blob or "",
        row.bytes or 0,
        row.attached_on,
        row.plan,
    )


def evidence_content(evidence_id: int) -> tuple[str, bytes]:
    """File name and bytes of one piece; `KnownError` for a paper original or a damaged file."""
    row = Evidence.get_or_none(Evidence.id == evidence_id)
    if row is None:
        raise KnownError("这份佐证材料已经不在台账里；请刷新后再试。")
    if row.blob_id is None:
        raise KnownError(f"“{row.name}”是纸质原件，存放在{row.place}，没有电子文件。")
    content = bytes(Blob.get_by_id(row.blob_id).content)
    if hashlib.sha256(content).hexdigest() != row.blob_id:
        raise KnownError(f"“{row.name}”的文件已损坏，没有打开；请从备份中找回这份文件。")
    return row.file_name, content


def evidence_digests() -> tuple[str, ...]:
    """Names of the stored files whose bytes no longer match their SHA-256; empty when sound."""
    damaged = []
    # One file at a time: a ledger may hold gigabytes.
    for (sha256,) in list(Blob.select(Blob.sha256).tuples()):
        content = bytes(Blob.get_by_id(sha256).content)
        if hashlib.sha256(content).hexdigest() != sha256:
            damaged += [row.name for row in Evidence.select().where(Evidence.blob == sha256)]
            damaged += [row.file_name for row in Paper.select().where(Paper.issued == sha256)]
            damaged += [row.scan_name for row in Paper.select().where(Paper.scan == sha256)]
    return tuple(damaged)
