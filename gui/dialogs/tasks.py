"""Dialogs about one or several tasks. Each hands back the operation that it was filled in for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.operations import adoption, status
from gui.operations.operation import Operation
from gui.tablemodels.task_columns import task_name
from gui.widgets.fields import DayField, PickField, day_words
from models.commands import AssignmentDraft
from models.rows import PlanTree, SectionRow, TaskRow


class OperationDialog(FormDialog):
    """A dialog that ends in an operation."""

    def operation(self) -> Operation:
        """What was asked for; only after it was accepted."""
        raise NotImplementedError

    def add_day(self, word: str, day: dt.date | None, empty: str = "未定") -> DayField:
        """A field for a day."""
        field = DayField(word, empty)
        field.show_day(day)
        field.dateChanged.connect(self.check)
        self.add_row(word, field)
        return field


class ReasonDialog(FormDialog):
    """Only a reason."""

    def __init__(self, title: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(title, intro, parent)
        self._reason = self.add_line("理由")
        self.check()

    def complete(self) -> bool:
        """A reason is needed."""
        return bool(self.reason())

    def reason(self) -> str:
        """The reason."""
        return self._reason.text().strip()


class CompleteDialog(OperationDialog):
    """办结: the day, and what proves it."""

    def __init__(self, task: TaskRow, today: dt.date, parent: QWidget | None = None) -> None:
        intro = f"任务 {task.label}“{task_name(task)}”"
        if task.ticked_measures < task.adopted_measures:
            left = task.adopted_measures - task.ticked_measures
            intro += f"还有 {left} 条举措没有勾选，也可以办结。"
        super().__init__("办结", intro, parent)
        self._task = task
        self._day = self.add_day("办结日期", today)
        self._proof = self.add_text("办结依据")
        self._proof.setPlaceholderText("如：印发的文件名称、文号")
        self._proof.setFocus()

    def complete(self) -> bool:
        """A day is needed."""
        return self._day.day() is not None

    def operation(self) -> Operation:
        """办结."""
        day = self._day.day()
        assert day is not None
        return status.complete(self._task.id, day, self._proof.toPlainText())


class CloseDialog(OperationDialog):
    """销号: who checked, and when."""

    def __init__(
        self, task: TaskRow, checker: str, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__("销号", f"任务 {task.label}“{task_name(task)}”", parent)
        self._task = task
        self._checker = self.add_line("销号人", checker)
        self._day = self.add_day("销号日期", today)
        self.check()

    def complete(self) -> bool:
        """A checker and a day are needed."""
        return bool(self._checker.text().strip()) and self._day.day() is not None

    def operation(self) -> Operation:
        """销号."""
        day = self._day.day()
        assert day is not None
        return status.close(self._task.id, self._checker.text(), day)


class SendBackDialog(OperationDialog):
    """退回: why."""

    def __init__(self, task: TaskRow, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("退回", f"任务 {task.label}“{task_name(task)}”退回重新办理。", parent)
        self._task = task
        self._reason = self.add_text("退回原因")
        self._day = self.add_day("退回日期", today)
        self._reason.setFocus()
        self.check()

    def complete(self) -> bool:
        """A reason and a day are needed."""
        return bool(self._reason.toPlainText().strip()) and self._day.day() is not None

    def operation(self) -> Operation:
        """退回."""
        day = self._day.day()
        assert day is not None
        return status.send_back(self._task.id, self._reason.toPlainText(), day)


class ExtendDialog(OperationDialog):
    """延期: until when, why, who agreed."""

    def __init__(self, task: TaskRow, today: dt.date, parent: QWidget | None = None) -> None:
        old = day_words(task.due_on) + ("（默认）" if task.due_default else "")
        super().__init__("延期", f"任务 {task.label}“{task_name(task)}”，原时限 {old}。", parent)
        self._task = task
        self._due = self.add_day("新时限", None)
        self._due.near = task.due_on
        self._due.setFocus()
        self._reason = self.add_text("延期原因", rows=2)
        self._progress = self.add_text("目前进展", rows=2)
        self._by = self.add_line("同意人")
        self._on = self.add_day("同意日期", today)
        self.check()

    def complete(self) -> bool:
        """A later day and a reason are needed."""
        due = self._due.day()
        later = due is not None and due > self._task.due_on
        return later and bool(self._reason.toPlainText().strip()) and self._on.day() is not None

    def operation(self) -> Operation:
        """延期."""
        due, on = self._due.day(), self._on.day()
        assert due is not None
        assert on is not None
        return status.extend(
            self._task.id,
            due,
            self._reason.toPlainText(),
            self._by.text(),
            on,
            self._progress.toPlainText(),
        )


class LocalTaskDialog(OperationDialog):
    """增加本地任务: its text, and which tasks of the plan it carries out."""

    def __init__(
        self, tree: PlanTree, carried: Sequence[TaskRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "增加本地任务", "本单位自己增加的任务，可说明它落实要点中的哪几项。", parent
        )
        self._plan_id = tree.plan.id
        self._ids = {task.label: task.id for task in tree.tasks if not task.local}
        self._text = self.add_text("任务内容", rows=4)
        self._short = self.add_line("任务简称")
        self._short.setPlaceholderText("可不填，自动提出")
        self._carried = self.add_line("落实任务", "、".join(task.label for task in carried))
        self._carried.setPlaceholderText("序号，如 4、16；可不填")
        self._text.setFocus()
        self.check()

    def complete(self) -> bool:
        """A text is needed, and numbers that exist."""
        return bool(self._text.toPlainText().strip()) and all(
            label in self._ids for label in self._labels()
        )

    def _labels(self) -> list[str]:
        words = self._carried.text()
        for mark in "，,；; ":
            words = words.replace(mark, "、")
        return [label for label in words.split("、") if label]

    def operation(self) -> Operation:
        """增加本地任务."""
        return adoption.add_local_task(
            self._plan_id,
            self._text.toPlainText(),
            self._short.text(),
            [self._ids[label] for label in self._labels()],
        )


class AssignDialog(OperationDialog):
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
