"""The papers of the register as rows: frozen, without a ledger behind them."""

from __future__ import annotations

import datetime as dt

from models.dataclass import dataclass
from models.rules import PaperState


@dataclass(frozen=True)
class PaperRow:
    """One paper of the bureau's and where it is in its life."""

    id: int
    plan_id: int
    kind: str
    period: str
    section_id: int | None
    task_id: int | None
    title: str
    state: PaperState
    options: str
    document_number: str
    signer: str
    made_on: dt.date
    submitted_on: dt.date | None
    signed_on: dt.date | None
    sent_on: dt.date | None
    sent_manner: str
    due_on: dt.date | None
    answered_on: dt.date | None
    answer: str
    void_reason: str
    replaces_id: int | None
    issued_sha256: str
    issued_by: str
    file_name: str
    scan_name: str


@dataclass(frozen=True)
class PassageEdit:
    """What a person made of one passage of a paper.

    base: what the program had written when it was edited; text: the person's words, None where
    only the place changed; after: the key of the passage before it, empty for the first, `@key`
    for the place where the program's passage `key` stood before it was moved.
    """

    key: str
    base: str = ""
    text: str | None = None
    dropped: bool = False
    added: bool = False
    moved: bool = False
    level: int = 0
    after: str = ""


@dataclass(frozen=True)
class PaperVersionRow:
    """The text of a paper as it went to somebody: (key, text) in order."""

    id: int
    paper_id: int
    number: int
    saved_on: dt.date
    reason: str
    passages: tuple[tuple[str, str], ...]
