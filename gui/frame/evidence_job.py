"""The work of an export: files one after the other, then the list as PDF and workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gui.jobs import Ticket
from models import queries
from models.ledger import Ledger
from models.rows import ReportRows
from reports.export import export_evidence
from reports.files import write_paper
from reports.pieces import Choice, pieces

Step = Callable[[int, int], None]
_LISTS = ("pdf", "xlsx")


@dataclass(frozen=True)
class Handed:
    """Where the files are and how many; problems: what was left out; remarks: what to look at."""

    folder: Path
    files: int
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidenceJob:
    """Everything that the export needs but the ledger."""

    rows: ReportRows
    choice: Choice
    folder: Path
    day: dt.date

    def run(self, ledger: Ledger, ticket: Ticket, step: Step) -> Handed:
        """Write all; stops between files when nobody wants it any more."""

        def progress(done: int, total: int) -> None:
            ticket.check()
            step(done, total + len(_LISTS))

        done = export_evidence(
            pieces(self.rows, self.choice),
            # A file at a time: between two of them the ledger is free for others.
            lambda evidence_id: ledger.ask(queries.evidence_content, evidence_id),
            self.folder,
            progress=progress,
        )
        remarks = [*done.notices, *self._write_lists(ticket)]
        return Handed(self.folder, len(done.paths), done.problems, tuple(dict.fromkeys(remarks)))

    def _write_lists(self, ticket: Ticket) -> list[str]:
        # Late: the PDF library and the fonts are heavy.
        from gui.pages.report.press_job import PressRoom
        from reports import press
        from reports.options import PaperOptions

        options = PaperOptions(date=self.day, evidence=self.choice)
        fonts = PressRoom().fonts()
        remarks: list[str] = []
        for format_ in _LISTS:
            ticket.check()
            paper = press.make(
                "evidence", self.rows, options, fonts, format="pdf" if format_ == "pdf" else "xlsx"
            )
            written = write_paper(paper.content, paper.name, self.folder)
            remarks += [written.notice] if written.notice else []
            remarks += [*(each.sentence for each in paper.lacking), *paper.substitutions]
        return remarks
