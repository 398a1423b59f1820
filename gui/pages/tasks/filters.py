"""The row of filters above the tree, and how many tasks it leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from gui.tablemodels.task_filter import TaskFilter
from gui.widgets.fields import PickField
from gui.widgets.labels import muted
from gui.widgets.lights import SHAPES
from models.rows import SectionRow
from models.rules import Adoption, Status


class FilterBar(QWidget):
    """`changed(TaskFilter)` when a person asks for other tasks."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filters")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self.role = PickField("承接")
        self.role.offer([("承接不限", None), *((each.word, each) for each in Adoption)])
        self.section = PickField("责任科室")
        self.status = PickField("状态")
        self.status.offer([("状态不限", None), *((each.word, each) for each in Status)])
        self.light = PickField("亮灯")
        self.light.offer(
            [("亮灯不限", None), *((f"{SHAPES[each]} {each.word}", each) for each in SHAPES)]
        )
        self.unfilled = QCheckBox("只看未填报")
        self.unfilled.setToolTip("只看所选填报期还没有填进展情况的任务")
        self._count = muted(small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for field, width in (
            (self.role, 96),
            (self.section, 112),
            (self.status, 100),
            (self.light, 104),
        ):
            field.setFixedWidth(width)
            field.picked.connect(self._tell)
            row.addWidget(field)
        row.addSpacing(8)
        row.addWidget(self.unfilled)
        row.addStretch(1)
        row.addWidget(self._count)
        self.unfilled.toggled.connect(self._tell)
        self.show_sections(())

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        words = [(each.short_name or each.name, each.id) for each in sections]
        self.section.offer([("科室不限", None), *words, ("未分工", 0)])

    def show_count(self, tasks: int, measures: int) -> None:
        """How many tasks and measures are shown."""
        done = f" · 承接 {measures} 条举措" if measures else ""
        self._count.setText(f"{tasks} 项任务{done}")

    def show_chosen(self, tasks: int) -> None:
        """Several tasks are marked: what can be done with them at once."""
        self._count.setText(f"已选 {tasks} 项 · 右键可一起办理")

    def wanted(self) -> TaskFilter:
        """What is asked for."""
        return TaskFilter(
            self.role.currentData(),
            self.section.currentData(),
            self.status.currentData(),
            self.light.currentData(),
            self.unfilled.isChecked(),
        )

    def choose_role(self, role: Adoption) -> None:
        """Ask for the tasks of one 承接 only."""
        self.role.show_value(role)
        self._tell()

    def clear(self) -> None:
        """Ask for everything."""
        for field in (self.role, self.section, self.status, self.light):
            field.show_value(None)
        self.unfilled.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.wanted())
