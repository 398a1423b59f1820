"""Reading a paper from the ledger and laying it out, each in its lane; only the last wish counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.context import Context
from gui.jobs import Ticket
from gui.pages.report.order import Wanted
from gui.pages.report.press_job import Made, PressRoom
from gui.pages.report.shelf import SLIP, Asked, Found, look
from models.errors import KnownError
from reports.catalogue import find_paper

if TYPE_CHECKING:
    from reports.press import Paper

# A page that is only passed by on the way to another is not laid out.
_SETTLED_MS = 100


class Making(QObject):
    """found(Found) as soon as the ledger was read, made(Found, Made) when the pages stand.

    begun(), stepped(done, total), rested(sentence): for the line that tells what is being done.
    """

    found = Signal(object)
    made = Signal(object, object)
    begun = Signal()
    stepped = Signal(int, int)
    rested = Signal(str)

    def __init__(self, context: Context, room: Callable[[], PressRoom], page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._room = room
        self._ticket = Ticket()
        self._book = Ticket()
        self._then: list[Callable[[], object]] = []
        self._resting: Callable[[], None] | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._start)
        self.busy = False

    def ask(self, asked: Asked) -> None:
        """Read and make a paper; an unfinished making is dropped."""
        self._ticket.cancel()
        ticket = self._ticket = Ticket()
        self.busy = True

        def take(found: Found) -> None:
            # Another paper may have been wanted while the ledger was being read for this one.
            if not ticket.cancelled:
                self._take(found, ticket)

        self._context.desk.ask(look, asked, done=take, owner=self)

    def _take(self, found: Found, ticket: Ticket) -> None:
        self.found.emit(found)
        if found.kept is not None:
            self._show_kept(found)
            return
        if found.subject.kind == SLIP and found.options.task is None:
            self.busy = False
            self.rested.emit("")
            return
        self._resting = lambda: self._lay_out(found, ticket)
        self._start()

    def go_on(self) -> None:
        """Somebody looks again: what was read while nobody did is laid out, if they stay."""
        if self._resting is not None:
            self._settling.start()

    def _start(self) -> None:
        """Lay out what was read; while nobody looks it rests, and slows no other page."""
        if self._resting is not None and self._page.isVisible():
            start, self._resting = self._resting, None
            start()

    def _lay_out(self, found: Found, ticket: Ticket) -> None:
        if ticket.cancelled:
            return
        self.begun.emit()
        wanted = wanted_of(found)
        self._context.papers.run(
            lambda: self._room().make(wanted, found.rows, "pdf", ticket, self.stepped.emit),
            lambda made: self._finish(found, made),
            self.fail,
            owner=self,
            ticket=ticket,
        )

    def _show_kept(self, found: Found) -> None:
        """The very bytes that were issued; nothing is made anew."""
        from reports.press import Paper

        assert found.kept is not None
        assert found.paper is not None
        name, content = found.kept
        self._finish(found, Made(Paper(content, name), found.paper.title))

    def _finish(self, found: Found, made: Made) -> None:
        self.busy = False
        self.rested.emit("")
        self.made.emit(found, made)
        waiting, self._then = self._then, []
        for go_on in waiting:
            go_on()

    def when_made(self, go_on: Callable[[], object]) -> None:
        """Call when the pages that are being made stand; at once if none are."""
        if self.busy:
            self._then.append(go_on)
        else:
            go_on()

    def workbook(self, found: Found, done: Callable[[Paper], object]) -> None:
        """The workbook of the same rows."""
        ticket = self._book = Ticket()
        wanted = wanted_of(found)
        self._context.papers.run(
            lambda: self._room().make(wanted, found.rows, "xlsx", ticket, lambda *_: None),
            lambda made: done(made.paper),
            self.fail,
            owner=self,
            ticket=ticket,
        )

    def cancel(self) -> None:
        """Stop what is being made; what was shown stays."""
        self._ticket.cancel()
        self._book.cancel()
        self._then.clear()
        self.busy = False
        self.rested.emit("已取消。改动选项后会重新排版。")

    def fail(self, error: Exception) -> None:
        """Say why nothing was made."""
        self.busy = False
        self._then.clear()
        self.rested.emit("没有生成。")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def wanted_of(found: Found) -> Wanted:
    """What the press is told about a paper."""
    subject = found.subject
    return Wanted(find_paper(subject.kind), subject.period, subject.section_id, found.options)
