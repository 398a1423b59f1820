"""Long work under way: what a person reads of it, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.context import Context
from gui.jobs import Ticket
from models.errors import KnownError


class Working(QObject):
    """Told to the bus when the work begins; `end` when it is over, however it went.

    shown: how much of a hundred is done, -1 before anything is known. stepped(done, total), ended(), cancelled(): on the window's thread. stopped: said after 取消.
    """

    stepped = Signal(int, int)
    ended = Signal()
    cancelled = Signal()

    def __init__(self, sentence: str, stopped: str) -> None:
        super().__init__()
        self.sentence = sentence
        self.stopped = stopped
        self.ticket = Ticket()
        self.over = False
        self.shown = -1

    def step(self, done: int, total: int) -> None:
        """From the worker: so much of so much is done; stops the work when nobody wants it."""
        self.ticket.check()
        # In steps that can be seen: a worker may look a thousand times a second.
        share = 100 * done // max(1, total)
        if share != self.shown:
            self.shown = share
            self.stepped.emit(share, 100)

    def cancel(self) -> None:
        """Nobody wants it any more."""
        if not self.over:
            self.ticket.cancel()
            self.end()
            self.cancelled.emit()

    def end(self) -> None:
        """It is over."""
        if not self.over:
            self.over = True
            self.ended.emit()


def begin(context: Context, work: Working) -> None:
    """Show it to the person; the caller says when it has ended."""
    work.cancelled.connect(lambda: context.bus.told.emit(work.stopped))
    context.bus.working.emit(work)


def work_beside(
    context: Context, work: Working, job: Callable[[], Any], done: Callable[[Any], object]
) -> None:
    """Do long work in the papers' lane, with its bar; a failure becomes a sentence."""

    def finished(answer: object) -> None:
        work.end()
        done(answer)

    def failed(error: Exception) -> None:
        work.end()
        if not isinstance(error, KnownError):
            raise error
        context.bus.refused.emit(str(error))

    begin(context, work)
    context.papers.run(job, finished, failed, ticket=work.ticket)
