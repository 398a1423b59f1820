"""What can stand on the tasks page: the list with its detail, the walk, or a piece of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.context import Context
from models.rows import EvidenceRow

if TYPE_CHECKING:
    from gui.pages.tasks.adoption_walk import AdoptionWalk
    from gui.pages.tasks.evidence_view import EvidenceView


class Ways(QStackedWidget):
    """The others are made when they are first wanted.

    walk_left(task_id): back from 逐项定承接, 0 without a task; look_left(evidence_id): back from a file.
    """

    walk_left = Signal(int)
    look_left = Signal(int)

    def __init__(self, context: Context, usual: QWidget) -> None:
        super().__init__()
        self._context = context
        self._usual = usual
        self._walk: AdoptionWalk | None = None
        self._view: EvidenceView | None = None
        self.addWidget(usual)

    @property
    def usual(self) -> bool:
        """Whether the list with its detail is shown."""
        return self.currentWidget() is self._usual

    @property
    def walking(self) -> bool:
        """Whether 逐项定承接 is shown."""
        return self._walk is not None and self.currentWidget() is self._walk

    def show_usual(self) -> None:
        """The list with its detail."""
        self.setCurrentWidget(self._usual)

    def walk(self) -> AdoptionWalk:
        """逐项定承接, from the first task that waits."""
        if self._walk is None:
            from gui.pages.tasks.adoption_walk import AdoptionWalk

            self._walk = AdoptionWalk(self._context)
            self._walk.left.connect(self._walked)
            self.addWidget(self._walk)
        self.setCurrentWidget(self._walk)
        self._walk.begin()
        return self._walk

    def _walked(self, task_id: int) -> None:
        self.show_usual()
        self.walk_left.emit(task_id)

    def look(self, rows: Sequence[EvidenceRow], evidence_id: int) -> None:
        """One of some pieces of evidence that have files."""
        if self._view is None:
            from gui.pages.tasks.evidence_view import EvidenceView

            self._view = EvidenceView(self._context)
            self._view.left.connect(self._looked)
            self.addWidget(self._view)
        self.setCurrentWidget(self._view)
        self._view.look_at(rows, evidence_id)

    def _looked(self) -> None:
        self.show_usual()
        if self._view is not None:
            self.look_left.emit(self._view.row.id)
