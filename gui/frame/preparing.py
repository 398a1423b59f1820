"""Makes the pages before they are asked for, so that the first switch to one is as quick as any."""

from __future__ import annotations

import logging
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from gui.frame.page_stack import PageStack

log = logging.getLogger(__name__)
# Between two steps, of which each takes some 20 ms: a person who types meanwhile feels none.
PAUSE_MS = 100


class Preparing(QObject):
    """One step at a time, once the modules have been read in by `after`.

    Nothing depends on it: a page that is wanted earlier is made where it is wanted.
    """

    def __init__(self, stack: PageStack, after: Thread) -> None:
        super().__init__(stack)
        self._after = after
        self._steps = stack.prepare()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Begin as soon as the thread has ended."""
        self._timer.start()

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()

    def _step(self) -> None:
        if self._after.ident is None or self._after.is_alive():
            return
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            return
        try:
            step()
        except ImportError:
            # Whoever wants the page says what is missing.
            log.info("a page could not be made beforehand")
