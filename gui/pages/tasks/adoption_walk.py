"""逐项定承接: one task after the other with its whole issued text, decided by one key each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.address import Address
from gui.context import Context
from gui.operations import adoption
from gui.pages.tasks.reason_line import ReasonLine
from gui.pages.tasks.walk_end import WalkEnd
from gui.tablemodels.adoption_steps import AdoptionSteps
from gui.tablemodels.task_filter import Taken
from gui.widgets.labels import muted, plain
from models import text
from models.rows import Change, PlanTree, TaskRow
from models.rules import Adoption

_WIDEST = 860
_CHOICES = (
    (Adoption.OWN, "1　主责", "由本单位负责"),
    (Adoption.ASSIST, "2　配合", "上级负责，本单位配合"),
    (Adoption.NONE, "3　不涉及", "写一句理由"),
)
_KEYS = {
    Qt.Key.Key_1: Adoption.OWN,
    Qt.Key.Key_2: Adoption.ASSIST,
    Qt.Key.Key_3: Adoption.NONE,
    Qt.Key.Key_0: Adoption.UNDECIDED,
}
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}
_ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


class AdoptionWalk(QWidget):
    """`left(task_id)`: back to the list. Nothing is hurried: each step is saved, and can be undone."""

    left = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("逐项定承接")
        self._context = context
        self.steps = AdoptionSteps()
        self._deciding = False
        self._make()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(self._reading(), 1)
        column.addWidget(self._foot())
        context.session.tree_loaded.connect(self._take_tree)
        context.bus.changed.connect(self._take_change)

    # -- putting together

    def _make(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("已定的任务")
        self.end = WalkEnd()
        self.end.hide()
        self.end.again.connect(lambda: self._to_end(-1))
        self.end.assign_wanted.connect(self._assign)
        self.count = muted()
        self._place = muted(wrap=True, small=True)
        self.title = plain(wrap=True)
        self.title.setProperty("heading", True)
        self.issued = plain(wrap=True)
        self.issued.setProperty("reading", True)
        self.issued.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._units = muted(wrap=True)
        self._said = muted(wrap=True)
        self.reason = ReasonLine()
        self.reason.given.connect(lambda why: self._run(Adoption.NONE, why))
        self.reason.given_up.connect(self.setFocus)
        self.buttons: dict[Adoption, QPushButton] = {}

    def _top(self) -> QVBoxLayout:
        heading = plain("逐项定承接")
        heading.setProperty("heading", True)
        back = QPushButton("回到任务列表　Esc")
        back.setProperty("flat", True)
        back.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(heading)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(back)
        top = QVBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.setSpacing(8)
        top.addLayout(row)
        top.addWidget(self.bar)
        top.addWidget(self.end)
        return top

    def _reading(self) -> QScrollArea:
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for label in (self._place, self.title, self.issued, self._units, self._said):
            column.addWidget(label)
        column.addStretch(1)
        ground = QWidget()
        middle = QHBoxLayout(ground)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(page)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(ground)
        return self._area

    def _foot(self) -> QWidget:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for role, word, meaning in _CHOICES:
            button = QPushButton(f"{word}（{meaning}）")
            button.setCheckable(True)
            button.clicked.connect(partial(self._clicked, role))
            self.buttons[role] = button
            choices.addWidget(button, 1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for word, way in (
            ("上一项　←", lambda: self.step(-1)),
            ("下一项　→", lambda: self.step(+1)),
            ("下一个待定　空格", self.next_undecided),
        ):
            button = QPushButton(word)
            button.setProperty("flat", True)
            button.clicked.connect(lambda _=False, do=way: do())
            ways.addWidget(button)
            self._waiting = button
        ways.addStretch(1)
        ways.addWidget(muted("0 改回待定，Ctrl+Z 撤销并回到那一项", small=True))
        foot = QWidget()
        foot.setObjectName("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(24, 8, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addLayout(choices)
        column.addLayout(ways)
        return foot

    # -- what is shown

    def begin(self) -> None:
        """Start at the first task that is not decided yet."""
        self.steps.take(self._context.session.tree)
        self.steps.to_first_undecided()
        self._show()
        self.setFocus()

    def step(self, by: int) -> None:
        """The task before or after, decided or not."""
        self.steps.step(by)
        self._show()
        self.setFocus()

    def next_undecided(self) -> None:
        """The next task that waits; from the last one on to the first."""
        self.steps.to_next_undecided()
        self._show()
        self.setFocus()

    def _to_end(self, by: int) -> None:
        """The first task, or the last."""
        self.step(by * self.steps.whole)

    def _assign(self) -> None:
        """On to the adopted tasks for which nobody answers yet."""
        wanted = Address.of("tasks", role=Taken.ADOPTED.value, section=0)
        self._context.bus.page_wanted.emit(str(wanted))

    def _take_tree(self, tree: PlanTree | None) -> None:
        if self.isVisible():
            self.steps.take(tree)
            self._show(keep=True)

    def _take_change(self, change: Change) -> None:
        # What was taken back is looked at again.
        undone = change.label.startswith(("撤销", "重做")) and len(change.tasks) == 1
        if self.isVisible() and undone and self.steps.to_task(next(iter(change.tasks))):
            self._show()

    def _show(self, *, keep: bool = False) -> None:
        steps, task = self.steps, self.steps.task
        self.bar.setRange(0, max(1, steps.whole))
        self.bar.setValue(steps.decided)
        self.count.setText(steps.words())
        finished = steps.all_decided and task is not None
        self.end.show_end(steps.whole, steps.adopted)
        self.end.setVisible(finished)
        self._waiting.setEnabled(not finished)
        for role, button in self.buttons.items():
            button.setChecked(task is not None and task.role is role)
            button.setEnabled(task is not None and self._context.desk.writable)
        if task is None:
            self.title.setText("台账中还没有要定承接的任务。")
            return
        if not keep:
            self.reason.hide()
            self._area.verticalScrollBar().setValue(0)
        self._place.setText(steps.place())
        self.title.setText(f"{task.label}. {text.proper(task.short_title)}")
        self.issued.setText(text.proper(task.text))
        self._units.setText(unit_words(task))
        self._units.setVisible(bool(self._units.text()))
        self._said.setText(said_words(task))

    @property
    def said(self) -> QLabel:
        """What the task is to the bureau as it stands."""
        return self._said

    # -- what a person does

    def decide(self, role: Adoption) -> None:
        """主责, 配合, 待定 at once; 不涉及 after its reason."""
        task = self.steps.task
        if task is None or not self._context.desk.writable:
            return
        if role is Adoption.NONE:
            self.reason.ask(task.reason or self.steps.last_reason, self.steps.reasons())
            return
        self._run(role, "")

    def _clicked(self, role: Adoption, _: bool) -> None:
        self._show(keep=True)
        self.decide(role)

    def _run(self, role: Adoption, reason: str) -> None:
        task = self.steps.task
        # A key that is held down must not decide tasks that nobody has read.
        if task is None or self._deciding:
            return
        self._deciding = True

        def done(_: Change) -> None:
            self._deciding = False
            self.steps.last_reason = reason or self.steps.last_reason
            if role is not Adoption.UNDECIDED:
                self.steps.decided_now(task.id, role)
                self.next_undecided()

        def failed(_: Exception) -> None:
            self._deciding = False
            self._show(keep=True)

        self._context.desk.run(adoption.adopt([task.id], role, reason), done, failed)

    def leave(self) -> None:
        """Back to the list, to the task that was looked at."""
        task = self.steps.task
        self.left.emit(task.id if task else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 decide; arrows walk, Home and End to the ends; the space bar goes to the next that waits."""
        key = Qt.Key(event.key())
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain_key or (key in _KEYS and event.isAutoRepeat()):
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.decide(_KEYS[key])
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key in _ENDS:
            self._to_end(_ENDS[key])
        elif key is Qt.Key.Key_Space:
            self.next_undecided()
        elif key is Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + (48 if key is Qt.Key.Key_Down else -48))
        else:
            super().keyPressEvent(event)


def unit_words(task: TaskRow) -> str:
    """牵头单位, 责任单位, 配合单位 and 上级时限 as issued, a line each."""
    found = (
        ("牵头单位", "、".join(task.lead_units)),
        ("责任单位", "、".join(task.responsible_units)),
        ("配合单位", "、".join(task.supporting_units)),
        ("上级时限", task.deadline_text),
    )
    return "\n".join(f"{word}　{names}" for word, names in found if names)


def said_words(task: TaskRow) -> str:
    """How the task stands."""
    words = "" if task.role is Adoption.UNDECIDED else f"已定：{task.role.word}"
    if task.reason:
        words += f"（{task.reason}）"
    return words
