"""How to begin: choose a file, paste, or drop one here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.drop import DropZone
from gui.widgets.labels import muted, plain

_HINT = "能读 Word（.docx）、PDF、Excel（.xlsx、.xls）、网页和文本。读完先看预览，存入之前台账不会改动。"
_WIDE = 560


class StartPanel(QWidget):
    """file_wanted(), paste_wanted(), dropped([Path]), cancel_wanted()."""

    file_wanted = Signal()
    paste_wanted = Signal()
    dropped = Signal(list)
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.file = QPushButton("选择文件…")
        self.file.setProperty("main", True)
        self.file.setToolTip("Ctrl+Shift+O")
        self.paste = QPushButton("从剪贴板读入")
        self.paste.setToolTip("先在网页或文档里复制全文，再按这里（Ctrl+Alt+V）")
        self.zone = DropZone("也可以把文件拖到这里")
        self.zone.setMinimumHeight(140)
        self._busy_words = plain(wrap=True)
        self.cancel = QPushButton("取消")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._idle())
        self._stack.addWidget(self._busy())
        self._stack.setFixedWidth(_WIDE)
        column = QVBoxLayout(self)
        # Between stretches, not by alignment: that would give it the height of an unwrapped hint.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._stack)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.file.clicked.connect(self.file_wanted)
        self.paste.clicked.connect(self.paste_wanted)
        self.zone.dropped.connect(self.dropped)
        self.cancel.clicked.connect(self.cancel_wanted)

    def _idle(self) -> QWidget:
        heading = plain("读入工作要点")
        heading.setProperty("heading", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file)
        row.addWidget(self.paste)
        row.addStretch(1)
        idle = QWidget()
        column = QVBoxLayout(idle)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(muted(_HINT, wrap=True))
        column.addLayout(row)
        column.addWidget(self.zone)
        return idle

    def _busy(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        busy = QWidget()
        column = QVBoxLayout(busy)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._busy_words)
        column.addWidget(bar)
        column.addLayout(row)
        column.addStretch(1)
        return busy

    def busy(self, words: str) -> None:
        """Something is being read."""
        self._busy_words.setText(words)
        self._stack.setCurrentIndex(1)

    def rest(self) -> None:
        """Nothing is being read."""
        self._stack.setCurrentIndex(0)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._stack.currentIndex() == 1
