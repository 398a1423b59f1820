"""A part or an item under the cursor: its counts, and its tasks, each of them a way on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.pages.overview.line_list import LineList
from gui.tablemodels.heading_facts import facts, task_line
from gui.tablemodels.link import Link
from gui.tablemodels.plan_nodes import Node, heading
from gui.theme import Theme
from gui.widgets.labels import muted, plain
from models.rows import TaskRow


class HeadingPane(QWidget):
    """Asks nothing. `task_wanted(id)` when a line is followed; `all_wanted()`: select its tasks."""

    task_wanted = Signal(int)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.above = muted(wrap=True, small=True)
        self.title = plain(wrap=True)
        self.title.setProperty("title", True)
        self.facts = muted(wrap=True)
        self.list = LineList("下面的任务", theme)
        self.list.leading.wanted.connect(self._follow)
        self.hidden = muted(wrap=True, small=True)
        self.choose = QPushButton()
        self.choose.setToolTip("选中以后，可以一起定承接、科室、责任人、时限")
        self.choose.clicked.connect(self.all_wanted)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for widget in (self.above, self.title, self.facts):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.hidden)

    def show_heading(self, node: Node, shown: Sequence[TaskRow], year: int | None) -> None:
        """A line of the tree without a task, and those of its tasks that the filter leaves."""
        tasks = list(node.tasks())
        parent = node.parent
        self.above.setText(heading(parent) if parent is not None and parent.row else "")
        self.above.setVisible(bool(self.above.text()))
        self.title.setText(heading(node))
        self.facts.setText("\n".join(facts(tasks)))
        self.list.lines.set_rows(shown, partial(task_line, year=year))
        self.choose.setText(f"选中这 {len(shown)} 项任务")
        self.choose.setVisible(bool(shown))
        missing = len(tasks) - len(shown)
        self.hidden.setText(f"另有 {missing} 项不符合上面的筛选条件。" if missing else "")
        self.hidden.setVisible(bool(missing))

    def enter(self) -> None:
        """Put the cursor on the first task."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.lines.index(0))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, link: Link) -> None:
        if link.task_id is not None:
            self.task_wanted.emit(link.task_id)
