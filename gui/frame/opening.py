"""The small window that is seen while a ledger takes long to open: what is done, how far, 取消."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from gui.widgets.labels import muted, plain

if TYPE_CHECKING:
    from gui.app import Opened, Opener

_LOOK_MS = 100
# Room for two lines of what is being done: the window stays as it is while the words change.
_WIDE, _HIGH = 480, 190


class OpeningDialog(QDialog):
    """`answer` once the ledger is open or will not open; 取消 and Esc ask the work to stop."""

    def __init__(self, sentence: str, opener: Opener) -> None:
        super().__init__()
        self.answer: Opened | Exception | None = None
        self._opener = opener
        self.setWindowTitle("落实台账")
        self.resize(_WIDE, _HIGH)
        self.what = muted(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.cancel = QPushButton("取消")
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(plain(sentence, wrap=True))
        column.addWidget(self.bar)
        column.addWidget(self.what)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Show how far it is; close when there is an answer."""
        what, done, total = self._opener.progress
        self.what.setText(what)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.answer = self._opener.look()
        if self.answer is not None:
            self.accept()

    def reject(self) -> None:
        """The work stops at its next step; until then there is something to wait for."""
        self._opener.give_up()
        self.cancel.setEnabled(False)
        self.cancel.setText("正在停止…")
