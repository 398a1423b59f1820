"""Looks at the computer's clock while the window runs: one that was set back is said, a new day begun."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from gui.context import Context
from gui.frame.notices import Notices
from models import queries
from models.words import long_day

_KEY = "clock"
_MINUTE_MS = 60_000
# A clock that is set by the network goes a little back now and then; in seconds.
_SLACK = 600


class ClockWatch(QObject):
    """Looks at once, each minute, and when a person comes back to the window.

    monotonic: seconds that run on whatever the clock is set to.
    """

    def __init__(
        self,
        context: Context,
        notices: Notices,
        parent: QObject,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._notices = notices
        self._monotonic = monotonic
        self._began = context.desk.clock.now(), monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._came_back)
        self.look()

    def look(self) -> None:
        """Compare the clock with the time that has passed, and with the ledger's newest change."""
        desk = self._context.desk
        now = desk.clock.now()
        began, then = self._began
        passed = self._monotonic() - then
        if (now - began).total_seconds() < passed - _SLACK:
            self._say(
                f"电脑的时间被调早了，现在是{long_day(now.date())}{now:%H:%M}，已保存的内容都在；"
                "请检查系统日期，改正以前新的改动按现在的日期记录。"
            )
            return
        self._context.session.new_day()
        desk.ask(queries.clock_warning, now, done=self._say, owner=self)

    def _say(self, sentence: str) -> None:
        if sentence:
            self._notices.stay(_KEY, sentence)
        else:
            self._notices.gone(_KEY)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()
