"""No ledger is open (it did not open, or was closed): others to open or to make.

Never a dead window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.files import ask_new_ledger, ask_open_ledger
from gui.start import Start
from gui.widgets.labels import plain
from models.ledger import Ledger

Choice = tuple[Path, Callable[[Path], Ledger]]


class NoLedgerDialog(QDialog):
    """`chosen`: which ledger to go on with, and how; None to leave."""

    def __init__(self, sentence: str, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self.chosen: Choice | None = None
        self._start = start
        self.setWindowTitle("落实台账")
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addWidget(plain(sentence, wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        for word, way in (
            ("重新打开", self._again),
            ("打开其他台账…", self._open),
            ("新建台账…", self._create),
            ("退出", self.reject),
        ):
            button = QPushButton(word)
            button.clicked.connect(way)
            row.addWidget(button)
        column.addLayout(row)

    def _again(self) -> None:
        self._take(self._start.path, lambda _: self._start.make())

    def _open(self) -> None:
        path = ask_open_ledger(self, self._start.path)
        if path is not None:
            self._take(path, self._start.open_at)

    def _create(self) -> None:
        path = ask_new_ledger(self, self._start.path)
        if path is not None:
            self._take(path, self._start.create_at)

    def _take(self, path: Path, make: Callable[[Path], Ledger]) -> None:
        self.chosen = (path, make)
        self.accept()
