"""Watches the window's event loop: the longest time in which it could not answer."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 2


class Watchdog(QObject):
    """Beats with the event loop; a beat that comes late was held up by what ran between.

    `doing` is the name of what is being tried; `gaps()` the longest gap of each, in ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self.doing = ""
        self._gaps: dict[str, float] = {}
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to watch."""
        self._last = time.perf_counter()
        self._timer.start()

    def begin(self, doing: str) -> None:
        """What comes now is something else; the time until now still counts for what was."""
        self._beat()
        self.doing = doing

    def gaps(self) -> dict[str, float]:
        """The longest gap of each thing, in ms."""
        self._beat()
        return dict(self._gaps)

    def _beat(self) -> None:
        now = time.perf_counter()
        gap = (now - self._last) * 1000 - _BEAT_MS
        self._gaps[self.doing] = max(gap, self._gaps.get(self.doing, 0.0))
        self._last = now
