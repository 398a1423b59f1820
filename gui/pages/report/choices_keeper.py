"""Where a paper's choices are kept: with the paper in the ledger, else on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject

from gui.context import Context
from gui.operations import papers as verbs
from gui.pages.report.making import wanted_of
from gui.pages.report.order import Wanted
from gui.pages.report.press_job import PressRoom
from gui.pages.report.shelf import SLIP, Found, Subject
from gui.remembered import Remembered
from models.errors import KnownError
from reports.choices import to_json
from reports.options import PaperOptions


class ChoicesKeeper(QObject):
    """Choices of a paper under way go into the ledger (and can be taken back there)."""

    def __init__(self, context: Context, room: Callable[[], PressRoom], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._room = room
        self._under_way = 0
        self._machine = Remembered(context.preferences, context.desk.ledger.path)

    def fresh(self, subject: Subject) -> str:
        """The choices of a paper that nobody has begun, as JSON."""
        return self._machine.text(_key(subject)) or "{}"

    def keep(
        self,
        found: Found,
        options: PaperOptions,
        done: Callable[[], object],
        *,
        at_once: bool = False,
    ) -> None:
        """Keep other choices for a paper; `done` when it should be made again by the caller.

        at_once: the window closes; nobody waits for the title that follows from the choices.
        """
        kept = to_json(options)
        if found.paper is None:
            self._machine.keep(_key(found.subject), json.dumps(kept, ensure_ascii=False))
            done()
            return
        before = to_json(found.options)
        if found.frozen or not self._context.desk.writable or kept == before:
            return
        if at_once:
            kept = _without_state(kept)
            self._context.desk.run(verbs.set_options(found.paper.id, kept, found.paper.title))
        else:
            self._keep_in_ledger(found, found.paper.id, options)

    def _keep_in_ledger(self, found: Found, paper_id: int, options: PaperOptions) -> None:
        """With the title that the paper bears with these choices; the change itself is told."""
        wanted = wanted_of(found)
        wanted = Wanted(wanted.kind, wanted.period, wanted.section_id, options)
        kept = _without_state(to_json(options))
        self._under_way += 1

        def keep(title: str) -> None:
            wanted = verbs.set_options(paper_id, kept, title)
            self._context.desk.run(wanted, self._arrived, self._arrived)

        self._context.papers.run(
            lambda: self._room().title(wanted, found.rows), keep, self._refuse, owner=self
        )

    @property
    def busy(self) -> bool:
        """Whether choices are on their way into the ledger: older ones must not be shown over."""
        return self._under_way > 0

    def _arrived(self, _: object) -> None:
        self._under_way -= 1

    def _refuse(self, error: Exception) -> None:
        self._under_way -= 1
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def _without_state(kept: dict[str, object]) -> dict[str, object]:
    """Number, day and （送审稿） follow from the paper's state, not from its choices."""
    apart = ("document_number", "issued_on", "draft")
    return {name: value for name, value in kept.items() if name not in apart}


def _key(subject: Subject) -> str:
    """Slips share their choices; another paper has its own for each 填报期."""
    return f"paper {subject.kind}" + ("" if subject.kind == SLIP else f" {subject.period.code}")
