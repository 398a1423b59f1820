"""The bureau's papers: where each is in its life, its edits, its versions, what was issued."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from models.errors import KnownError
from models.paperrows import PaperRow, PaperVersionRow, PassageEdit
from models.rules import PaperState
from models.schema import Blob, Paper, PaperEdit, PaperVersion
from models.text import proper


def papers(plan_id: int) -> tuple[PaperRow, ...]:
    """All papers of a plan, newest first."""
    rows = Paper.select().where(Paper.plan == plan_id).order_by(Paper.id.desc())
    return tuple(_row(row) for row in rows)


def paper(paper_id: int) -> PaperRow:
    """One paper; `KnownError` when there is none."""
    row = Paper.get_or_none(Paper.id == paper_id)
    if row is None:
        raise KnownError(f"没有第{paper_id}号文稿，没有改动任何内容；请先查看文稿清单。")
    return _row(row)


def _row(row: Any) -> PaperRow:  # noqa: ANN401 (a record)
    return PaperRow(
        row.id,
        row.plan_id,
        row.kind,
        row.period,
        row.section_id,
        row.task_id,
        row.title,
        PaperState(row.state),
        row.options,
        row.document_number,
        row.signer,
        row.made_on,
        row.submitted_on,
        row.signed_on,
        row.sent_on,
        row.sent_manner,
        row.due_on,
        row.answered_on,
        row.answer,
        row.void_reason,
        row.replaces_id,
        row.issued_id or "",
        row.issued_by,
        row.file_name,
        row.scan_name,
    )


def passage_edits(paper_id: int) -> tuple[PassageEdit, ...]:
    """What persons made of a paper's passages, in the order in which they began."""
    rows = PaperEdit.select().where(PaperEdit.paper == paper_id).order_by(PaperEdit.id)
    return tuple(
        PassageEdit(
            row.key,
            row.base,
            row.text,
            row.dropped,
            row.added,
            row.moved,
            row.level,
            row.after,
        )
        for row in rows
    )


def paper_versions(paper_id: int) -> tuple[PaperVersionRow, ...]:
    """The kept versions of a paper, first to last."""
    rows = PaperVersion.select().where(PaperVersion.paper == paper_id)
    return tuple(
        PaperVersionRow(
            row.id,
            row.paper_id,
            row.number,
            row.saved_on,
            row.reason,
            tuple((key, text) for key, text in row.passages),
        )
        for row in rows.order_by(PaperVersion.number)
    )


def issued_content(paper_id: int) -> tuple[str, bytes]:
    """File name and exact bytes of an issued paper; `KnownError` for one not issued or damaged."""
    row = Paper.get_or_none(Paper.id == paper_id)
    if row is None or row.issued_id is None:
        raise KnownError("这份文稿还没有报送，没有留存的文件；请先登记报送。")
    return row.file_name, _sound(row.issued_id, row.file_name)


def scan_content(paper_id: int) -> tuple[str, bytes]:
    """File name and bytes of the scan of the sealed copy."""
    row = Paper.get_or_none(Paper.id == paper_id)
    if row is None or row.scan_id is None:
        raise KnownError("这份文稿没有存入盖章扫描件。")
    return row.scan_name, _sound(row.scan_id, row.scan_name)


def _sound(sha256: str, name: str) -> bytes:
    content = bytes(Blob.get_by_id(sha256).content)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise KnownError(f"“{name}”的文件已损坏，没有打开；请从备份中找回这份文件。")
    return content


def next_number(prefix: str, year: int) -> int:
    """The next free running number behind `prefix〔year〕`, as a hint for the 办公室's own."""
    pattern = re.compile(re.escape(f"{prefix}〔{year}〕") + r"(\d{1,9})号")
    living = Paper.select(Paper.document_number).where(Paper.state != PaperState.VOID.value)
    found = (pattern.fullmatch(proper(row.document_number)) for row in living)
    return max((int(match[1]) for match in found if match), default=0) + 1


def unanswered_slips(plan_id: int) -> tuple[PaperRow, ...]:
    """提醒单 and 督办单 that were sent and not answered yet: the earliest due first, undated last."""
    rows = Paper.select().where(
        Paper.plan == plan_id,
        Paper.kind == "reminder",
        Paper.state == PaperState.SENT.value,
        Paper.answered_on.is_null(),
    )
    return tuple(_row(row) for row in rows.order_by(Paper.due_on.asc(nulls="last"), Paper.id))
