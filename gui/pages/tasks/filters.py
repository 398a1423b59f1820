"""The filters above the tree, how many tasks they leave, and the way back to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from gui.tablemodels.plan_nodes import LOCAL_HEADING, part_words
from gui.tablemodels.task_filter import ISSUED, LOCAL, NO_PART, Due, Taken, TaskFilter
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import muted
from gui.widgets.lights import SHAPES
from gui.widgets.pick import PickField
from models.lights import Lights
from models.rows import PartRow, SectionRow
from models.rules import Standing, Status

Words = Sequence[tuple[str, Any]]
# Name, width, and what is said while nothing is asked for.
_FIELDS = {
    "role": ("承接", 108, "承接不限"),
    "part": ("部分", 108, "部分不限"),
    "section": ("责任科室", 108, "科室不限"),
    "light": ("亮灯", 96, "亮灯不限"),
    "due": ("完成时限", 120, "时限不限"),
    "status": ("状态", 96, "状态不限"),
    "standing": ("进度", 108, "进度不限"),
}


class FilterBar(QWidget):
    """`changed(TaskFilter)` when a person asks for other tasks; goes to a second line for room."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filters")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wanted = TaskFilter()
        self.fields: dict[str, PickField] = {}
        self._flow = flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(12, 8, 12, 8)
        for key, (name, width, _) in _FIELDS.items():
            field = PickField(name)
            field.setFixedWidth(width)
            field.setToolTip(f"按{name}筛选")
            field.picked.connect(lambda value, key=key: self._ask(**{key: value}))
            self.fields[key] = field
            flow.addWidget(field)
        self.unfilled = QCheckBox("只看未填报")
        self.unfilled.setToolTip("只看所选填报期还没有填进展情况的任务")
        self.unfilled.clicked.connect(lambda on: self._ask(unfilled=on))
        self._count = muted(small=True)
        self._clear = QPushButton("清除筛选")
        self._clear.setProperty("link", True)
        self._clear.setToolTip("显示全部任务　Ctrl+Shift+L")
        self._clear.setShortcut("Ctrl+Shift+L")
        self._clear.clicked.connect(self.clear)
        for widget in (self.unfilled, self._count, self._clear):
            widget.setFixedHeight(30)
            flow.addWidget(widget)
        self._offer("role", [(each.word, each) for each in Taken])
        self._offer("status", [(each.word, each) for each in Status])
        self.show_lights(Lights())
        self._offer("standing", [(each.word, each) for each in Standing])
        self._offer("due", [(each.word, each) for each in Due])
        self.show_sections(())
        self.show_parts(())
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many lines as the fields need, never less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self._flow.heightForWidth(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    @property
    def active(self) -> bool:
        """Whether some tasks are hidden."""
        return self._wanted != TaskFilter()

    def enter(self) -> None:
        """Put the cursor on the first filter."""
        self.fields["role"].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def section(self) -> PickField:
        """The chooser of 责任科室."""
        return self.fields["section"]

    @property
    def count(self) -> QLabel:
        """How many tasks there are, in words."""
        return self._count

    def _offer(self, key: str, words: Words) -> None:
        field = self.fields[key]
        field.offer([(_FIELDS[key][2], None), *words])
        field.show_value(getattr(self._wanted, key))

    def show_lights(self, lights: Lights) -> None:
        """Offer the lights by the office's own names."""
        self._offer("light", [(f"{SHAPES[each]} {lights.word(each)}", each) for each in SHAPES])

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        words = [(each.short_name or each.name, each.id) for each in sections]
        self._offer("section", [*words, ("未分工", 0)])

    def show_parts(self, parts: Sequence[PartRow]) -> None:
        """Offer the parts of the plan; one of another plan is asked for no more."""
        known = {part.id for part in parts} | {NO_PART, ISSUED, LOCAL}
        if parts and self._wanted.part is not None and self._wanted.part not in known:
            self._ask(part=None)
        beside = [("不在部分内", NO_PART), ("要点任务", ISSUED), (LOCAL_HEADING, LOCAL)]
        self._offer("part", [*((part_words(part), part.id) for part in parts), *beside])

    def show_count(self, tasks: int, measures: int) -> None:
        """How many tasks and measures are shown."""
        done = f" · 承接 {measures} 条举措" if measures else ""
        self._count.setText(f"{tasks} 项任务{done}")
        self._fit()

    def wanted(self) -> TaskFilter:
        """What is asked for."""
        return self._wanted

    def ask(self, wanted: TaskFilter) -> None:
        """Ask for what a link or an address says."""
        self._wanted = wanted
        self._show()
        self.changed.emit(wanted)

    def choose_role(self, role: Taken) -> None:
        """Ask for the tasks of one 承接 only."""
        self.ask(TaskFilter(role=role))

    def clear(self) -> None:
        """Ask for everything."""
        self.ask(TaskFilter())

    def _ask(self, **values: Any) -> None:  # noqa: ANN401 (one field of the filter)
        self.ask(replace(self._wanted, **values))

    def _show(self) -> None:
        for key, field in self.fields.items():
            value = getattr(self._wanted, key)
            field.show_value(value)
            _mark(field, value is not None)
        self.unfilled.setChecked(self._wanted.unfilled)
        self._clear.setVisible(not self._wanted.empty)
        self._fit()


def _mark(field: QWidget, on: bool) -> None:
    """A filter that takes something away is seen at once: framed, not only worded."""
    if bool(field.property("filtering")) != on:
        field.setProperty("filtering", on)
        field.style().unpolish(field)
        field.style().polish(field)
