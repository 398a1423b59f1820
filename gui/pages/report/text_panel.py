"""The paper's text beside its pages: a list of passages, and the marked one under one's hands."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import records
from gui.operations.operation import Operation
from gui.operations.papers import PassageWork
from gui.pages.report.life import beginning
from gui.pages.report.life_steps import why_frozen
from gui.pages.report.passage_editor import PassageEditor
from gui.pages.report.passage_list import PassageList
from gui.pages.report.passage_rows import PassageRow, passage_rows, version_rows
from gui.pages.report.press_job import Made
from gui.pages.report.provenance import entry_of, origins
from gui.pages.report.shelf import Found
from gui.widgets.autosave import Heard
from gui.widgets.labels import muted
from models.errors import KnownError
from models.rows import Change

if TYPE_CHECKING:
    from reports.correction import Correction

_NEW = "new:"
_HINT = "点页面上的段落，或选中后按 F2，就可以改。"
_TABLE = "这种文稿是表格，按台账生成；要改文字请改台账里的内容。"
_CONFLICT = "这一段改过以后，台账里又有变化（划去的是手工文字，划线的是台账现在的文字）："


class TextPanel(QWidget):
    """marked(key): a passage to be shown on the pages. began(paper id): its first edit began it."""

    marked = Signal(str)
    began = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: Found | None = None
        self._made: Made | None = None
        self._rows: tuple[PassageRow, ...] = ()
        self._frozen = False
        self._adding: tuple[str, int] | None = None
        self.hint = muted(_HINT, wrap=True, small=True)
        self.list = PassageList(context.theme)
        self.editor = PassageEditor(context.theme, self._save)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.hint.setContentsMargins(16, 8, 8, 4)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.addWidget(self.list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.editor)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        split.addWidget(area)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        area.setMinimumHeight(150)
        split.setSizes([300, 300])
        split.setCollapsible(0, False)
        split.setCollapsible(1, False)
        self.list.setMinimumHeight(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.hint)
        column.addWidget(split, 1)
        self._split = split
        self._split.hide()

    def _connect(self) -> None:
        editor = self.editor
        self.list.chosen.connect(self._choose)
        self.list.edit_wanted.connect(self.enter)
        editor.restore_wanted.connect(self.restore)
        editor.write_back_wanted.connect(self.offer_write_back)
        editor.drop_wanted.connect(self.drop)
        editor.add_wanted.connect(self.add)
        editor.move_wanted.connect(self.move_by)
        editor.place_wanted.connect(self._context.bus.place_wanted)
        for keys, way in (
            ("Alt+Up", lambda: self.move_by(-1)),
            ("Alt+Down", lambda: self.move_by(1)),
            ("Ctrl+Up", lambda: self._step(-1)),
            ("Ctrl+Down", lambda: self._step(1)),
        ):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, way, context=within)
        for keys, way in (("Delete", self.drop), ("Insert", lambda: self.add(0))):
            QShortcut(QKeySequence(keys), self.list, way, context=Qt.ShortcutContext.WidgetShortcut)

    # -- what is shown

    def show_paper(self, found: Found, made: Made) -> None:
        """Show a paper's passages; what is being typed stays."""
        self._found, self._made = found, made
        self._frozen = found.frozen or not self._context.desk.writable
        if made.text is not None:
            self._rows = passage_rows(made.text, found.edits)
        else:
            words = found.versions[-1].passages if found.kept and found.versions else ()
            self._rows = version_rows(words)
        self._split.setVisible(bool(self._rows))
        why = why_frozen(found.paper)
        self.hint.setText((why or _HINT) if self._rows else _TABLE)
        known = {row.key for row in self._rows}
        self.list.fill(self._rows)
        fresh = self._take_added(known)
        if fresh:
            self.list.mark(fresh)
        elif self._adding is None:
            if self.list.key not in known and self._rows:
                self.list.setCurrentRow(0)
            self._show_row()

    def clear(self) -> None:
        """There is no paper."""
        self._rows = ()
        self._found = self._made = None
        self.list.clear()
        self._split.hide()
        self.hint.setText("")

    def _take_added(self, known: set[str]) -> str:
        """The key of the passage that was just added, once it stands in the paper."""
        own = [row.key for row in self._rows if row.own]
        if self._adding is None or self.editor.text.unsaved or not own:
            return ""
        newest = max(own, key=lambda key: int(key.partition(":")[2]))
        if newest in self._before or newest not in known:
            return ""
        self._adding = None
        return newest

    @property
    def row(self) -> PassageRow | None:
        """The marked passage."""
        key = self.list.key
        return next((row for row in self._rows if row.key == key), None)

    def conflicts(self) -> list[str]:
        """The keys of passages beneath which the ledger has changed."""
        return [row.key for row in self._rows if row.conflict]

    def mark(self, key: str) -> bool:
        """Mark a passage by its key."""
        return self.list.mark(key)

    def go_to(self, field_key: str) -> bool:
        """Mark the passage that the field's key (`repr`) names; a new one is begun again."""
        try:
            _, name = literal_eval(field_key)
        except (ValueError, SyntaxError, TypeError):
            return False
        if not isinstance(name, str):
            return False
        if not name.startswith(_NEW):
            return self.list.mark(name)
        _, level, after = name.split(":", 2)
        found = self.list.mark(after)
        if found:
            self.add(int(level))
        return found

    def enter(self) -> None:
        """Go into the words of the marked passage."""
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        self._adding = None
        self.editor.ask.hide()
        self._show_row()
        self.marked.emit(key)

    def _show_row(self) -> None:
        row, found = self.row, self._found
        if row is None or found is None:
            return
        made_of = origins(row.sources, found.rows)
        key = (_paper_id(found), row.key)
        self.editor.show_row(row, key, made_of, frozen=self._frozen)
        if row.conflict and not self._frozen:
            self._ask_conflict(row)
        elif not self._asking_back:
            self.editor.ask.hide()

    _asking_back = False
    _before: frozenset[str] = frozenset()

    def _step(self, by: int) -> None:
        self.list.setCurrentRow(min(max(0, self.list.currentRow() + by), self.list.count() - 1))

    # -- changing

    def _work(self) -> PassageWork:
        found, made = self._found, self._made
        assert found is not None
        assert made is not None
        if found.paper is not None:
            return PassageWork(found.paper.id)
        return PassageWork(0, beginning(found, made))

    def _run(self, work: PassageWork, wanted: Operation) -> None:
        fresh = not work.paper_id

        def done(_: Change) -> None:
            if fresh:
                self.began.emit(work.paper_id)

        self._context.desk.run(wanted, done)

    def _save(self, key: Hashable, typed: str, heard: Heard) -> None:
        """Keep the words of a passage, or a new one; called by the field when it is left."""
        work, wanted = self._wanted(key, typed)
        if wanted is None:
            heard(False)
            return
        fresh = not work.paper_id

        def refused(_: Exception) -> None:
            if not heard(False) and typed.strip():
                self._context.bus.unsaved.emit(typed)

        def done(_: Change) -> None:
            heard(True)
            if fresh:
                self.began.emit(work.paper_id)

        self._context.desk.run(wanted, done, refused)

    def _wanted(self, key: Hashable, typed: str) -> tuple[PassageWork, Operation | None]:
        assert isinstance(key, tuple)
        paper_id, name = key
        work = PassageWork(paper_id) if paper_id else self._work()
        if name.startswith(_NEW):
            _, level, after = name.split(":", 2)
            return work, work.add(typed, after, int(level)) if typed.strip() else None
        row = next((each for each in self._rows if each.key == name), None)
        if row is None:
            return work, None
        base = row.text if row.own else row.generated
        return work, work.edit(name, typed, base, row.after, row.level)

    def restore(self) -> None:
        """The program's words again; a passage of one's own goes."""
        row = self.row
        if row is not None and self._found is not None and self._found.paper is not None:
            self._context.desk.run(self._work().restore(row.key))

    def drop(self) -> None:
        """Leave the marked passage out."""
        row = self.row
        if row is None or self._frozen or row.dropped or row.key == "title":
            return
        work = self._work()
        self._run(work, work.drop(row.key, row.generated, row.after))

    def add(self, level: int) -> None:
        """Begin a passage behind the marked one; it is kept when it has words."""
        row, found = self.row, self._found
        if row is None or found is None or self._frozen:
            return
        self._adding = (row.key, level)
        self._before = frozenset(each.key for each in self._rows)
        self.editor.show_new((_paper_id(found), f"{_NEW}{level}:{row.key}"), level)

    def move_by(self, by: int) -> None:
        """Put the marked passage before its neighbour or behind it."""
        row = self.row
        if row is None or self._frozen or row.key == "title":
            return
        keys = [each.key for each in self._rows if not each.dropped]
        if row.key not in keys:
            return
        at = keys.index(row.key)
        target = at - 2 if by < 0 else at + 1
        if target < 0 or target >= len(keys):
            return
        work = self._work()
        self._run(work, work.move(row.key, keys[target], row.generated))

    # -- the ledger beneath

    def _ask_conflict(self, row: PassageRow) -> None:
        self.editor.ask.ask(
            _CONFLICT,
            row.text,
            row.generated,
            (
                ("保留手工文字", lambda: self._keep(row)),
                ("改用台账的", self.restore),
                ("合在一起再改", lambda: self._join(row)),
            ),
        )

    def _keep(self, row: PassageRow) -> None:
        work = self._work()
        self._run(work, work.edit(row.key, row.text, row.generated, row.after, row.level))

    def _join(self, row: PassageRow) -> None:
        """Both wordings in the field, for a person to make one of them."""
        self.enter()
        self.editor.text.setPlainText(row.text + row.generated)

    def offer_write_back(self) -> None:
        """Show what the entry's 审定文本 would become, and ask."""
        from reports.correction import correction

        row, found, made = self.row, self._found, self._made
        if row is None or found is None or made is None or made.text is None:
            return
        try:
            fixed = correction(made.text.composed, found.edits, row.key)
        except KnownError as error:
            self._context.bus.refused.emit(str(error))
            return
        entry = entry_of(fixed.entry_id, found.rows)
        before = entry.wording if entry is not None else ""
        self._asking_back = True
        self.editor.ask.ask(
            "写回后，这条进展的审定文本将是（原报文本不变）：",
            before,
            fixed.text,
            (("写回", lambda: self._write_back(fixed)), ("不写回", self._leave_back)),
            enter=True,
        )

    def _write_back(self, fixed: Correction) -> None:
        self._leave_back()
        self._context.desk.run(records.review(fixed.entry_id, text=fixed.text))

    def _leave_back(self) -> None:
        self._asking_back = False


def _paper_id(found: Found) -> int:
    return found.paper.id if found.paper is not None else 0
