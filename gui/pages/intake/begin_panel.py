"""开始用这份要点: what will be saved, said before it is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import intake
from gui.pages.intake.preview import counts_words
from gui.pages.intake.reading import Loaded
from gui.widgets.labels import plain
from models import queries, text
from models.intake.editing.outline import Outline
from models.rows import Change, PlanRow

_WIDE = 760


class BeginPanel(QWidget):
    """back_wanted(); saved(Change) once the plan stands in the ledger."""

    back_wanted = Signal()
    saved = Signal(Change)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._outline: Outline | None = None
        self._title = plain(wrap=True)
        self._title.setProperty("heading", True)
        self._what = plain(wrap=True)
        self.back = QPushButton("返回修改")
        self.save = QPushButton("存入台账，开始使用")
        self.save.setProperty("main", True)
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(16)
        self.column.addWidget(self._title)
        self.column.addWidget(self._what)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def first_field(self) -> QWidget:
        """The button that saves."""
        return self.save

    def ask_known(self, take: Callable[[tuple[str, ...]], None]) -> None:
        """Ask for the units that are known, to be offered while typing."""

    def show_outline(self, outline: Outline, loaded: Loaded) -> None:
        """Say what would be saved."""
        self._outline = outline
        self._title.setText(f"开始用《{text.proper(outline.head.title or loaded.name)}》")
        self._what.setText("\n".join(sentences(outline, loaded)))

    def _save(self) -> None:
        if self._outline is None:
            return
        self.save.setEnabled(False)
        self._context.desk.run(
            intake.take_plan(self._outline), self._done, lambda _: self.save.setEnabled(True)
        )

    def _done(self, change: Change) -> None:
        self.save.setEnabled(True)
        self._context.desk.ask(
            queries.plans, done=lambda plans: self._lead(plans, change), owner=self
        )

    def _lead(self, plans: tuple[PlanRow, ...], change: Change) -> None:
        for plan in plans:
            if plan.id == change.new_id:
                self._context.session.show_plan(plan)
        self.saved.emit(change)
        self._context.bus.page_wanted.emit("tasks")


def sentences(outline: Outline, loaded: Loaded) -> list[str]:
    """What will be saved, a sentence a line."""
    said = outline.counts
    found = [f"将存入：{counts_words(outline)}。"]
    if said.untracked:
        found.append(f"其中 {said.untracked} 项不跟踪：文字保留，不计数、不亮灯。")
    if said.unplaced:
        found.append(f"还有 {said.unplaced} 处没有列入，文字留在原件里，随时可以查看。")
    return found
