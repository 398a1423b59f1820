"""Making a paper in the lane without a ledger: frozen rows in, a finished paper out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gui.jobs import Ticket
from gui.pages.report.options_panel import Wanted
from models.rows import ReportRows

if TYPE_CHECKING:
    from reports.fonts import FontSet
    from reports.press import Paper

Step = Callable[[int, int], None]


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

    def make(
        self, wanted: Wanted, rows: ReportRows, form: str, ticket: Ticket, step: Step
    ) -> Paper:
        """One paper; stops between pages when nobody wants it any more."""
        from reports import press

        def progress(done: int, total: int) -> None:
            ticket.check()
            step(done, total)

        ticket.check()
        fonts = self.fonts() if form == "pdf" else None
        ticket.check()
        return press.make(
            wanted.kind.id,
            rows,
            wanted.options,
            fonts,
            format="pdf" if form == "pdf" else "xlsx",
            progress=progress,
        )


def machine(environ: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Where this machine keeps its fonts."""
    from reports.fonts import font_folders

    return font_folders(sys.platform, os.environ if environ is None else environ, Path.home())
