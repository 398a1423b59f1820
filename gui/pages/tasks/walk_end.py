"""What stands over 逐项定承接 once every task is decided: a sentence, and where to go from there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.widgets.labels import plain


class WalkEnd(QWidget):
    """`again()`: from the first task once more; `assign_wanted()`: on to 责任科室 and 时限."""

    again = Signal()
    assign_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("kind", "done")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = plain(wrap=True)
        self.first = QPushButton("从第一项再看一遍")
        self.first.clicked.connect(self.again)
        self.assign = QPushButton("定责任科室和时限")
        self.assign.setToolTip("到任务列表，只看已承接、还没有责任科室的任务")
        self.assign.clicked.connect(self.assign_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for button in (self.first, self.assign):
            button.setProperty("link", True)
            row.addWidget(button)

    def show_end(self, whole: int, adopted: int) -> None:
        """How many were decided, and how many of them are the bureau's."""
        more = "想改哪一项，翻到它再按 1、2、3、0。"
        self.words.setText(f"{whole} 项任务都已定承接，其中承接 {adopted} 项。{more}")
        self.assign.setVisible(bool(adopted))
