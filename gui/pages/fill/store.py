"""What both ways of 填报 share: the lines of the period, saving, and what is asked before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from gui.context import Context
from gui.operations import filling
from gui.operations.filling import Batch, Edit
from models import queries
from models.filling import FillLine, Sheet, questions
from models.periods import Period
from models.rows import TaskRow
from models.rules import Status

# Told whether the edits stand in the ledger.
Heard = Callable[[bool], object]


@dataclass(frozen=True)
class Asked:
    """Edits that wait for a person's 仍然保存, with what is asked."""

    edits: tuple[Edit, ...]
    sentence: str
    period: Period
    heard: Heard | None = None
    given_up: Callable[[], object] | None = None


class FillStore(QObject):
    """loaded(Sheet): the lines were read again. asked(Asked): something is asked before saving."""

    loaded = Signal(object)
    asked = Signal(object)

    def __init__(self, context: Context, batch: Callable[[], Batch], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._batch = batch
        self._turn = 0
        self._shown = False
        self._stale = True
        self._reading = False
        self.by_measure = False
        self.sheet: Sheet | None = None
        context.session.tree_loaded.connect(self._changed)

    @property
    def period(self) -> Period:
        """The 填报期."""
        return self._context.session.period

    @property
    def settled(self) -> bool:
        """Whether the lines that were read last are those of the chosen plan and period."""
        return self.sheet is not None and self.sheet.period == self.period and not self._reading

    def show(self, shown: bool) -> None:
        """Whether anybody looks; nothing is read for a hidden page."""
        self._shown = shown
        if shown and self._stale:
            self.read()

    def read_by(self, by_measure: bool) -> None:
        """A line for each measure, or for each task."""
        if by_measure != self.by_measure:
            self.by_measure = by_measure
            self._changed()

    def _changed(self) -> None:
        self._stale = True
        if self._shown:
            self.read()

    def read(self) -> None:
        """Read the lines of the plan and period again."""
        session, desk = self._context.session, self._context.desk
        self._stale = False
        tree = session.tree
        if tree is None:
            self.sheet = Sheet(session.period, (), 0, 0)
            self.loaded.emit(self.sheet)
            return
        self._turn += 1
        turn = self._turn
        self._reading = True

        def found(sheet: Sheet) -> None:
            if turn == self._turn:
                self.sheet = sheet
                self._reading = False
                self.loaded.emit(sheet)

        desk.ask(
            queries.fill_lines,
            tree.tasks,
            tree.plan.id,
            desk.clock.today(),
            session.period,
            self.by_measure,
            done=found,
            owner=self,
        )

    # -- saving

    def save(
        self,
        edits: Sequence[Edit],
        heard: Heard | None = None,
        period: Period | None = None,
        given_up: Callable[[], object] | None = None,
    ) -> None:
        """Keep edits as one change, after a question where one is due.

        heard is told what came of it; words that it does not hold itself are offered for copying.
        given_up: instead of heard, where a person answers 改回.
        """
        period = period or self.period
        sentences = [each for edit in edits for each in doubts(edit)]
        asked = Asked(tuple(edits), "".join(sentences), period, heard, given_up)
        if sentences:
            self.asked.emit(asked)
        else:
            self.keep(asked)

    def keep(self, asked: Asked) -> None:
        """Keep edits without asking any more."""
        desk = self._context.desk

        def answered(kept: bool) -> None:
            if asked.heard is not None:
                asked.heard(kept)

        desk.run(
            filling.fill(asked.edits, asked.period, self._batch(), desk.clock.today()),
            lambda _: answered(True),
            lambda _: answered(False),
        )


def doubts(edit: Edit) -> tuple[str, ...]:
    """What is asked before an edit is saved."""
    line = edit.line
    if edit.field == "status" and edit.value is Status.COMPLETED:
        return questions(line.task, completing=True)
    if edit.field != "percent":
        return ()
    return questions(_measured(line), percent=edit.value)


def _measured(line: FillLine) -> TaskRow:
    """The task, or the measure's own percentage as if it were one."""
    if line.measure_id is None:
        return line.task
    said = line.entry.percent if line.entry is not None else None
    return replace(line.task, label=line.label, percent=said or 0.0, percent_proposed=said is None)
