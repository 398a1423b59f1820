"""本地任务: its text, and which tasks of the plan it carries out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.dialogs.labels import labels_in
from gui.operations import adoption
from gui.operations.operation import Operation
from models.rows import PlanTree, TaskRow


class LocalTaskDialog(FormDialog):
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
        return labels_in(self._carried.text())

    def operation(self) -> Operation:
        """增加本地任务."""
        return adoption.add_local_task(
            self._plan_id,
            self._text.toPlainText(),
            self._short.text(),
            [self._ids[label] for label in self._labels()],
        )
