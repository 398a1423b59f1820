"""Dialogs about how tasks stand. Each hands back the operation that it was filled in for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.operations import status
from gui.operations.operation import Operation
from gui.tablemodels.task_columns import task_name
from gui.widgets.fields import DayField, day_words
from models.rows import TaskRow


class DayForm(FormDialog):
    """A dialog that asks for a day among other things."""

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


class CompleteDialog(DayForm):
    """办结 of one or several tasks: the day, and what proves it."""

    def __init__(
        self, tasks: Sequence[TaskRow], today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__("办结", _said_of(tasks), parent)
        self._ids = [task.id for task in tasks]
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
        return status.complete(self._ids, day, self._proof.toPlainText())


def _said_of(tasks: Sequence[TaskRow]) -> str:
    words = f"任务 {'、'.join(task.label for task in tasks)}"
    if len(tasks) == 1:
        words += f"“{task_name(tasks[0])}”"
    left = sum(task.adopted_measures - task.ticked_measures for task in tasks)
    return words + (f"还有 {left} 条举措没有勾选，也可以办结。" if left else "。")


class CloseDialog(DayForm):
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


class SendBackDialog(DayForm):
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


class ExtendDialog(DayForm):
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
