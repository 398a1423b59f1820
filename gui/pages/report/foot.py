"""The line under the pages: what is being done, which page, and the buttons for print and export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from gui.widgets.labels import muted


class Foot(QWidget):
    """Tells what a person wants; shows what it is told.

    turn_wanted(±1), wide_wanted(bool), export_wanted("pdf" | "xlsx").
    """

    cancel_wanted = Signal()
    turn_wanted = Signal(int)
    wide_wanted = Signal(bool)
    print_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.state = muted()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._cancel = _button("取消", self.cancel_wanted.emit)
        self.wide = QPushButton("页宽")
        self.wide.setCheckable(True)
        self.wide.setToolTip("按页宽显示，看清文字；Ctrl+滚轮缩放")
        self.wide.toggled.connect(self.wide_wanted)
        self.before = _button("上一页", lambda: self.turn_wanted.emit(-1))
        self.page = muted()
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setMinimumWidth(56)
        self.after = _button("下一页", lambda: self.turn_wanted.emit(1))
        self.print = _button("打印…", self.print_wanted.emit)
        self.xlsx = _button("导出 Excel…", lambda: self.export_wanted.emit("xlsx"))
        self.pdf = _button("导出 PDF…", lambda: self.export_wanted.emit("pdf"))
        self.pdf.setProperty("main", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for widget in (self.state, self._bar, self._cancel):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.wide, self.before, self.page, self.after):
            row.addWidget(widget)
        for widget in (self.print, self.xlsx, self.pdf):
            row.addWidget(widget)
        self.rest("")

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return not self._bar.isHidden()

    def busy(self, words: str) -> None:
        """Something has begun; how much there is to do is not known yet."""
        self.state.setText(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._cancel.show()

    def step(self, done: int, total: int) -> None:
        """So many pages of so many are done."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def rest(self, words: str) -> None:
        """Nothing is being made any more."""
        self.state.setText(words)
        self._bar.hide()
        self._cancel.hide()

    def show_page(self, page: int, pages: int) -> None:
        """Which page of how many is shown; 0 of 0 for none."""
        self.page.setText(f"{page} / {pages}" if pages else "")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)
        self.print.setEnabled(pages > 0)


def _button(word: str, way: Callable[[], None]) -> QPushButton:
    button = QPushButton(word)
    button.clicked.connect(lambda: way())
    return button
