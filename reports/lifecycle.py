"""From a paper's record to the options with which it is printed."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from models.rows import PaperRow, PassageEdit
from models.rules import PaperState
from reports.choices import from_json
from reports.document import OfficialDocument
from reports.editing import Passage, passages
from reports.options import PaperOptions


def options_of(paper: PaperRow, edits: tuple[PassageEdit, ...], date: dt.date) -> PaperOptions:
    """The paper's choices as its state wants them printed.

    Until it is signed （送审稿） stands on it and number and day are blank; from then on it is
    clean, dated by its signing (条例 第九条（十二）).
    """
    options = from_json(json.loads(paper.options), date)
    if paper.state.unsigned:
        return replace(options, edits=edits, draft=True, document_number="", issued_on=None)
    return replace(
        options,
        edits=edits,
        draft=False,
        document_number=paper.document_number,
        signers=tuple(paper.signer.split("、")) if paper.signer else options.signers,
        issued_on=paper.signed_on,
    )


def version_of(document: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """The text as a version keeps it: (key, text) of every passage with words."""
    return tuple((each.key, each.text) for each in passages(document) if each.text)


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
