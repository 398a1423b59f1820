"""外观: light or dark, on this machine."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.theme import Look
from gui.widgets.labels import muted, plain


class LookPanel(QWidget):
    """Kept with the machine, not with the ledger."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        heading = plain("外观")
        heading.setProperty("heading", True)
        column.addWidget(heading)
        for place, look in enumerate(Look):
            button = QRadioButton(look.word)
            button.setChecked(look is context.theme.look)
            self.group.addButton(button, place)
            column.addWidget(button)
        self.group.idClicked.connect(self._choose)
        column.addWidget(muted("按每台电脑分别记住。文字大小跟随系统的显示缩放。"))
        column.addStretch(1)

    def _choose(self, place: int) -> None:
        look = tuple(Look)[place]
        self._context.theme.choose(look)
        self._context.preferences.keep("look", look.value)
