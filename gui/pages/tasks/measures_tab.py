"""举措: a card each, ticked with Space; added, reworded, split, joined, moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.dialogs import measures as dialogs
from gui.dialogs.files import ask_files
from gui.operations import adoption, measures, status
from gui.operations.operation import Operation
from gui.pages.tasks.measure_card import MeasureCard
from gui.saving import run_asked, saver
from gui.widgets.autosave import SavingLine
from gui.widgets.labels import muted
from gui.widgets.reuse import fit_cards
from models.rows import MeasureRow, SectionRow, TaskDetail
from models.rules import Adoption


class MeasuresTab(QWidget):
    """Cards stay where they are while their measures do, so that nothing typed is torn away.

    files_wanted([Path], measure_id): attach these to a measure.
    """

    files_wanted = Signal(list, int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: TaskDetail | None = None
        self._cards: list[MeasureCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._empty = muted("这项任务还没有举措，可在下面增加。")
        self._empty.setContentsMargins(16, 12, 16, 12)
        self._column.addWidget(self._empty)
        self._new = SavingLine("增加举措", saver(context, _keep_new))
        self._new.setPlaceholderText("增加举措：写好后按回车")
        self._button = QPushButton("增加")
        self._button.clicked.connect(self._new.leave)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 8)
        row.addWidget(self._new, 1)
        row.addWidget(self._button)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def show_detail(self, detail: TaskDetail) -> None:
        """Show the measures of a task."""
        self._detail = detail
        rows = detail.measures
        self._cards = fit_cards(
            self._cards, [row.id for row in rows], self._make_card, self._column, first=1
        )
        own = {each.measure_id: each for each in detail.measure_assignments}
        for place, (card, row) in enumerate(zip(self._cards, rows, strict=True)):
            beside = (place > 0, place < len(rows) - 1)
            card.show_measure(row, detail.task, own.get(row.id), beside)
        self._empty.setVisible(not rows)
        self._new.show_value(("new", detail.task.id), "")
        for widget in (self._new, self._button):
            widget.setEnabled(self._context.desk.writable)

    def put_back(self, name: str, key: str, words: str) -> bool:
        """Open the field of the measure whose wording somebody was typing, and go on with it."""
        for card in self._cards:
            field = card.local
            if card.isVisible() and (field.accessibleName(), repr(field.key)) == (name, key):
                card.reword()
                field.put_back(words)
                return True
        return False

    def first_field(self) -> QWidget:
        """The first box."""
        return self._cards[0].box if self._cards else self._new

    def _make_card(self) -> MeasureCard:
        card = MeasureCard(self._context, self)
        card.wanted.connect(self._do)
        card.step.connect(self._step)
        # New cards stand last; the field for a new one comes after them.
        QWidget.setTabOrder(card.menu_button, self._new)
        QWidget.setTabOrder(self._new, self._button)
        return card

    def _step(self, card: MeasureCard, by: int) -> None:
        place = self._cards.index(card) + by
        if 0 <= place < len(self._cards):
            self._cards[place].box.setFocus(Qt.FocusReason.TabFocusReason)

    # -- what the cards ask for

    def _do(self, name: str, row: MeasureRow) -> None:
        ways: dict[str, Callable[[MeasureRow], None]] = {
            "split": self._split,
            "merge": self._merge,
            "up": lambda each: self._move(each, -1),
            "down": lambda each: self._move(each, +1),
            "remove": lambda each: self._context.desk.run(measures.remove(each.id)),
            "assign": self._assign,
            "attach": self._attach,
            "own": lambda each: self._adopt(each, Adoption.OWN),
            "assist": lambda each: self._adopt(each, Adoption.ASSIST),
            "none": self._refuse,
            "follow": lambda each: self._adopt(each, None),
        }
        ways[name](row)

    def _place(self, row: MeasureRow) -> int:
        rows = self._detail.measures if self._detail else ()
        return next((place for place, each in enumerate(rows) if each.id == row.id), 0)

    def _split(self, row: MeasureRow) -> None:
        dialog = dialogs.SplitDialog(row, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self._context, dialog, measures.split(row.id, dialog.pieces()))

    def _merge(self, row: MeasureRow) -> None:
        rows = self._detail.measures if self._detail else ()
        if len(rows) < 2:
            return
        dialog = dialogs.MergeDialog(row, rows, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            wanted = measures.merge(dialog.chosen(), dialog.words())
            run_asked(self._context, dialog, wanted)

    def _move(self, row: MeasureRow, by: int) -> None:
        self._context.desk.run(measures.move(row.id, self._place(row) + 1 + by))

    def _adopt(self, row: MeasureRow, role: Adoption | None) -> None:
        self._context.desk.run(adoption.adopt_measure(row.id, role))

    def _refuse(self, row: MeasureRow) -> None:
        from gui.dialogs.tasks import ReasonDialog

        dialog = ReasonDialog("不涉及", f"举措 {row.number} 不涉及本单位。", self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(
                self._context,
                dialog,
                adoption.adopt_measure(row.id, Adoption.NONE, dialog.reason()),
            )

    def _assign(self, row: MeasureRow) -> None:
        from models import queries

        def show(sections: tuple[SectionRow, ...]) -> None:
            dialog = dialogs.AssignMeasureDialog(row, sections, self)
            if dialog.exec() == QDialog.DialogCode.Accepted:
                run_asked(self._context, dialog, status.assign_measure(row.id, dialog.draft()))

        self._context.desk.ask(queries.sections, True, done=show, owner=self)

    def _attach(self, row: MeasureRow) -> None:
        self.files_wanted.emit(
            ask_files(self, f"为举措 {row.number} 添加佐证材料", self._context.preferences), row.id
        )


def _keep_new(key: Hashable, words: str) -> Operation:
    assert isinstance(key, tuple)
    return measures.add(key[1], words)
