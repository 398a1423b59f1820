"""The upper half of the detail: the issued text, the local one, and who does it by when."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.dialogs.labels import labels_in
from gui.operations import adoption, status
from gui.operations.operation import Operation
from gui.pages.tasks.former_words import FormerWords
from gui.saving import saver
from gui.widgets.autosave import SavingLine, SavingText
from gui.widgets.choice import Choice
from gui.widgets.clamped import Clamped
from gui.widgets.fields import DayField, PickField, day_words
from gui.widgets.labels import Elided, muted, plain
from gui.widgets.lights import LightMark
from gui.widgets.offer import Offer
from models import queries, text
from models.planrows import FormerRow
from models.rows import PersonRow, SectionRow, TaskDetail, TaskRow
from models.rules import Adoption, Status

_SAID_WITH_DIALOG = {
    Status.COMPLETED: "complete",
    Status.CLOSED: "close",
    Status.RETURNED: "send_back",
    Status.SUSPENDED: "suspend",
}
_ASSUMED = "还没有人说明状态；有举措已勾选，所以算作推进中。"
_ORDER = (
    Status.NOT_STARTED,
    Status.DOING,
    Status.ONGOING,
    Status.SUSPENDED,
    Status.COMPLETED,
    Status.CLOSED,
    Status.RETURNED,
)


class DetailHead(QWidget):
    """`actions_wanted(name, TaskRow)` for verbs that ask something first."""

    actions_wanted = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._task: TaskRow | None = None
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(self._title_row())
        column.addWidget(self.issued)
        column.addWidget(self.former)
        column.addLayout(self._form())
        # Beside the tabs there may be more height than it needs.
        column.addStretch(1)

    def _make_fields(self) -> None:
        context = self._context
        self.mark = LightMark()
        self.number = plain()
        self.number.setProperty("title", True)
        self.short = SavingLine("任务简称", saver(context, _keep_short))
        self.short.setPlaceholderText("任务简称")
        self.verbs = QPushButton("办理")
        self.verbs.setMenu(QMenu(self.verbs))
        self.issued = Clamped(3)
        self.units = Elided()
        self.units.setProperty("small", True)
        self.issued.put_beside(self.units)
        self.former = FormerWords(context.theme)
        self.local = SavingText("本市任务内容", saver(context, _keep_local), (2, 4))
        self.role = Choice(
            "承接",
            [(each.word, each) for each in (Adoption.OWN, Adoption.ASSIST)]
            + [(Adoption.NONE.word, Adoption.NONE), (Adoption.UNDECIDED.word, Adoption.UNDECIDED)],
        )
        self.reason = Elided()
        self.reason.setProperty("small", True)
        self.carried = SavingLine("落实任务", saver(context, self._keep_carried))
        self.carried.setPlaceholderText("落实要点中的哪几项，如 4、16")
        self.section = PickField("责任科室")
        self.person = SavingLine("责任人", saver(context, _keep_person))
        self.due = DayField("完成时限", "未定")
        self.status = PickField("状态")
        self.status.offer([(each.word, each) for each in _ORDER])
        self.percent = muted()
        self.role.chosen.connect(self._adopt)
        self.section.picked.connect(self._to_section)
        self.due.picked.connect(self._to_day)
        self.status.picked.connect(self._to_status)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.number)
        row.addWidget(self.short, 1)
        row.addWidget(self.verbs)
        return row

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self._local_word = muted("本市任务内容", wrap=True)
        self._local_word.setFixedWidth(60)
        grid.addWidget(self._local_word, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.local, 0, 1, 1, 3)
        self._role_word = muted("承接")
        grid.addWidget(self._role_word, 1, 0)
        grid.addWidget(self.role, 1, 1, 1, 3)
        self._carried_word = muted("落实任务")
        # Rows of their own: a hidden field would take the room of one that shares its cell.
        grid.addWidget(self._carried_word, 3, 0)
        grid.addWidget(self.carried, 3, 1, 1, 3)
        grid.addWidget(self.reason, 2, 1, 1, 3)
        grid.addWidget(muted("责任科室"), 4, 0)
        grid.addWidget(self.section, 4, 1)
        grid.addWidget(muted("责任人"), 4, 2)
        grid.addWidget(self.person, 4, 3)
        grid.addWidget(muted("完成时限"), 5, 0)
        grid.addWidget(self.due, 5, 1)
        grid.addWidget(muted("状态"), 5, 2)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.status, 1)
        said.addWidget(self.percent)
        grid.addLayout(said, 5, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    # -- showing

    def show_detail(self, detail: TaskDetail, year: int | None) -> None:
        """Show a task as the ledger has it."""
        task = detail.task
        self._task = task
        self.mark.show_light(task.light, self._context.theme)
        self.number.setText(f"{task.label}.")
        self.short.show_value(task.id, task.short_title)
        self.issued.show_text("" if task.local else text.proper(task.text))
        self.units.setText(_unit_words(detail))
        self.issued.setVisible(not task.local)
        place = self._context.session.bureau.place
        self._local_word.setText("任务内容" if task.local else f"{place}任务内容")
        own = task.text if task.local else task.local_text
        self.local.show_value((task.id, task.local), own)
        self.role.show_value(task.role)
        for widget in (self.role, self._role_word):
            widget.setVisible(not task.local)
        labels = {each.id: each.label for each in self._tasks()}
        carried = "、".join(labels.get(number, "") for number in task.carries_out)
        self.carried.show_value(task.id, carried if task.local else "")
        for widget in (self.carried, self._carried_word):
            widget.setVisible(task.local)
        self.reason.setText(f"理由：{task.reason}" if task.reason else "")
        self.reason.setVisible(bool(task.reason))
        self._show_work(task, detail, year)
        self._ask_former(task, year)

    def _ask_former(self, task: TaskRow, year: int | None) -> None:
        self.former.forget(task.id)

        def found(rows: tuple[FormerRow, ...]) -> None:
            if self._task is not None and self._task.id == task.id:
                self.former.show_former(task, rows, year)

        self._context.desk.ask(queries.former_tasks, task.id, done=found, owner=self)

    def _show_work(self, task: TaskRow, detail: TaskDetail, year: int | None) -> None:
        self._offer_section(task)
        self.section.show_value(task.section_id or 0)
        self.person.show_value(task.id, task.person)
        self.due.show_day(task.due_on)
        extended = "，已延期" if detail.extensions else ""
        default = "默认" if task.due_default else ""
        self.due.setToolTip(f"{day_words(task.due_on, year)}{default}{extended}")
        self.status.show_value(task.status)
        assumed = task.status is Status.DOING and task.status_on is None
        self.status.setToolTip(_ASSUMED if assumed else task.status_reason)
        # Below the number: beside it there is no room at 100 %.
        proposed = "\n按勾选" if task.percent_proposed else ""
        self.percent.setText(f"{task.percent:.0f}%{proposed}" if task.role.adopted else "")
        lit = task.role.adopted and self._context.desk.writable
        self.status.setEnabled(lit)
        self.verbs.setEnabled(lit)
        for line in (self.local, self.short, self.person, self.carried):
            line.setReadOnly(not self._context.desk.writable)
        for field in (self.role, self.section, self.due):
            field.setEnabled(self._context.desk.writable)
        self._fill_verbs(task)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        self.section.offer([("未定", 0), *((each.name, each.id) for each in sections)])
        if self._task is not None:
            self._offer_section(self._task)
            self.section.show_value(self._task.section_id or 0)

    def _offer_section(self, task: TaskRow) -> None:
        # A section that is no longer in use still stands where it was assigned.
        if task.section_id and self.section.findText(task.section) < 0:
            self.section.addItem(task.section, task.section_id)

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Propose the office's people while typing."""
        Offer((person.name for person in people), self.person)

    def _fill_verbs(self, task: TaskRow) -> None:
        menu = self.verbs.menu()
        menu.clear()
        done = task.status.done
        ways = (
            ("办结…", "complete", not done),
            ("销号…", "close", done and task.status is not Status.CLOSED),
            ("退回…", "send_back", done),
            ("延期…", "extend", not done),
            ("暂缓…", "suspend", not done),
        )
        for word, name, fits in ways:
            if fits:
                action = menu.addAction(word)
                action.triggered.connect(
                    lambda checked=False, n=name: self.actions_wanted.emit(n, task)
                )

    def _tasks(self) -> Sequence[TaskRow]:
        tree = self._context.session.tree
        return tree.tasks if tree else ()

    # -- what a person did

    def _keep_carried(self, key: Hashable, words: str) -> Operation:
        assert isinstance(key, int)
        ids = {each.label: each.id for each in self._tasks() if not each.local}
        return adoption.carry_out(key, labels_in(words), ids)

    def _adopt(self, role: Adoption) -> None:
        if self._task is None or role is self._task.role:
            return
        if role is Adoption.NONE:
            self.actions_wanted.emit("none", self._task)
        else:
            self._context.desk.run(adoption.adopt([self._task.id], role))

    def _to_section(self, section_id: int) -> None:
        if self._task is not None and section_id != (self._task.section_id or 0):
            self._context.desk.run(status.to_section([self._task.id], section_id))

    def _to_day(self, day: object) -> None:
        if self._task is not None:
            self._context.desk.run(status.due([self._task.id], self.due.day()))

    def _to_status(self, wanted: Status) -> None:
        if self._task is None or wanted is self._task.status:
            return
        if wanted in _SAID_WITH_DIALOG:
            self.status.show_value(self._task.status)
            self.actions_wanted.emit(_SAID_WITH_DIALOG[wanted], self._task)
        else:
            self._context.desk.run(status.set_status([self._task.id], wanted))


def _keep_short(key: Hashable, words: str) -> Operation:
    assert isinstance(key, int)
    return adoption.short_title(key, words)


def _keep_local(key: Hashable, words: str) -> Operation:
    assert isinstance(key, tuple)
    task_id, local = key
    return (adoption.edit_local_task if local else adoption.local_wording)(task_id, words)


def _keep_person(key: Hashable, words: str) -> Operation:
    assert isinstance(key, int)
    return status.to_person([key], words)


def _unit_words(detail: TaskDetail) -> str:
    task = detail.task
    found = (
        ("牵头单位", task.lead_units),
        ("责任单位", task.responsible_units),
        ("配合单位", task.supporting_units),
        ("本地任务", detail.carried_out_by),
    )
    words = [task.origin] if task.origin else []
    if not task.tracked:
        words.append("已在修订中删除，不再跟踪" if task.withdrawn else "不跟踪")
    words += [f"{word}　{'、'.join(names)}" for word, names in found if names]
    if task.deadline_text:
        words.append(f"上级时限　{task.deadline_text}")
    return "　　".join(words)
