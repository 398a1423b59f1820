"""From a paper's record to the options with which it is printed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace

from models.errors import KnownError
from models.paperrows import PaperRow, PaperVersionRow, PassageEdit
from models.rules import PaperState
from models.text import clean
from reports.builders.titles import document_number
from reports.choices import from_json
from reports.document import AnyDocument, Line, OfficialDocument
from reports.editing import Passage, passages
from reports.options import PaperOptions

SIGNED = "签发"
"""The reason of the version that was kept at the signing."""


def options_of(paper: PaperRow, edits: tuple[PassageEdit, ...], date: dt.date) -> PaperOptions:
    """The paper's choices as its state wants them printed.

    Until it is signed （送审稿） stands on it and number and day are blank; from then on it is
    clean, dated by its signing (条例 第九条（十二）). One that was 作废 is as it was before.
    """
    kept = from_json(json.loads(paper.options), date)
    options = replace(
        kept,
        edits=edits,
        task=paper.task_id or kept.task,
        answer_by=paper.due_on or kept.answer_by,
    )
    if paper.state.unsigned or paper.signed_on is None:
        return replace(options, draft=True, document_number="", issued_on=None)
    return replace(
        options,
        draft=False,
        document_number=paper.document_number,
        signers=tuple(paper.signer.split("、")) if paper.signer else options.signers,
        issued_on=paper.signed_on,
    )


def version_of(document: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """The text as a version keeps it: (key, text) of every passage with words."""
    texts = ((each.key, clean(each.text).strip()) for each in passages(document))
    return tuple((key, text) for key, text in texts if text)


def number_on(document: AnyDocument) -> str:
    """The 发文字号 or slip's number as the paper shows it; empty where it has no place for one."""
    if not isinstance(document, OfficialDocument):
        return ""
    if document.letterhead is not None:
        return document.letterhead.document_number
    lines = (block.text for block in document.body if isinstance(block, Line))
    return next((text for text in lines if "〔" in text), "")


def full_number(document: AnyDocument, code: str, year: int, given: str) -> str:
    """The whole 发文字号 for a number that was given, in the way of this kind of paper.

    document: composed with that number. Empty where none was given and the paper has no place for
    one; `KnownError` for a paper that has the place but no number, and for what is no number
    (`document_number`).
    """
    shown = number_on(document)
    if not given.strip() and not shown:
        return ""
    number = shown or document_number(code, year, given)
    if not given.strip():
        raise KnownError(f"文号还没有给出（{number}），没有登记；请先给出文号。")
    return number


def changed_since(versions: Sequence[PaperVersionRow], document: OfficialDocument) -> bool:
    """Whether the text is not what was signed: the ledger was changed afterwards."""
    signed = [each for each in versions if each.reason == SIGNED]
    return bool(signed) and signed[-1].passages != version_of(document)


def entry_behind(passage: Passage) -> int | None:
    """The one entry that a passage was made from, to which a correction can be written back."""
    entries = [source.id for source in passage.sources if source.kind == "entry"]
    return entries[0] if len(entries) == 1 else None


def next_state_words(state: PaperState) -> str:
    """What can be done next, for messages and buttons."""
    return {
        PaperState.DRAFT: "送审或签发",
        PaperState.SUBMITTED: "签发",
        PaperState.SIGNED: "编号或报送",
        PaperState.NUMBERED: "报送",
        PaperState.SENT: "作废后另起新稿",
        PaperState.VOID: "另起新稿",
    }[state]
