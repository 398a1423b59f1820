"""变更记录 of one task: what, when, who, before → after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.tablemodels.history_groups import HistoryGroup, grouped
from gui.widgets.labels import muted, plain
from models import queries
from models.rows import HistoryRow, TaskDetail

_MOST = 100
# Changes that are laid out in one go; a hundred of them would hold the window up.
_AT_ONCE = 24


class HistoryTab(QWidget):
    """Asked for only when it is looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: int | None = None
        self._shown: tuple[HistoryRow, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(8)
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self._column.addStretch(1)

    def show_detail(self, detail: TaskDetail) -> None:
        """Ask for the changes of a task."""
        task_id = detail.task.id
        self._wanted = task_id

        def found(rows: tuple[HistoryRow, ...]) -> None:
            if self._wanted == task_id and rows != self._shown:
                self._show(rows)

        self._context.desk.ask(queries.history, task_id, _MOST, done=found, owner=self)

    def forget(self, task_id: int) -> None:
        """Another task is shown; what stands here is not its history."""
        if task_id != self._wanted:
            self._wanted = None
            self._show(())
            self._shown = None

    def first_field(self) -> QWidget:
        """Nothing to fill in."""
        return self

    def _show(self, rows: tuple[HistoryRow, ...]) -> None:
        self._shown = rows
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        tree = self._context.session.tree
        _add(grouped(rows, tree.plan.year if tree else None), column)
        if not rows and self._wanted is not None:
            column.addWidget(muted("这项任务还没有改动过。"))
        self._column.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh


def _add(groups: Sequence[HistoryGroup], column: QVBoxLayout) -> None:
    """The newest of them, and a way to the next ones."""
    for group in groups[:_AT_ONCE]:
        column.addWidget(_entry(group))
    rest = groups[_AT_ONCE:]
    if not rest:
        return
    more = QPushButton(f"更早的变更（{len(rest)}）")
    more.setProperty("flat", True)

    def show() -> None:
        more.hide()
        more.deleteLater()
        _add(rest, column)

    more.clicked.connect(show)
    column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)


def _entry(group: HistoryGroup) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(plain(group.title, wrap=True))
    # One label for all of it: each one more is measured again and again while a page is laid out.
    column.addWidget(muted("\n".join((group.facts, *group.lines)), wrap=True, small=True))
    return entry
