"""The bars above a page: errors and hints as sentences, with what was kept and a way on."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.widgets.floating import Floating
from gui.widgets.notice import Notice, Ways
from gui.working import Working

_MOST = 3
_HINT_MS = 8000
_PATIENCE_MS = 300


class Notices(QWidget):
    """At most three passing bars, the newest last, under those that stay.

    Hints float over the foot of `ground`: what goes away by itself must not move the page.
    """

    def __init__(self, ground: QStackedWidget) -> None:
        super().__init__()
        self._floating = Floating(ground)
        # A stack lays the page it turns to over everything else.
        ground.currentChanged.connect(self._floating.raise_)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(4)
        self._staying: dict[str, Notice] = {}
        self._passing: list[Notice] = []

    def say(self, sentence: str, ways: Ways = ()) -> None:
        """Something to know, and what can be done with it; goes away by itself."""
        notice = self._pass(sentence, "info", ways)
        QTimer.singleShot(_HINT_MS, notice, notice.leave)

    def offer(self, sentence: str, ways: Ways) -> None:
        """Something that is ready and a way to it; stays until it is read."""
        self._pass(sentence, "done", ways)

    def show_work(self, work: Working) -> None:
        """A bar with progress and 取消, for work that is not done in a moment."""
        QTimer.singleShot(_PATIENCE_MS, self, lambda: self._show_work(work))

    def _show_work(self, work: Working) -> None:
        if work.over:
            return
        # Late: most days have no such work.
        from gui.widgets.work_notice import WorkNotice

        bar = WorkNotice(work.sentence, work.cancel)
        if work.shown >= 0:
            bar.step(work.shown, 100)
        work.stepped.connect(bar.step)
        work.ended.connect(bar.leave)
        bar.left.connect(self._fit)
        self._column.addWidget(bar)
        self._fit()

    def say_bad(self, sentence: str) -> None:
        """Something that did not work; stays until it is read."""
        self._pass(sentence, "bad")

    def mended(self, sentence: str) -> None:
        """What a bar says is over; who has not read it need not."""
        for old in list(self._passing):
            if old.sentence == sentence:
                old.leave()

    def offer_text(self, text: str) -> None:
        """A typed text that was not saved and would be lost: it can be copied."""
        self._pass(
            "刚才填写的文字没有保存，还保留在这里，可以复制后重新填写。",
            "warn",
            (("复制文字", lambda: QGuiApplication.clipboard().setText(text)),),
        )

    def stay(self, key: str, sentence: str, ways: Ways = ()) -> None:
        """A bar about a state; it goes with the state."""
        old = self._staying.get(key)
        if old is not None and old.sentence == sentence:
            return
        # Where it stood before: a bar whose number changes must not jump.
        place = 0 if old is None else max(0, self._column.indexOf(old))
        self.gone(key)
        notice = Notice(sentence, "warn", ways, closable=False)
        self._staying[key] = notice
        self._column.insertWidget(place, notice)
        self._fit()

    def gone(self, key: str) -> None:
        """The state is over."""
        notice = self._staying.pop(key, None)
        if notice is not None:
            notice.leave()
            self._fit()

    def sentences(self) -> list[str]:
        """What is being said now."""
        return [notice.sentence for notice in (*self._staying.values(), *self._passing)]

    def _pass(self, sentence: str, kind: str, ways: Ways = ()) -> Notice:
        self.mended(sentence)
        notice = Notice(sentence, kind, ways)
        notice.left.connect(lambda: self._forget(notice))
        self._passing.append(notice)
        (self._floating.column if kind == "info" else self._column).addWidget(notice)
        while len(self._passing) > _MOST:
            self._passing[0].leave()
        self._fit()
        return notice

    def _forget(self, notice: Notice) -> None:
        if notice in self._passing:
            self._passing.remove(notice)
            self._floating.column.removeWidget(notice)
            self._fit()

    def _fit(self) -> None:
        self._floating.place()
        room = 4 if self._column.count() else 0
        self._column.setContentsMargins(16, room, 16, room)
