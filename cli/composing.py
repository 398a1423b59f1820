"""A paper of the register composed, printed and written: what the `paper` commands share."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.papers import load_machine_fonts, remarks
from cli.session import Session
from cli.streams import say, warn
from models import queries
from models.errors import KnownError
from models.ledger import Ledger
from models.paperrows import PaperRow, PassageEdit
from models.periods import Period
from models.rows import ReportRows
from models.rules import PaperState
from reports.files import write_paper

if TYPE_CHECKING:
    from reports.document import AnyDocument, OfficialDocument
    from reports.options import PaperOptions
    from reports.press import Paper

CHANGED = "签发以后文字又有变化，与签发时不同；请核对，要改请先退回修改。"


def rows_of(session: Session, ledger: Ledger, row: PaperRow) -> ReportRows:
    """What the ledger holds for a paper on the session's day."""
    period = Period.parse(row.period)
    return ledger.ask(queries.report_rows, row.plan_id, period, session.day, row.section_id)


def options_for(session: Session, ledger: Ledger, row: PaperRow) -> PaperOptions:
    """The paper's choices, edits and state."""
    from reports.lifecycle import options_of

    return options_of(row, ledger.ask(queries.passage_edits, row.id), session.day)


def compose(session: Session, ledger: Ledger, row: PaperRow) -> AnyDocument:
    """The paper with its edits as it stands now."""
    from reports.press import draft

    options = options_for(session, ledger, row)
    return draft(row.kind, rows_of(session, ledger, row), options).document


def text_of(
    session: Session, ledger: Ledger, row: PaperRow, edits: tuple[PassageEdit, ...] | None = None
) -> OfficialDocument:
    """The same for a paper that is read passage by passage; with other edits than its own.

    `KnownError` for a table.
    """
    from reports.document import OfficialDocument
    from reports.press import draft

    options = options_for(session, ledger, row)
    if edits is not None:
        options = replace(options, edits=edits)
    document = draft(row.kind, rows_of(session, ledger, row), options).document
    if not isinstance(document, OfficialDocument):
        raise KnownError(f"《{row.title}》是表格，不能逐段查看和修改，没有改动。")
    return document


def words_of(document: AnyDocument) -> tuple[tuple[str, str], ...]:
    """The text as a version keeps it; a table has none."""
    from reports.document import OfficialDocument
    from reports.lifecycle import version_of

    return version_of(document) if isinstance(document, OfficialDocument) else ()


def print_now(session: Session, ledger: Ledger, row: PaperRow) -> tuple[Paper, list[str]]:
    """The file as the paper prints now, and what is to be looked at before it goes out."""
    from reports import press

    options, rows = options_for(session, ledger, row), rows_of(session, ledger, row)
    paper = press.make(row.kind, rows, options, load_machine_fonts())
    return paper, [*_changes(session, ledger, row), *remarks(paper)]


def _changes(session: Session, ledger: Ledger, row: PaperRow) -> list[str]:
    """Whether a paper that is signed and not yet sent still reads as it was signed."""
    from reports.document import OfficialDocument
    from reports.lifecycle import changed_since

    if row.state not in (PaperState.SIGNED, PaperState.NUMBERED):
        return []
    document = compose(session, ledger, row)
    versions = ledger.ask(queries.paper_versions, row.id)
    text = isinstance(document, OfficialDocument)
    return [CHANGED] if text and changed_since(versions, document) else []


def write(name: str, content: bytes, folder: Path) -> None:
    """Write a finished file and say where it is."""
    written = write_paper(content, name, folder)
    say(str(written.path))
    warn(*filter(None, [written.notice]))
