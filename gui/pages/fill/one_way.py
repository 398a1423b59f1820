"""逐项: one report at a time, what was said before on the left, this period's fields on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from gui.context import Context
from gui.pages.fill.beside_pane import KEYS, BesidePane
from gui.pages.fill.line_form import LineForm
from gui.pages.fill.store import FillStore
from gui.widgets.fields import PickField
from gui.widgets.labels import muted
from gui.widgets.menu_lines import Line
from models import queries
from models.filling import FIELD_WORDS, FillLine, Key, Sheet, beside, monthly_figures
from models.rows import EntryRow, TaskDetail
from models.text import proper

Takes = Callable[[FillLine], bool]
_NONE = "没有符合条件的内容。请放宽上面的筛选条件，或先在“任务”页定下承接的任务。"


class OneWay(QWidget):
    """Keeps its place by the line's key, whatever is saved meanwhile."""

    def __init__(self, context: Context, store: FillStore) -> None:
        super().__init__()
        self._context = context
        self._store = store
        self._takes: Takes = lambda _: True
        self._active = False
        self._lines: list[FillLine] = []
        self._key: Key | None = None
        self.form = LineForm(context, store)
        self.past = BesidePane()
        self.chooser = PickField("任务")
        self.chooser.setMinimumWidth(240)
        self._hint: QLabel = muted(_NONE, wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back = QPushButton("上一项")
        self.forward = QPushButton("下一项")
        self.task = QPushButton("到任务页")
        self.task.setToolTip("看这一项的举措、记录和佐证")
        self.next = QPushButton("保存，到下一个未填的　Ctrl+Enter")
        self.next.setProperty("main", True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.past)
        self._split.addWidget(self.form)
        self._split.setSizes([480, 640])
        foot = QWidget()
        foot.setObjectName("fillFoot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.chooser)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.task)
        row.addStretch(1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._split, 1)
        column.addWidget(self._hint, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.chooser.picked.connect(self.go_to)
        self.past.quoted.connect(self.quote)
        self.task.clicked.connect(self._to_task)
        self._store.loaded.connect(self.show_sheet)
        for button, keys, way in (
            (self.back, "Ctrl+PgUp", partial(self.step, -1)),
            (self.forward, "Ctrl+PgDown", partial(self.step, 1)),
            (self.next, "Ctrl+Return", self.next_unfilled),
        ):
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(lambda _=False, go=way: go())
            self._shortcut(keys, way)
        self._shortcut("Ctrl+Enter", self.next_unfilled)
        self._shortcut("F9", self.form.say_nothing)
        for place in range(KEYS):
            self._shortcut(f"Alt+{place + 1}", partial(self.past.quote, place))

    def lines(self) -> list[Line]:
        """What can be done here, for the page's menu."""
        return [
            ("保存，到下一个未填的", "Ctrl+Enter", self.next_unfilled),
            ("上一项", "Ctrl+PgUp", partial(self.step, -1)),
            ("下一项", "Ctrl+PgDown", partial(self.step, 1)),
            ("本期无新进展", "F9", self.form.say_nothing),
            ("接上左边第一段文字", "Alt+1", partial(self.past.quote, 0)),
        ]

    def _shortcut(self, keys: str, way: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: way())

    # -- what is shown

    def filter(self, takes: Takes) -> None:
        """Go through the lines that are taken."""
        self._takes = takes
        self._show_again()

    def show_lines(self, active: bool) -> None:
        """Whether this way is in front; the other one costs nothing."""
        self._active = active
        self._show_again()

    def _show_again(self) -> None:
        if self._store.sheet is not None:
            self.show_sheet(self._store.sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what was read; the line in work stays, even when it is filled now."""
        if not self._active:
            return
        self._lines = [line for line in sheet.lines if self._takes(line) or line.key == self._key]
        self._hint.setVisible(not self._lines)
        self._split.setVisible(bool(self._lines))
        for widget in (self.chooser, self.back, self.forward, self.task, self.next):
            widget.setEnabled(bool(self._lines))
        self.chooser.offer([(_words(line), line.key) for line in self._lines])
        if self._lines:
            self.go_to(self._key if self._place() >= 0 else self._lines[0].key)

    def _place(self) -> int:
        keys = [line.key for line in self._lines]
        return keys.index(self._key) if self._key in keys else -1

    def go_to(self, key: Key | None) -> bool:
        """Show a line; answers whether it is there."""
        line = next((each for each in self._lines if each.key == key), None)
        if line is None:
            return False
        self._key = line.key
        self.chooser.show_value(line.key)
        self.form.show_line(line, self._store.period)
        self._ask_past(line)
        return True

    def go_to_task(self, task_id: int) -> bool:
        """Show the first line of a task."""
        return self.go_to(next((each.key for each in self._lines if each.task.id == task_id), None))

    @property
    def line(self) -> FillLine | None:
        """The line that is shown."""
        return self.form.line if self._place() >= 0 else None

    def _ask_past(self, line: FillLine) -> None:
        desk, period = self._context.desk, self._store.period

        def found(detail: TaskDetail) -> None:
            if line.key == self._key and period == self._store.period:
                mine = [each for each in detail.entries if each.measure_id == line.measure_id]
                self.past.show_beside(beside(mine, period), period)

        task_id, today = line.task.id, desk.clock.today()
        desk.ask(queries.task_detail, task_id, today, period, done=found, owner=self)

    # -- going on

    def first_field(self) -> QWidget:
        """进展情况."""
        return self.form.fields["text"]

    def quote(self, row: EntryRow) -> None:
        """Take over the words of the field in work; figures of one month are not those of a longer period."""
        into = self.form.into
        words = {"problems": row.problems, "next_steps": row.next_steps}.get(into, row.wording)
        if not words.strip():
            self._context.bus.told.emit(f"那一次没有填{FIELD_WORDS[into]}。")
            return
        self.form.quote(words)
        if monthly_figures(words) and self._store.period.kind.value > 1:
            self._context.bus.told.emit("引用的文字含本月数字，请核对累计。")

    def step(self, by: int) -> None:
        """The line before or after."""
        place = self._place() + by
        if 0 <= place < len(self._lines):
            self.form.leave()
            self.go_to(self._lines[place].key)
            self.first_field().setFocus()

    def _to_task(self) -> None:
        if self.line is not None:
            self.form.leave()
            self._context.bus.place_wanted.emit(self.line.task.id, "progress")

    def next_unfilled(self) -> None:
        """Save, and go to the next line without a report, from the top again after the last."""
        self.form.leave()
        place = self._place()
        round_ = [*self._lines[place + 1 :], *self._lines[: max(place, 0)]]
        wanted = next((line for line in round_ if line.asked), None)
        if wanted is None:
            self._context.bus.told.emit("这里没有未填的了。")
            return
        self.go_to(wanted.key)
        self.first_field().setFocus()


def _words(line: FillLine) -> str:
    mark = "✓" if line.filled else "　"
    return f"{mark} {line.label} {proper(line.title)}"
