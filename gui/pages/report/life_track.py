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
_WORD = 38
_LONG_NOTE, _WIDE_SHARE = 8, 1.8


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

    def _places(self) -> list[tuple[float, float]]:
        """Where each step begins, and how wide it is; a step with a long note takes more room."""
        shares = [_WIDE_SHARE if len(step.note) > _LONG_NOTE else 1.0 for step in self._steps]
        unit = self.width() / sum(shares)
        begins = [sum(shares[:place]) * unit for place in range(len(shares))]
        return [(x, share * unit) for x, share in zip(begins, shares, strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line through all, a circle for each, its word and its day beneath."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        reached = max((at for at, step in enumerate(self._steps) if step.done), default=-1)
        for at in range(1, len(places)):
            self._link(painter, places[at - 1][0], places[at][0], done=at <= reached)
        for at, (step, (x, width)) in enumerate(zip(self._steps, places, strict=True)):
            self._step(painter, step, x, width, now=at == reached)

    def _link(self, painter: QPainter, left: float, right: float, *, done: bool) -> None:
        colours = self._theme.colours
        y = _RADIUS + _TOP
        painter.setPen(QPen(QColor(colours.accent if done else colours.edge), 1.5))
        begin = left + _LEFT + 2 * _RADIUS + _WORD
        painter.drawLine(QPointF(begin, y), QPointF(right + _LEFT - 4, y))

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
        left, centred = middle.x() + _RADIUS + 4, int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left, _TOP - 3, width, 20), centred, step.word)
        font.setBold(False)
        font.setPixelSize(_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        room = width - _LEFT
        elide = Qt.TextElideMode.ElideMiddle
        note = painter.fontMetrics().elidedText(step.note, elide, int(room))
        painter.drawText(QRectF(x + _LEFT, 26, room, 18), centred, note)
