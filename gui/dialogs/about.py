"""关于: versions, and the licences of what the program carries."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import version
from gui.widgets.labels import muted, plain
from resources import path

_LICENCES = (
    ("落实台账", "MIT"),
    ("Qt / PySide6", "LGPL-3.0"),
    ("Noto Serif SC、Noto Sans SC", "OFL-1.1"),
    ("霞鹜文楷 LXGW WenKai", "OFL-1.1"),
    ("FandolFang", "GPL-3.0，含字体嵌入例外"),
    ("peewee、openpyxl、platformdirs、pypinyin", "MIT"),
    ("ReportLab、xlrd", "BSD"),
    ("pypdfium2、PDFium", "Apache-2.0、BSD-3-Clause"),
    ("图标 Lucide", "ISC，部分 MIT（Feather）"),
)
_TEXTS = (
    "fonts/OFL-NotoSerifSC.txt",
    "fonts/OFL-NotoSansSC.txt",
    "fonts/OFL-LXGWWenKai.txt",
    "fonts/GPL-FandolFang-README.txt",
    "fonts/GPL-FandolFang.txt",
    "icons/ISC-Lucide.txt",
)


class AboutDialog(QDialog):
    """Only words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于落实台账")
        self.resize(640, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        name = plain(f"落实台账 {version()}")
        name.setProperty("heading", True)
        column.addWidget(name)
        column.addWidget(
            muted(
                f"Qt {qVersion()} · PySide6 {pyside_version} · Python {platform.python_version()}"
            )
        )
        column.addLayout(_licences())
        texts = QPlainTextEdit()
        texts.setReadOnly(True)
        texts.setAccessibleName("许可证全文")
        texts.setPlainText("\n\n".join(_read(name) for name in _TEXTS))
        column.addWidget(texts, 1)
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _licences() -> QGridLayout:
    """What is carried on the left, its licence on the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (what, licence) in enumerate(_LICENCES):
        grid.addWidget(plain(what), row, 0)
        grid.addWidget(muted(licence), row, 1)
    return grid


def _read(place: str) -> str:
    name = place.rpartition("/")[2]
    try:
        return f"{name}\n\n{path(place).read_text(encoding='utf-8', errors='replace')}"
    except OSError:
        return f"{name}（没有找到许可证文件）"
