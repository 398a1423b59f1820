"""Which paper is looked at: one of the register, or one that nobody has begun yet."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace

from models import queries
from models.paperrows import PaperRow, PaperVersionRow, PassageEdit
from models.periods import Period
from models.rows import ReportRows
from models.rules import PaperState
from reports.choices import from_json
from reports.options import PaperOptions
from reports.pieces import Choice

FRESH = 0
"""Instead of a paper's id: as the ledger stands, not in the register."""
SLIP = "reminder"
"""提醒单、督办单: all of a plan stand in one list, whatever their task and 填报期."""


@dataclass(frozen=True)
class Subject:
    """What a paper is about; papers of one subject stand in one list."""

    kind: str
    period: Period
    section_id: int | None = None
    task_id: int | None = None


@dataclass(frozen=True)
class Asked:
    """What a person looks at. wish: a paper's id, FRESH, or None for the likeliest.

    choices: those of the paper that nobody has begun yet, as this machine keeps them; day: today.
    """

    plan_id: int
    subject: Subject
    wish: int | None
    day: dt.date
    choices: str = "{}"
    evidence: Choice | None = None


@dataclass(frozen=True)
class Found:
    """Everything that one showing of a paper needs, read in one go.

    papers: those of the subject, newest first. paper: the one to show, None for a fresh one.
    options: how it is printed now. changed: whether it was signed with another text.
    kept: file name and bytes of one that was issued. before: text of the paper before it, for 对照.
    renewed: whether a paper that is 作废 has its successor already. next_number: a hint.
    """

    subject: Subject
    rows: ReportRows
    options: PaperOptions
    papers: tuple[PaperRow, ...]
    paper: PaperRow | None = None
    edits: tuple[PassageEdit, ...] = ()
    versions: tuple[PaperVersionRow, ...] = ()
    kept: tuple[str, bytes] | None = None
    renewed: bool = False
    next_number: int = 0

    @property
    def frozen(self) -> bool:
        """Whether neither text nor choices may be changed any more."""
        return self.paper is not None and not self.paper.state.unsigned

    @property
    def slips(self) -> tuple[PaperRow, ...]:
        """Slips that went out and wait for their answer."""
        return tuple(each for each in self.papers if waits(each))


def look(asked: Asked) -> Found:
    """Read the wished paper, or the one that a person means most likely; for `desk.ask`.

    Runs in the ledger's lane.
    """
    subject = asked.subject
    papers = tuple(each for each in queries.papers(asked.plan_id) if belongs(each, subject))
    paper = chosen(papers, subject, asked.wish)
    if paper is None:
        options = _fresh_options(asked)
        rows = queries.report_rows(asked.plan_id, subject.period, options.date, subject.section_id)
        return Found(subject, rows, options, papers)
    return _registered(asked, papers, paper)


def _fresh_options(asked: Asked) -> PaperOptions:
    """The choices kept on this machine; a damaged note is none."""
    try:
        options = from_json(json.loads(asked.choices), asked.day)
    except (ValueError, TypeError):
        options = PaperOptions(asked.day)
    return replace(
        options,
        date=options.issued_on or asked.day,
        task=asked.subject.task_id,
        evidence=asked.evidence,
    )


def _registered(asked: Asked, papers: tuple[PaperRow, ...], paper: PaperRow) -> Found:
    # Late: the builders come with it, and the window's thread must not wait for them.
    from reports.lifecycle import options_of

    period = Period.parse(paper.period) if paper.period else asked.subject.period
    rows = queries.report_rows(paper.plan_id, period, asked.day, paper.section_id)
    edits = queries.passage_edits(paper.id)
    code = "督" if paper.kind == SLIP else rows.bureau.issuer_code
    year = (paper.signed_on or asked.day).year
    return Found(
        replace(asked.subject, period=period, section_id=paper.section_id, task_id=paper.task_id),
        rows,
        options_of(paper, edits, asked.day),
        papers,
        paper,
        edits,
        queries.paper_versions(paper.id),
        queries.issued_content(paper.id) if paper.issued_sha256 else None,
        any(each.replaces_id == paper.id for each in papers),
        queries.next_number(code, year),
    )


def belongs(paper: PaperRow, subject: Subject) -> bool:
    """Whether a paper stands in the subject's list; slips are listed whatever their task."""
    if paper.kind != subject.kind:
        return False
    if subject.kind == SLIP:
        return True
    return paper.period == subject.period.code and paper.section_id == subject.section_id


def chosen(papers: tuple[PaperRow, ...], subject: Subject, wish: int | None) -> PaperRow | None:
    """The wished paper; without a wish the newest that is under way, else the newest that went out."""
    if wish == FRESH:
        return None
    if wish is not None:
        return next((each for each in papers if each.id == wish), None)
    mine = [each for each in papers if each.task_id == subject.task_id]
    living = [each for each in mine if each.state.living]
    under_way = [each for each in living if each.state is not PaperState.SENT]
    return next(iter(under_way or living), None)


def waits(paper: PaperRow) -> bool:
    """Whether a slip went out and its answer has not come."""
    sent = paper.state is PaperState.SENT
    return paper.kind == SLIP and sent and paper.answered_on is None
