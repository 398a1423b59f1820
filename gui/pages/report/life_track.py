"""The steps of a paper's life as a painted row: done ones ticked, the others hollow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.report.life_steps import Step
from gui.theme import Theme

_RADIUS = 7.0
_TOP = 8.0
_LEFT = 10
_SMALL = 12


class LifeTrack(QWidget):
    """Shows steps; never takes the focus. What it shows is told as its accessible name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(44)
        theme.changed.connect(self.update)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show another life."""
        self._steps = tuple(steps)
        words = "，".join(
            f"{step.word}{step.note}{'' if step.done else '（未办）'}" for step in self._steps
        )
        self.setAccessibleName(f"文稿的进度：{words}")
        self.setToolTip(words)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Words of two characters each, side by side."""
        return QSize(56 * max(1, len(self._steps)), 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line through all, a circle for each, its word and its day beneath."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._steps)
        reached = [place for place, step in enumerate(self._steps) if step.done]
        for place in range(len(self._steps)):
            self._link(painter, place, width, max(reached, default=-1))
        for place, step in enumerate(self._steps):
            self._step(painter, step, place * width, width, now=place == max(reached, default=-1))

    def _link(self, painter: QPainter, place: int, width: float, reached: int) -> None:
        if place == 0:
            return
        colours = self._theme.colours
        y = _RADIUS + _TOP
        left = (place - 1) * width + _LEFT + 2 * _RADIUS
        pen = QPen(QColor(colours.accent if place <= reached else colours.edge), 1.5)
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 34, y), QPointF(place * width + _LEFT - 4, y))

    def _step(self, painter: QPainter, step: Step, x: float, width: float, *, now: bool) -> None:
        colours = self._theme.colours
        middle = QPointF(x + _LEFT + _RADIUS, _RADIUS + _TOP)
        painter.setPen(QPen(QColor(colours.accent if step.done else colours.edge), 1.5))
        painter.setBrush(QColor(colours.accent) if step.done else QColor(colours.page))
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
        if step.done:
            painter.setPen(QPen(QColor(colours.on_accent), 1.8))
            painter.drawPolyline(
                [middle + QPointF(*at) for at in ((-3.2, 0.2), (-0.8, 2.8), (3.4, -2.6))]
            )
        font = QFont(self.font())
        font.setBold(now)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if step.done else colours.muted))
        left = middle.x() + _RADIUS + 4
        painter.drawText(
            QRectF(left, _TOP - 3, width, 20), int(Qt.AlignmentFlag.AlignVCenter), step.word
        )
        font.setBold(False)
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        room = x + width - left
        note = painter.fontMetrics().elidedText(step.note, Qt.TextElideMode.ElideMiddle, int(room))
        painter.drawText(QRectF(left, 26, room, 18), int(Qt.AlignmentFlag.AlignVCenter), note)
