"""A fault of the program: what to do, and a report that can be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.labels import plain

SENTENCE = (
    "程序出了差错，刚才这一步可能没有做成；以前保存的内容都在，可以继续使用。"
    "请把下面的报告交给维护人员（报告中没有任务内容）。"
)


class FaultDialog(QDialog):
    """Shows a report."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序差错")
        self.resize(560, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(plain(SENTENCE, wrap=True))
        self.field = field = QPlainTextEdit(text)
        field.setReadOnly(True)
        field.setAccessibleName("差错报告")
        column.addWidget(field, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = QPushButton("复制报告")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(field.toPlainText()))
        row.addWidget(copy)
        close = QPushButton("继续使用")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)

    def add(self, text: str) -> None:
        """Another fault's report behind this one."""
        self.field.appendPlainText(f"\n{text}")
