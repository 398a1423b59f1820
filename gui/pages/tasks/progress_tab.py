"""进展: what was done in the 填报期; 原报 as received beside 审定 as papers print it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import records
from gui.operations.operation import Operation
from gui.pages.tasks.entry_facts import EntryFacts
from gui.pages.tasks.entry_source import Source, sources
from gui.pages.tasks.past_entries import PastEntries
from gui.saving import saver
from gui.widgets.autosave import SavingText
from gui.widgets.choice import Choice
from gui.widgets.fields import PickField
from gui.widgets.labels import muted
from models import text
from models.commands import EntryDraft
from models.rows import EntryRow, TaskDetail

_FIELDS = (
    ("text", "进展情况", (4, 12)),
    ("problems", "存在问题", (2, 6)),
    ("next_steps", "下一步打算", (2, 6)),
)
ORIGINAL, REVIEWED = "original", "reviewed"


class ProgressTab(QWidget):
    """The fields' key never holds an entry's id: the entry may appear while one is typing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: TaskDetail | None = None
        self._source = Source(0, None)
        self._mode = ORIGINAL
        self._looked_at: Hashable = None
        self._hint = muted(wrap=True)
        self._sources = PickField("谁的报送")
        self._sources.picked.connect(self._choose_source)
        self._modes = Choice("文本", (("原报", ORIGINAL), ("审定", REVIEWED)))
        self._modes.chosen.connect(self._choose_mode)
        self.fields = {
            name: SavingText(word, saver(context, self._keeper(name)), rows)
            for name, word, rows in _FIELDS
        }
        self._originals = {name: muted(wrap=True, small=True) for name, _, _ in _FIELDS}
        self._nothing = QCheckBox("本期无新进展")
        self._nothing.clicked.connect(self._say_nothing)
        self.facts = EntryFacts(context)
        self._past = PastEntries()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._hint, 1)
        top.addWidget(self._modes)
        column.addLayout(top)
        column.addWidget(self._sources)
        for name, word, _ in _FIELDS:
            column.addWidget(muted(word, small=True))
            column.addWidget(self._originals[name])
            column.addWidget(self.fields[name])
        column.addWidget(self._nothing)
        column.addWidget(self.facts)
        column.addWidget(self._past)
        column.addStretch(1)

    # -- showing

    def show_detail(self, detail: TaskDetail) -> None:
        """Show a task's progress of the chosen 填报期."""
        self._detail = detail
        period = self._context.session.period
        self._look(detail)
        entry = self._entry()
        fits = detail.task.role.adopted
        writable = fits and self._context.desk.writable
        self._hint.setText(
            f"{period.title}{'，还没有填报' if entry is None else ''}"
            if fits
            else "这项任务还没有承接，不用填报进展。"
        )
        for name, _, _ in _FIELDS:
            self._show_field(name, entry, writable)
        self._nothing.setChecked(bool(entry and entry.nothing_new))
        self._nothing.setEnabled(writable)
        self.facts.show_entry(detail.task, period, self._source, entry)
        self._past.show_entries(detail, period)

    def _look(self, detail: TaskDetail) -> None:
        """Another task or period: whose report, and which of the two texts is worked on."""
        period = self._context.session.period
        offered = sources(detail, period)
        place = (detail.task.id, period.code)
        if place != self._looked_at or self._source not in [each for _, each in offered]:
            self._looked_at = place
            self._source = offered[0][1]
            self._mode = self._usual_mode()
        self._sources.offer(offered)
        self._sources.show_value(self._source)
        self._sources.setVisible(len(offered) > 1)
        self._modes.show_value(self._mode)
        self._modes.setVisible(self._entry() is not None)

    def _show_field(self, name: str, entry: EntryRow | None, writable: bool) -> None:
        original, wording = _texts(entry, name)
        reviewing = self._mode == REVIEWED and entry is not None
        self.fields[name].show_value(self._key(), wording if reviewing else original)
        self.fields[name].setReadOnly(not writable)
        label = self._originals[name]
        label.setText(f"原报：{text.proper(original)}")
        label.setVisible(reviewing and bool(original) and original != wording)

    def first_field(self) -> QWidget:
        """进展情况."""
        return self.fields["text"]

    # -- which entry

    def _key(self) -> Hashable:
        detail = self._detail
        task_id = detail.task.id if detail else 0
        return (self._mode, task_id, self._context.session.period, self._source)

    def _entry(self) -> EntryRow | None:
        """The newest entry of the chosen source in the 填报期."""
        code = self._context.session.period.code
        found = [
            entry
            for entry in (self._detail.entries if self._detail else ())
            if entry.period == code and Source.of(entry) == self._source
        ]
        return found[-1] if found else None

    def _usual_mode(self) -> str:
        entry = self._entry()
        if entry is None:
            return ORIGINAL
        fresh = entry.reported_on == self._context.desk.clock.today()
        return ORIGINAL if fresh and entry.reviewed_text is None else REVIEWED

    def _choose_source(self, source: Source) -> None:
        self._source = source
        self._mode = self._usual_mode()
        if self._detail is not None:
            self.show_detail(self._detail)

    def _choose_mode(self, mode: str) -> None:
        self._mode = mode
        if self._detail is not None:
            self.show_detail(self._detail)

    # -- what a person did

    def _keeper(self, name: str) -> Callable[[Hashable, str], Operation]:
        def keep(key: Hashable, words: str) -> Operation:
            assert isinstance(key, tuple)
            mode, task_id, period, source = key
            entry = self._entry()
            mine = self._detail is not None and self._detail.task.id == task_id
            if mode == REVIEWED and entry is not None and mine:
                return records.review(entry.id, **{name: words})
            said: dict[str, Any] = {name: words, "section_id": source.section_id}
            draft = EntryDraft(**said)
            return records.write_progress(task_id, period, draft, source.measure_id)

        return keep

    def _say_nothing(self) -> None:
        if self._detail is None:
            return
        said = EntryDraft(nothing_new=self._nothing.isChecked(), section_id=self._source.section_id)
        period = self._context.session.period
        self._context.desk.run(
            records.write_progress(self._detail.task.id, period, said, self._source.measure_id),
            failed=lambda _: self._nothing.setChecked(not self._nothing.isChecked()),
        )


def _texts(entry: EntryRow | None, name: str) -> tuple[str, str]:
    """As received, and as papers print it."""
    if entry is None:
        return "", ""
    return {
        "text": (entry.original_text, entry.wording),
        "problems": (entry.original_problems, entry.problems),
        "next_steps": (entry.original_next, entry.next_steps),
    }[name]
