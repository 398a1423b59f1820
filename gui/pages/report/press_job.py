"""Making a paper in the lane without a ledger: frozen rows in, a finished paper out."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gui.jobs import Ticket
from gui.pages.report.order import Wanted
from models.rows import ReportRows

if TYPE_CHECKING:
    from reports.document import AnyDocument, OfficialDocument
    from reports.editing import Conflict, Passage
    from reports.fonts import FontSet
    from reports.press import Paper

Step = Callable[[int, int], None]


@dataclass(frozen=True)
class PaperText:
    """A paper's text passage by passage.

    composed: as the program wrote it from today's ledger, with `generated` its passages; passages:
    with the person's edits; conflicts: edited ones beneath which the ledger has changed; words: as
    a version would keep it.
    """

    composed: OfficialDocument
    generated: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    conflicts: tuple[Conflict, ...]
    words: tuple[tuple[str, str], ...]
    plain: str


@dataclass(frozen=True)
class Made:
    """A finished paper with its text (None for a table), and its title in the register."""

    paper: Paper
    title: str
    text: PaperText | None = None
    takes_number: bool = False

    def spots(self) -> list[tuple[str, int, float, float]]:
        """Where each passage stands: its key, the page from 1, top and bottom in mm."""
        if self.text is None:
            return []
        keys = [passage.key for passage in self.text.passages]
        return [
            (keys[place.block + 1], place.page, place.top, place.bottom)
            for place in self.paper.places
            if place.block + 1 < len(keys)
        ]


@dataclass(frozen=True)
class Pair:
    """Two texts to be compared, what they are called, and their days in words."""

    title: str
    old: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]
    sides: tuple[str, str]
    dates: tuple[str, str] = ("", "")


class PressRoom:
    """Keeps the fonts that were found; used from one lane only."""

    def __init__(self, folders: tuple[Path, ...] | None = None) -> None:
        self._folders = folders
        self._fonts: FontSet | None = None

    def fonts(self) -> FontSet:
        """The fonts of this machine, searched once."""
        if self._fonts is None:
            from reports.fonts import load_fonts

            self._fonts = load_fonts(self._folders if self._folders is not None else machine())
        return self._fonts

    def make(self, wanted: Wanted, rows: ReportRows, form: str, ticket: Ticket, step: Step) -> Made:
        """One paper; stops between pages when nobody wants it any more."""
        from reports import press

        def progress(done: int, total: int) -> None:
            ticket.check()
            step(done, total)

        ticket.check()
        fonts = self.fonts() if form == "pdf" else None
        ticket.check()
        paper = press.make(
            wanted.kind.id,
            rows,
            wanted.options,
            fonts,
            format="pdf" if form == "pdf" else "xlsx",
            progress=progress,
        )
        ticket.check()
        return self._made(paper, wanted, rows)

    def _made(self, paper: Paper, wanted: Wanted, rows: ReportRows) -> Made:
        from reports import press
        from reports.lifecycle import number_on

        bare = replace(wanted.options, edits=())
        document = press.draft(wanted.kind.id, rows, bare).document
        text = text_of(document, wanted)
        title = text.passages[0].text.replace("|", "") if text else document.plain_title
        return Made(paper, title, text, bool(number_on(document)))

    def title(self, wanted: Wanted, rows: ReportRows) -> str:
        """The title that a paper bears with these choices, as the register keeps it."""
        from reports import press

        return press.draft(wanted.kind.id, rows, wanted.options).document.plain_title

    def number(self, wanted: Wanted, rows: ReportRows, year: int, given: str) -> str:
        """The whole 文号 for a running number, in the way of this paper."""
        from reports import press
        from reports.lifecycle import full_number

        options = replace(wanted.options, document_number=given)
        document = press.draft(wanted.kind.id, rows, options).document
        return full_number(document, rows.bureau.issuer_code, year, given)

    def compare(self, wanted: Pair, day: dt.date) -> Paper:
        """修改对照表 of two texts, for showing, printing and export."""
        from reports import comparison, press
        from reports.files import legal_name

        found = comparison.compare(wanted.old, wanted.new)
        table = comparison.comparison_table(wanted.title, found, wanted.dates, wanted.sides)
        name = legal_name(table.plain_title, ".pdf")
        return press.print_document(table, name, day, self.fonts())


def text_of(document: AnyDocument, wanted: Wanted) -> PaperText | None:
    """The text of a paper that was composed without edits; None for a table."""
    from reports.document import OfficialDocument
    from reports.editing import apply, passages, plain_text
    from reports.lifecycle import version_of

    if not isinstance(document, OfficialDocument):
        return None
    edited = apply(document, wanted.options.edits)
    return PaperText(
        document,
        passages(document),
        edited.passages,
        edited.conflicts,
        version_of(edited.document),
        plain_text(edited.document),
    )


def machine(environ: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Where this machine keeps its fonts."""
    from reports.fonts import font_folders

    return font_folders(sys.platform, os.environ if environ is None else environ, Path.home())
