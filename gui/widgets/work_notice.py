"""A bar about work under way: what is done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QProgressBar

from gui.widgets.notice import Notice

_WIDE = 240


class WorkNotice(Notice):
    """`step(done, total)` moves it; `leave` takes it away."""

    def __init__(self, sentence: str, cancel: Callable[[], None]) -> None:
        super().__init__(sentence, "info", (("取消", cancel),), closable=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setFixedWidth(_WIDE)
        self.bar.setAccessibleName(sentence)
        row = self.layout()
        if isinstance(row, QBoxLayout):
            row.insertWidget(2, self.bar)

    def step(self, done: int, total: int) -> None:
        """So much of so much is done."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
