"""The pages on the left: an icon and a word each; the shown one is marked in the accent."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.ground import fill

PAGES = (
    ("overview", "总览"),
    ("tasks", "任务"),
    ("fill", "填报"),
    ("report", "报告"),
    ("settings", "设置"),
)
WIDTH = 80


class _Entry(QAbstractButton):
    def __init__(self, name: str, word: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = name
        self._theme = theme
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(WIDTH - 1, 56))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon above word."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            fill(painter, self.rect(), colours.page)
            fill(painter, QRect(0, 0, 3, self.height()), colours.accent)
        elif self.underMouse():
            fill(painter, self.rect(), colours.hover)
        colour = colours.accent if self.isChecked() else colours.muted
        paint_icon(painter, self._icon, colour, QRectF(self.width() / 2 - 10, 8, 20, 20))
        painter.setPen(QColor(colour))
        font = self.font()
        font.setPixelSize(13)
        painter.setFont(font)
        painter.drawText(QRectF(0, 30, self.width(), 20), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QColor(colours.focus))
            painter.drawRoundedRect(QRectF(4.5, 2.5, self.width() - 9, self.height() - 5), 4, 4)


class Navigation(QWidget):
    """`wanted(name)` when a person asks for a page."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 1, 8)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        for place, (name, word) in enumerate(PAGES):
            entry = _Entry(name, word, theme, self)
            entry.setToolTip(f"{word}（Ctrl+{place + 1}）")
            self._group.addButton(entry, place)
            column.addWidget(entry)
        column.addStretch(1)
        self._group.idClicked.connect(lambda place: self.wanted.emit(PAGES[place][0]))
        theme.changed.connect(self.update)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown; none for a page that is led to from elsewhere."""
        self._group.setExclusive(False)
        for place, (each, _) in enumerate(PAGES):
            self._group.button(place).setChecked(each == name)
        self._group.setExclusive(True)
