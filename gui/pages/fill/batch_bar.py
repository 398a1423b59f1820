"""Who reported, how and when: said once, for everything that is filled from now on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.operations.filling import Batch
from gui.widgets.fields import DayField, PickField
from gui.widgets.labels import Elided, muted
from gui.widgets.offer import Offer
from gui.widgets.plain_line import PlainLine

_MANNERS = ("书面", "电子", "微信", "电话")


class BatchBar(QWidget):
    """Nothing here is saved by itself: it goes with what is filled."""

    def __init__(self) -> None:
        super().__init__()
        self.reporter = PlainLine()
        self.reporter.setAccessibleName("报送人")
        self.reporter.setPlaceholderText("不填")
        self.reporter.setFixedWidth(112)
        self.manner = PickField("报送方式")
        self.manner.offer([("方式不填", ""), *((each, each) for each in _MANNERS)])
        self.manner.setFixedWidth(104)
        self.day = DayField("报送日期", "填报当天")
        self.day.setFixedWidth(144)
        hint = Elided("用于此后填入和粘贴的内容；改已有的填报不换报送人。")
        hint.setProperty("small", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(8)
        for word, field in (
            ("报送人", self.reporter),
            ("报送方式", self.manner),
            ("报送日期", self.day),
        ):
            row.addWidget(muted(word, small=True))
            row.addWidget(field)
            row.addSpacing(8)
        row.addWidget(hint, 1)

    def offer_people(self, names: Sequence[str]) -> None:
        """Names to choose from while typing."""
        Offer(names, self.reporter)

    def batch(self) -> Batch:
        """What is said."""
        return Batch(self.reporter.text().strip(), self.manner.currentData() or "", self.day.day())
