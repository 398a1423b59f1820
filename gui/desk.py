"""The desk: the one place from which the window reads and writes the ledger."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.bus import Bus
from gui.clock import Clock
from gui.jobs import Lane
from gui.operations.operation import Operation
from models.actor import Actor
from models.errors import KnownError
from models.ledger import Ledger
from models.rows import Change

log = logging.getLogger(__name__)
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]
# Answers None when there was nothing to take back or repeat.
Write = Callable[[Actor], Change | None]


class Desk(QObject):
    """Sends every read and write to the ledger's lane and tells the bus what came of it.

    operator_wanted: asked once, before the first change, when nobody has said who sits here;
    `set_operator` goes on with what was waiting, `drop_waiting` gives it up.
    """

    operator_wanted = Signal()
    operator_changed = Signal(str)
    labels_changed = Signal(str, str)

    def __init__(self, ledger: Ledger, lane: Lane, bus: Bus, clock: Clock, operator: str) -> None:
        super().__init__()
        self.ledger = ledger
        self.clock = clock
        self.operator = operator
        self.saved_at: dt.datetime | None = None
        self._lane = lane
        self._bus = bus
        self._waiting: list[tuple[Write, Done | None, Failed | None]] = []

    @property
    def writable(self) -> bool:
        """Whether this window may change the ledger."""
        return self.ledger.writable

    @property
    def waiting(self) -> bool:
        """Whether changes wait for somebody to say who sits here."""
        return bool(self._waiting)

    def after(self, done: Callable[[], object]) -> None:
        """Call when everything sent so far has been answered."""
        self._lane.run(lambda: None, lambda _: done(), self._refuse)

    def ask(
        self,
        query: Callable[..., Any],
        *args: Any,  # noqa: ANN401 (whatever the query takes)
        done: Done,
        owner: QObject | None = None,
    ) -> None:
        """Run a query in the ledger's lane; a failure becomes a sentence on the bus."""
        self._lane.run(lambda: self.ledger.ask(query, *args), done, self._refuse, owner)

    def run(
        self, wanted: Operation, done: Done | None = None, failed: Failed | None = None
    ) -> None:
        """Do an operation; `done(change)` after it stands in the ledger.

        failed: told beside the sentence on the bus, for a field that keeps what was typed.
        """
        self._write(
            lambda actor: self.ledger.do(actor, wanted.verb, *wanted.args, **wanted.told),
            done,
            failed,
        )

    def undo(self) -> None:
        """Take the last change back."""
        self._write(self.ledger.undo, None, None)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._write(self.ledger.redo, None, None)

    def set_operator(self, name: str) -> None:
        """Say who sits at the keyboard, and go on with the changes that waited for it."""
        self.operator = name
        self.operator_changed.emit(name)
        waiting, self._waiting = self._waiting, []
        for write, done, failed in waiting:
            self._send(write, done, failed)

    def drop_waiting(self) -> None:
        """Nobody said who sits here: the waiting changes are not made, and their fields hear it."""
        waiting, self._waiting = self._waiting, []
        for _, _, failed in waiting:
            error = KnownError("没有选择当前操作人，刚才的改动没有保存；选择后再做一次即可。")
            self._refuse(error)
            if failed is not None:
                failed(error)

    def close(self) -> None:
        """Let the waiting work finish, then close the ledger: it is one file again."""
        self._lane.close()
        self.ledger.close()

    def _write(self, write: Write, done: Done | None, failed: Failed | None) -> None:
        if self.operator or not self.writable:
            self._send(write, done, failed)
            return
        self._waiting.append((write, done, failed))
        if len(self._waiting) == 1:
            self.operator_wanted.emit()

    def _send(self, write: Write, done: Done | None, failed: Failed | None) -> None:
        actor = Actor(self.operator, self.clock.today(), self.clock.now())

        def work() -> tuple[Change | None, str, str]:
            change = write(actor)
            return change, self.ledger.undo_label(), self.ledger.redo_label()

        def answered(answer: tuple[Change | None, str, str]) -> None:
            change, undo, redo = answer
            self.labels_changed.emit(undo, redo)
            if change is None:
                return
            for notice in change.notices:
                self._bus.told.emit(notice)
            if change.id:
                self.saved_at = self.clock.now()
                self._bus.saved.emit(change)
            if done is not None:
                done(change)

        def refused(error: Exception) -> None:
            try:
                self._refuse(error)
            finally:
                # Also after a fault of ours: what was typed is not saved, and its field says so.
                if failed is not None:
                    failed(error)

        self._lane.run(work, answered, refused)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            # A fault of ours belongs to the fault dialog, with its own trace.
            raise error
        self._bus.refused.emit(str(error))
