"""The fields of one report: words, status, percentage, 本期无新进展."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations.filling import Edit
from gui.pages.fill.store import FillStore
from gui.tablemodels.fill_table import CHOICES
from gui.widgets.autosave import Heard, Save, SavingLine, SavingText
from gui.widgets.clamped import Clamped
from gui.widgets.fields import PickField
from gui.widgets.labels import Elided, muted
from models import text
from models.filling import FIELD_WORDS, FillLine, read_percent
from models.periods import Period
from models.rules import Status
from models.words import number

_TEXTS = (("text", (5, 12)), ("problems", (2, 5)), ("next_steps", (2, 5)))
_NO_PERCENT = "完成进度应是0到100之间的数，没有保存；请改正后再试。"


class LineForm(QScrollArea):
    """Fields save themselves; a field's key is the period and the line that it was typed for."""

    def __init__(self, context: Context, store: FillStore) -> None:
        super().__init__()
        self._context = context
        self._store = store
        self._lines: dict[Hashable, tuple[FillLine, Period]] = {}
        self._line: FillLine | None = None
        self._into = "text"
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Elided()
        self._title.setProperty("title", True)
        self._section = muted(small=True)
        self._content = Clamped(2)
        self._review = muted("审定文本：改动的是审定的文字，原报文本不变。", small=True)
        self._same = muted("与上期文字相同，请核对。", small=True)
        self.fields = {
            name: SavingText(FIELD_WORDS[name], self._saver(name), rows) for name, rows in _TEXTS
        }
        for field in self.fields.values():
            field.installEventFilter(self)
        self.nothing = QCheckBox("本期无新进展（F9）")
        self.status = PickField("状态")
        self.status.offer([(each.word, each) for each in Status])
        self.percent = SavingLine("完成进度", self._keep_percent)
        self.percent.setPlaceholderText("0～100")
        self.percent.setFixedWidth(88)
        self._percent_now = muted(small=True)
        self._lay_out()
        self.nothing.clicked.connect(self._say_nothing)
        self.status.picked.connect(self._say_status)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._section)
        column.addLayout(head)
        column.addWidget(self._content)
        column.addSpacing(4)
        for name, _ in _TEXTS:
            column.addWidget(muted(FIELD_WORDS[name], small=True))
            column.addWidget(self.fields[name])
            if name == "text":
                column.addWidget(self._review)
                column.addWidget(self._same)
                column.addWidget(self.nothing)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(muted("状态", small=True))
        row.addWidget(self.status)
        row.addSpacing(16)
        row.addWidget(muted("完成进度（%）", small=True))
        row.addWidget(self.percent)
        row.addWidget(self._percent_now, 1)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inner)

    # -- showing

    @property
    def line(self) -> FillLine | None:
        """The line that is shown."""
        return self._line

    def show_line(self, line: FillLine, period: Period) -> None:
        """Show a report of a period; what is being typed for it stays."""
        if self._line is None or line.key != self._line.key:
            self._into = "text"
        self._line = line
        key = (period.code, *line.key)
        self._lines[key] = (line, period)
        writable = self._context.desk.writable
        self._title.setText(f"{line.label}　{text.proper(line.title)}")
        self._section.setText(line.section or "未分工")
        self._content.show_text(text.proper(line.task.local_text or line.task.text))
        for name, field in self.fields.items():
            field.show_value((*key, name), line.words(name))
            field.setReadOnly(not writable)
        self._review.setVisible(line.reviewed("text"))
        self._same.setVisible(line.repeated)
        told = bool(line.words("text").strip())
        self.nothing.setChecked(bool(line.entry and line.entry.nothing_new and not told))
        self.nothing.setEnabled(writable and not told)
        self._show_state(line, key, writable=writable)

    def _show_state(self, line: FillLine, key: tuple[object, ...], *, writable: bool) -> None:
        whole = line.measure_id is None
        status = line.task.status
        offered = [*CHOICES] if status in CHOICES else [status, *CHOICES]
        self.status.offer([(each.word, each) for each in offered])
        self.status.show_value(status)
        self.status.setEnabled(writable and whole and not status.done)
        percent = line.entry.percent if line.entry else None
        self.percent.show_value((*key, "percent"), "" if percent is None else number(percent))
        self.percent.setEnabled(writable)
        known = whole and percent is None and line.task.percent
        self._percent_now.setText(f"最近一次{number(line.task.percent)}%" if known else "")

    @property
    def into(self) -> str:
        """The field of words that the cursor was in last: text, problems or next_steps."""
        return self._into

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know in which field the cursor is, also while a button beside it is pressed."""
        if event.type() == QEvent.Type.FocusIn:
            names = (name for name, each in self.fields.items() if each is watched)
            self._into = next(names, self._into)
        return super().eventFilter(watched, event)

    def quote(self, words: str) -> None:
        """Put words behind those of the field that the cursor was in last, and go on there."""
        field = self.fields[self._into]
        if field.isReadOnly() or not words.strip():
            return
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.insertPlainText(f"\n{words}" if field.toPlainText().strip() else words)
        field.setFocus()

    def leave(self) -> None:
        """Save what is being typed."""
        for field in (*self.fields.values(), self.percent):
            field.leave()

    # -- saving

    def _saver(self, name: str) -> Save:
        def save(key: Hashable, typed: str, heard: Heard) -> None:
            line, period = self._known(key)
            self._store.save([Edit(line, name, typed)], _held(heard, self._lost, typed), period)

        return save

    def _known(self, key: Hashable) -> tuple[FillLine, Period]:
        assert isinstance(key, tuple)
        return self._lines[key[:-1]]

    def _lost(self, typed: str) -> None:
        if typed.strip():
            self._context.bus.unsaved.emit(typed)

    def _keep_percent(self, key: Hashable, typed: str, heard: Heard) -> None:
        value, _ = read_percent(text.clean(typed, text.ANY_LENGTH, lines=False).strip())
        if value is None:
            heard(False)
            self._context.bus.refused.emit(_NO_PERCENT)
            return
        line, period = self._known(key)

        def given_up() -> None:
            if heard(False):
                self.percent.restore()

        edit = Edit(line, "percent", value)
        self._store.save([edit], _held(heard, self._lost, typed), period, given_up)

    def say_nothing(self) -> None:
        """F9: 本期无新进展, or not after all."""
        if self.nothing.isEnabled():
            self.nothing.click()

    def _say_nothing(self) -> None:
        if self._line is not None:
            self._store.save(
                [Edit(self._line, "nothing_new", self.nothing.isChecked())], self._again
            )

    def _say_status(self, status: Status) -> None:
        if self._line is not None and status is not self._line.task.status:
            edits = [Edit(self._line, "status", status)]
            self._store.save(edits, self._again, given_up=lambda: self._again(kept=False))

    def _again(self, kept: bool) -> None:
        if not kept and self._line is not None:
            self.show_line(self._line, self._store.period)


def _held(heard: Heard, lost: Callable[[str], None], typed: str) -> Callable[[bool], None]:
    def answered(kept: bool) -> None:
        if not heard(kept) and not kept:
            lost(typed)

    return answered
