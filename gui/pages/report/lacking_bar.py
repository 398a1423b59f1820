"""What a paper lacks, above its pages: each sentence a link that leads to its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.widgets.labels import plain
from models.dataclass import dataclass

_MOST_HEIGHT = 148


@dataclass(frozen=True)
class Remark:
    """A sentence, and where it leads; None where it leads nowhere."""

    sentence: str
    way: Callable[[], None] | None = None


class LackingBar(QWidget):
    """Folded to its first line; unfolds to the whole list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("kind", "warn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = plain()
        self._more = QPushButton("展开")
        self._more.setProperty("link", True)
        self._more.clicked.connect(self._toggle)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._more)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setMaximumHeight(_MOST_HEIGHT)
        self._area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._area)
        self.hide()

    def show_remarks(self, remarks: list[Remark]) -> None:
        """Show what is lacking, or go away."""
        self.setVisible(bool(remarks))
        if not remarks:
            return
        more = f"（共 {len(remarks)} 条）" if len(remarks) > 1 else ""
        self._head.setText(f"还缺：{remarks[0].sentence}{more}")
        # A single sentence that leads somewhere must be a link too.
        self._more.setVisible(len(remarks) > 1 or remarks[0].way is not None)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for remark in remarks:
            column.addWidget(self._line(remark))
        column.addStretch(1)
        self._area.setWidget(inner)

    def _line(self, remark: Remark) -> QWidget:
        if remark.way is None:
            return plain(remark.sentence, wrap=True)
        link = QPushButton(remark.sentence)
        link.setProperty("link", True)
        link.clicked.connect(remark.way)
        return link

    def _toggle(self) -> None:
        wanted = not self._area.isVisible()
        self._area.setVisible(wanted)
        self._more.setText("收起" if wanted else "展开")
