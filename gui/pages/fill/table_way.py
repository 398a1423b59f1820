"""表格: the lines as a table whose cells are edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations.filling import Edit
from gui.pages.fill.block import Block
from gui.pages.fill.refused_cells import RefusedCells, where
from gui.pages.fill.sheet_view import SheetView
from gui.pages.fill.store import Asked, FillStore
from gui.tablemodels.fill_table import TEXT, FillTableModel, field_of
from gui.widgets.labels import muted
from models.filling import FillLine, Sheet
from models.periods import Period

Takes = Callable[[FillLine], bool]
_NOBODY = "还没有承接任何任务。请先在“任务”页定下主责和配合的任务（按 1 主责、2 配合、3 不涉及）。"
_NONE = "没有符合条件的内容。请放宽上面的筛选条件。"


class TableWay(QWidget):
    """Shows the lines that the filter takes; a line that was just filled stays in its place."""

    paste_wanted = Signal()
    left = Signal()

    def __init__(self, context: Context, store: FillStore) -> None:
        super().__init__()
        self._context = context
        self._store = store
        self._takes: Takes = lambda _: True
        self._active = True
        self._staying: frozenset[object] = frozenset()
        self._waiting: Sheet | None = None
        self._scope: object = None
        self._unkept = RefusedCells()
        self._period = store.period
        self.model = FillTableModel(self)
        self.view = SheetView(self.model, context.theme, context.preferences)
        self._hint = muted(wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.model.edited.connect(self.save)
        self.model.refused.connect(self._refused)
        self.view.edits_wanted.connect(self.save)
        self.view.nothing_wanted.connect(self._say_nothing)
        self.view.paste_wanted.connect(self.paste_wanted)
        self.view.left.connect(self.left)
        self.view.given_up.connect(self._give_up)
        context.bus.saved.connect(lambda _: self._try_again())
        context.desk.operator_changed.connect(lambda _: self._try_again())
        self.view.told.connect(context.bus.told)
        self.view.task_wanted.connect(
            lambda task_id: context.bus.place_wanted.emit(task_id, "progress")
        )
        self.view.delegate.closeEditor.connect(lambda *_: self._edited())
        store.loaded.connect(self.show_sheet)

    def filter(self, takes: Takes) -> None:
        """Show the lines that are taken, and only those."""
        self._takes = takes
        self._staying = frozenset()
        self._show_again()

    def show_lines(self, active: bool) -> None:
        """Whether this way is in front; the other one costs nothing."""
        self._active = active
        self._show_again()

    def _show_again(self) -> None:
        if self._store.sheet is not None:
            self.show_sheet(self._store.sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what was read; while a cell is being edited only the same lines may come in."""
        if not self._active:
            return
        scope = (self._context.session.plan_id, sheet.period, self._store.by_measure)
        if scope != self._scope:
            self._scope, self._staying = scope, frozenset()
            self._lose(self._unkept.forget(self._unkept.places))
        shown = {line.key for line in sheet.lines}
        # What was refused for a line that is there no more can only be copied.
        self._lose(self._unkept.forget(x for x in self._unkept.places if x[0] not in shown))
        staying = self._staying | {key for key, _ in self._unkept.places}
        lines = [line for line in sheet.lines if self._takes(line) or line.key in staying]
        keys = [line.key for line in lines]
        if self.view.editing and keys != [line.key for line in self.model.lines]:
            self._waiting = sheet
            return
        self._waiting = None
        self._period = sheet.period
        self._staying = frozenset(keys)
        self.model.writable = self._context.desk.writable
        current = self.view.currentIndex()
        key, column = None, TEXT
        if current.isValid():
            key, column = self.model.line_at(current.row()).key, current.column()
        self.model.set_lines(lines)
        self._hint.setText(_NONE if sheet.lines else _NOBODY)
        self._stack.setCurrentIndex(0 if lines else 1)
        # Not where Qt has put the cursor by itself, which it does when a table comes to be seen.
        kept = key is not None and self.view.currentIndex().isValid()
        if lines and not kept and not self.view.show_key(key, column):
            self.view.show_key(lines[0].key)

    def _edited(self) -> None:
        """An editor has closed: lines that waited for it come in."""
        if self._waiting is not None:
            self.show_sheet(self._waiting)

    # -- saving

    def save(self, edits: Sequence[Edit]) -> None:
        """Show and keep what was typed."""
        self.model.pend(edits)
        self._unkept.forget(map(where, edits))
        heard = partial(self._heard, tuple(edits), self._period)
        self._store.save(edits, heard, self._period, lambda: self.model.settle(edits))

    def _heard(self, edits: tuple[Edit, ...], period: Period, kept: bool) -> None:
        """Refused cells keep their words while their lines are shown; the next save tries again."""
        here = period == self._period and all(self.model.row_of(e.line.key) >= 0 for e in edits)
        if kept:
            self.model.settle(edits)
        elif here:
            self.model.refuse(edits)
            self._unkept.keep(edits)
        else:
            self._lose(edits)

    def _try_again(self) -> None:
        """The ledger takes changes: what it refused before is sent once more, in its lines of now."""
        lines = {line.key: line for line in self.model.lines}
        for edits in self._unkept.take():
            fresh = tuple(replace(each, line=lines[each.line.key]) for each in edits)
            heard = partial(self._heard, fresh, self._period)
            self._store.keep(Asked(fresh, "", self._period, heard))

    def _give_up(self, cells: Sequence[tuple[object, int]]) -> None:
        """Esc: the ledger's words again."""
        fields = ((key, field_of(column) or "") for key, column in cells)
        others = ((key, "nothing_new") for key, column in cells if column == TEXT)
        self.model.settle(self._unkept.forget([*fields, *others]))

    def _lose(self, edits: Sequence[Edit]) -> None:
        self.model.settle(edits)
        for words in (edit.value for edit in edits if isinstance(edit.value, str)):
            if words.strip():
                self._context.bus.unsaved.emit(words)

    def paste_cell(self, words: str) -> None:
        """The same words in every chosen cell."""
        found = (
            self.model.edit_for(index.row(), index.column(), words) for index in self.view.chosen()
        )
        edits = [edit for edit in found if edit is not None]
        if edits:
            self.save(edits)

    def block(self, words: str, section_id: int | None) -> Block:
        """A pasted block with the lines and fields from the cursor on."""
        current = self.view.currentIndex()
        if not current.isValid():
            return Block(words, section_id=section_id)
        shown = self.view.columns_shown()
        after = shown[shown.index(current.column()) :]
        return Block(
            words,
            self.model.lines[current.row() :],
            tuple(field_of(column) for column in after),
            section_id,
        )

    def _refused(self, sentence: str, typed: str) -> None:
        self._context.bus.refused.emit(sentence)
        if typed.strip():
            self._context.bus.unsaved.emit(typed)

    def _say_nothing(self, lines: Sequence[FillLine]) -> None:
        edits = nothing_new(lines)
        if edits:
            self.save(edits)
        elif lines:
            self._context.bus.told.emit("已经填了进展情况，没有改成本期无新进展；请先清空再按 F9。")


def nothing_new(lines: Sequence[FillLine]) -> list[Edit]:
    """本期无新进展 for lines without words; one that says so already takes it back."""
    free = [line for line in lines if not line.words("text").strip()]
    said = [line for line in free if line.entry is not None and line.entry.nothing_new]
    return [Edit(line, "nothing_new", len(said) < len(free)) for line in free]
