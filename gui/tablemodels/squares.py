"""任务亮灯: one square a task, in the plan's order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tablemodels.link import LINK_ROLE, task
from models import text
from models.rows import TaskRow
from models.rules import Adoption

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SquaresModel(QAbstractListModel):
    """A square shows the task's number and says its light; it leads to the task."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[TaskRow, ...] = ()

    def set_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Show other tasks; where only their state changed, the place of the cursor stays."""
        fresh = tuple(tasks)
        if [each.id for each in fresh] == [each.id for each in self._tasks]:
            self._tasks = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._tasks = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a task."""
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The number, what it means in words, and where it leads."""
        if not index.isValid():
            return None
        row = self._tasks[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return said(row)
        if role == LINK_ROLE:
            return task(row.id)
        return None


def said(row: TaskRow) -> str:
    """第4项 红灯（滞后） 知识产权立法: what a square says to who cannot see it."""
    label = row.label if row.local else f"第{row.label}项"
    title = text.proper(row.short_title or row.text)
    return f"{label} {light_said(row)} {title}"


def light_said(row: TaskRow) -> str:
    """红灯（滞后）, or why there is none."""
    if not row.tracked:
        return "不跟踪"
    if row.light is None:
        return "待定是否承接" if row.role is Adoption.UNDECIDED else row.role.word
    return f"{COLOURS[row.light.value]}灯（{row.light_word}）"


COLOURS = {"green": "绿", "yellow": "黄", "red": "红", "blue": "蓝", "grey": "灰"}
