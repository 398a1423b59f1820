"""What several selected tasks have in common; a value given here is given to all of them at once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import status
from gui.operations.operation import Operation
from gui.saving import saver
from gui.tablemodels.task_columns import numbered_name
from gui.widgets.autosave import SavingLine
from gui.widgets.choice import Choice
from gui.widgets.clamped import Clamped
from gui.widgets.fields import DayField, PickField
from gui.widgets.labels import muted, plain
from models.rows import SectionRow, TaskRow
from models.rules import Adoption, Status

MIXED = "不一致"
_ROLES = (Adoption.OWN, Adoption.ASSIST, Adoption.NONE, Adoption.UNDECIDED)
_STATUSES = (
    Status.NOT_STARTED,
    Status.DOING,
    Status.ONGOING,
    Status.SUSPENDED,
    Status.COMPLETED,
)
# More names than this are opened with 展开.
_NAMES = 6


class SeveralPane(QWidget):
    """One step for all: one change, one undo.

    adopt_wanted(role), status_wanted(status), assign_wanted(): what may ask something first.
    """

    adopt_wanted = Signal(object)
    status_wanted = Signal(object)
    assign_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._tasks: tuple[TaskRow, ...] = ()
        self._sections: tuple[SectionRow, ...] = ()
        self.title = plain()
        self.title.setProperty("title", True)
        self._names = Clamped(_NAMES)
        self.role = Choice("承接", [(each.word, each) for each in _ROLES])
        self.section = PickField("责任科室")
        self.person = SavingLine("责任人", saver(context, _keep_person))
        self.due = DayField("完成时限")
        self.status = PickField("状态")
        self._more = QPushButton("责任领导、经办人、配合科室等…")
        self.role.chosen.connect(self.adopt_wanted)
        self.section.picked.connect(self._to_section)
        self.due.picked.connect(self._to_day)
        self.status.picked.connect(self._to_status)
        self._more.clicked.connect(self.assign_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows = (
            ("承接", self.role),
            ("责任科室", self.section),
            ("责任人", self.person),
            ("完成时限", self.due),
            ("状态", self.status),
        )
        for place, (word, field) in enumerate(rows):
            grid.addWidget(muted(word), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self._names)
        column.addLayout(grid)
        column.addLayout(foot)
        column.addWidget(muted("在这里填一次，选中的任务都改；撤销也是一步。", wrap=True))
        column.addStretch(1)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        self._sections = tuple(sections)

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Show what these tasks have in common."""
        self._tasks = tuple(tasks)
        self.title.setText(f"已选 {len(tasks)} 项任务")
        self._names.show_text("\n".join(numbered_name(task) for task in tasks))
        self.role.show_value(_common(task.role for task in tasks))
        sections = [(each.name, each.id) for each in self._sections]
        self._offer(
            self.section, [*sections, ("未定", 0)], [each.section_id or 0 for each in tasks]
        )
        self._offer(
            self.status, [(each.word, each) for each in _STATUSES], [task.status for task in tasks]
        )
        person = _common(task.person for task in tasks)
        self.person.show_value(tuple(task.id for task in tasks), person or "")
        self.person.setPlaceholderText(MIXED if person is None else "未定")
        days = _common(task.due_on for task in tasks)
        self.due.setSpecialValueText(MIXED if days is None else "未定")
        self.due.near = min(task.due_on for task in tasks)
        self.due.show_day(days)
        writable = self._context.desk.writable
        for field in (self.role, self.section, self.due, self._more):
            field.setEnabled(writable and not (field is self.role and _any_local(tasks)))
        adopted = all(task.role.adopted for task in tasks)
        self.status.setEnabled(writable and adopted)
        self.status.setToolTip("" if adopted else "选中的任务都承接后，才能一起说明状态")
        self.person.setReadOnly(not writable)

    def _offer(self, field: PickField, words: list[tuple[str, Any]], values: list[Any]) -> None:
        common = _common(values)
        field.offer(words if common is not None else [(MIXED, None), *words])
        field.show_value(common)

    # -- what a person did

    def _ids(self) -> list[int]:
        return [task.id for task in self._tasks]

    def _to_section(self, section_id: int | None) -> None:
        others = [task.id for task in self._tasks if (task.section_id or 0) != section_id]
        if section_id is not None and others:
            self._context.desk.run(status.to_section(others, section_id))

    def _to_day(self, day: object) -> None:
        self._context.desk.run(status.due(self._ids(), self.due.day()))

    def _to_status(self, wanted: Status | None) -> None:
        if wanted is not None and any(task.status is not wanted for task in self._tasks):
            self.status_wanted.emit(wanted)


def _keep_person(key: Hashable, words: str) -> Operation:
    assert isinstance(key, tuple)
    return status.to_person(key, words)


def _common(values: Any) -> Any:  # noqa: ANN401 (whatever a task has)
    """The value that all have; None where they differ."""
    found = list(values)
    return found[0] if all(value == found[0] for value in found) else None


def _any_local(tasks: Sequence[TaskRow]) -> bool:
    return any(task.local for task in tasks)
