"""What the shapes of the squares mean and how many there are; each leads to its tasks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.tablemodels.link import Link, tasks
from gui.tablemodels.squares import COLOURS
from gui.theme import Theme
from gui.widgets.lights import SHAPES, paint_light
from models.rules import Light

MEANINGS = {
    Light.GREEN: "正常",
    Light.YELLOW: "临近时限，或落后于序时进度",
    Light.RED: "已过完成时限",
    Light.BLUE: "已完成",
    Light.GREY: "未启动",
}
_SHAPE = 12


class Legend(QWidget):
    """`wanted(Link)` when a light is followed."""

    wanted = Signal(Link)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.lights = {light: _LightLink(light, theme) for light in SHAPES}
        for light, link in self.lights.items():
            link.clicked.connect(lambda _=False, light=light: self._follow(light))
            row.addWidget(link)

    def show_lights(self, counts: Mapping[Light, int]) -> None:
        """How many tasks stand in each light."""
        for light, link in self.lights.items():
            link.show_count(counts.get(light, 0))

    def _follow(self, light: Light) -> None:
        self.wanted.emit(tasks(light=light.value))


class _LightLink(QPushButton):
    """● 绿灯 25."""

    def __init__(self, light: Light, theme: Theme) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setProperty("lit", True)
        self._light = light
        self._theme = theme
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many tasks."""
        self.setText(f"{COLOURS[self._light.value]}灯 {count}")
        meaning = MEANINGS[self._light]
        self.setToolTip(meaning)
        self.setAccessibleName(f"{COLOURS[self._light.value]}灯（{meaning}）{count} 项")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, then words."""
        super().paintEvent(event)
        box = QRectF(4, self.height() / 2 - _SHAPE / 2, _SHAPE, _SHAPE)
        colour = self._theme.colours.light(self._light)
        paint_light(QPainter(self), self._light, colour, box)
