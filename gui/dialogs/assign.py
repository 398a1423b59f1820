"""责任分工 of one or many tasks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.tasks import DayForm
from gui.operations import status
from gui.operations.operation import Operation
from gui.widgets.fields import PickField
from models.commands import AssignmentDraft
from models.rows import SectionRow, TaskRow


class AssignDialog(DayForm):
    """责任分工 for one or many tasks; what stays empty is left as it is."""

    def __init__(
        self,
        tasks: Sequence[TaskRow],
        sections: Sequence[SectionRow],
        parent: QWidget | None = None,
    ) -> None:
        names = "、".join(task.label for task in tasks)
        super().__init__("责任分工", f"任务 {names}。没有填的栏目保持原样。", parent)
        self._ids = [task.id for task in tasks]
        self._section = PickField("责任科室")
        self._section.offer(
            [("保持原样", None), *((each.name, each.id) for each in sections), ("未定", 0)]
        )
        self.add_row("责任科室", self._section)
        self._leader = self.add_line("责任领导")
        self._person = self.add_line("责任人")
        self._handler = self.add_line("经办人")
        self._phone = self.add_line("联系电话")
        self._sections = self.add_line("配合科室")
        self._units = self.add_line("配合单位")
        for field in (self._sections, self._units):
            field.setPlaceholderText("用顿号隔开")
        self._due = self.add_day("完成时限", None, "保持原样")
        self._due.near = min(task.due_on for task in tasks)
        self._basis = self.add_line("依据")

    def operation(self) -> Operation:
        """分工."""
        return status.assign(
            self._ids,
            AssignmentDraft(
                leader=self._leader.text().strip() or None,
                section_id=self._section.currentData(),
                person=self._person.text().strip() or None,
                handler=self._handler.text().strip() or None,
                phone=self._phone.text().strip() or None,
                supporting_sections=names_in(self._sections.text()),
                supporting_units=names_in(self._units.text()),
                due_on=self._due.day(),
                basis=self._basis.text().strip() or None,
            ),
        )


def names_in(words: str) -> tuple[str, ...] | None:
    """Names between 、; None for nothing written."""
    found = tuple(name.strip() for name in words.replace("，", "、").split("、") if name.strip())
    return found or None
