"""Work off the window's thread: one lane for the ledger, one for layout and painting.

A lane does one job after another. Every job ends in exactly one of `done`, `failed` or, when it
was cancelled, silence; the answers come on the window's thread.
"""

from __future__ import annotations

import dataclasses
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from models.dataclass import dataclass

log = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised inside a job by `Ticket.check` when nobody wants the answer any more."""


@dataclasses.dataclass(eq=False, repr=False)
class Ticket:
    """A hand on a running job."""

    _stop: threading.Event = dataclasses.field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the job to stop; its answer is dropped even if it comes."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Inside a job, between steps: stop here if nobody wants the answer."""
        if self.cancelled:
            raise CancelledError


@dataclass(frozen=True)
class Job:
    """Something to do elsewhere, and who wants to hear of it.

    owner: when this QObject is gone, the answer is dropped.
    """

    work: Callable[[], Any]
    done: Callable[[Any], object] | None
    failed: Callable[[Exception], object]
    owner: QObject | None
    ticket: Ticket


class Lane(Protocol):
    """Where jobs go."""

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object],
        owner: QObject | None = None,
        ticket: Ticket | None = None,
    ) -> Ticket:
        """Do `work` after what is already waiting; answer on the window's thread."""
        ...

    def close(self) -> None:
        """Finish what is waiting, then stop."""
        ...


class Starter:
    """A worker thread that begins before Qt is loaded: the ledger opens while the window is built."""

    def __init__(self, name: str) -> None:
        self.inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self.thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self.thread.start()

    def _loop(self) -> None:
        while (step := self.inbox.get()) is not None:
            step()

    def close(self) -> None:
        """Let the waiting steps finish, then end the thread."""
        self.inbox.put(None)
        self.thread.join()


class ThreadLane(QObject):
    """A lane with a thread of its own."""

    _answered = Signal(object, object, object)

    def __init__(self, name: str, starter: Starter | None = None) -> None:
        super().__init__()
        self._starter = starter or Starter(name)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object],
        owner: QObject | None = None,
        ticket: Ticket | None = None,
    ) -> Ticket:
        """See `Lane.run`."""
        job = Job(work, done, failed, owner, ticket or Ticket())
        self._starter.inbox.put(lambda: self._answered.emit(job, *attempt(job)))
        return job.ticket

    def _deliver(self, job: Job, answer: object, error: Exception | None) -> None:
        deliver(job, answer, error)

    def close(self) -> None:
        """See `Lane.close`."""
        self._starter.close()


class InlineLane:
    """A lane without a thread: tests see the answer before `run` returns."""

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object],
        owner: QObject | None = None,
        ticket: Ticket | None = None,
    ) -> Ticket:
        """See `Lane.run`."""
        job = Job(work, done, failed, owner, ticket or Ticket())
        deliver(job, *attempt(job))
        return job.ticket

    def close(self) -> None:
        """Nothing is ever waiting."""


def attempt(job: Job) -> tuple[object, Exception | None]:
    """Do the work; whatever it raises becomes an answer, so that no job ends unheard."""
    try:
        job.ticket.check()
        return job.work(), None
    except Exception as error:  # the job runner: every failure is handed on, none is lost
        return None, error


def deliver(job: Job, answer: object, error: Exception | None) -> None:
    """Hand the answer to who asked, unless it was cancelled or its owner is gone."""
    if job.ticket.cancelled or isinstance(error, CancelledError):
        return
    gone = job.owner is not None and not isValid(job.owner)
    if error is not None:
        job.failed(error)
    elif job.done is not None and not gone:
        job.done(answer)
