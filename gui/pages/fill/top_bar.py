"""Above the lines: which way, how much is filled, which lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from gui.widgets.choice import Choice
from gui.widgets.fields import PickField
from gui.widgets.labels import plain
from models.filling import Sheet
from models.rows import SectionRow

TABLE, ONE = "表格", "逐项"
HEIGHTS = (("一行", "line"), ("几行", "middle"), ("全文", "all"))


class TopBar(QWidget):
    """`way_wanted(word)`, `by_wanted(bool)`, `height_wanted(name)`, `filter_changed()`."""

    way_wanted = Signal(object)
    by_wanted = Signal(object)
    height_wanted = Signal(object)
    filter_changed = Signal()
    paste_wanted = Signal()
    nothing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = Choice("填报方式", ((TABLE, TABLE), (ONE, ONE)))
        self.count = plain()
        self.section = PickField("责任科室")
        self.section.setFixedWidth(112)
        self.unfilled = QCheckBox("只看未填报")
        self.unfilled.setToolTip("只看本期还没有填的；刚填的一行在换筛选条件前仍留在原处")
        self.by = PickField("每行一项")
        self.by.offer([("按任务", False), ("按举措", True)])
        self.by.setFixedWidth(96)
        self.height = PickField("行高")
        self.height.offer([(f"行高：{word}", name) for word, name in HEIGHTS])
        self.height.setFixedWidth(112)
        self.nothing = QPushButton("本期无新进展")
        self.nothing.setToolTip("所选的各行本期无新进展，算已填，报告里不印（F9）")
        self.paste = QPushButton("粘贴一批…")
        self.paste.setToolTip(
            "把 Excel、WPS 或聊天里复制的内容按序号或文字对应，先看后填（Ctrl+Shift+V）"
        )
        self.show_sections(())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.way)
        row.addSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        for field in (
            self.section,
            self.unfilled,
            self.by,
            self.height,
            self.nothing,
            self.paste,
        ):
            row.addWidget(field)
        self.way.chosen.connect(self.way_wanted)
        self.section.picked.connect(lambda _: self.filter_changed.emit())
        self.unfilled.toggled.connect(lambda _: self.filter_changed.emit())
        self.by.picked.connect(self.by_wanted)
        self.height.picked.connect(self.height_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.nothing.clicked.connect(self.nothing_wanted)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        words = [(each.short_name or each.name, each.id) for each in sections]
        self.section.offer([("科室不限", None), *words, ("未分工", 0)])

    def show_way(self, way: str) -> None:
        """Mark the way, and show what belongs to it."""
        self.way.show_value(way)
        for field in (self.by, self.height, self.nothing):
            field.setVisible(way == TABLE)

    def show_count(self, sheet: Sheet) -> None:
        """已填 23/34."""
        same = sum(line.repeated for line in sheet.lines)
        words = f"已填 {sheet.filled}/{sheet.asked}"
        self.count.setText(f"{words} · 与上期相同 {same}" if same else words)
        self.count.setToolTip("已承接的任务中，本期已填的项数；已销号而本期没有填的不算")
