"""The strip above the pages: where the paper stands, and the next step as one button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gui.pages.report.life_form import Given, LifeForm, Proposal
from gui.pages.report.life_steps import Action, Step
from gui.pages.report.life_track import LifeTrack
from gui.theme import Theme
from gui.widgets.labels import Elided

_HEIGHT = 56


class LifeStrip(QWidget):
    """`acted(Action, Given)`: a person wants a step, and has said what it asks.

    Its height never changes: what is asked stands in the place of the steps.
    """

    acted = Signal(object, object)

    def __init__(self, theme: Theme, extras: QMenu) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self._proposal: Proposal | None = None
        self._actions: tuple[Action, ...] = ()
        self._extras = extras
        self.track = LifeTrack(theme)
        self.word = Elided()
        self.next = QPushButton()
        self.next.clicked.connect(self.go_on)
        self.more = QPushButton("更多")
        self.more.setAccessibleName("这份文稿的其他操作")
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.form = LifeForm()
        self.form.given.connect(self._given)
        self.form.left.connect(self.show_track)
        self.next.hide()
        self.more.hide()
        self._front = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(0)
        steps.addWidget(self.track)
        steps.addWidget(self.word)
        row = QHBoxLayout(self._front)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(steps, 1)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.addLayout(self._stack)
        # Only now: a stack shows its first widget at once, and one without a parent as a window.
        self._stack.addWidget(self._front)
        self._stack.addWidget(self.form)

    def show_life(
        self, steps: Sequence[Step], actions: Sequence[Action], words: str, proposal: Proposal
    ) -> None:
        """Show where a paper stands. words: instead of the steps, where there are none."""
        again = tuple(actions) == self._actions and proposal == self._proposal
        self._actions, self._proposal = tuple(actions), proposal
        self.track.setVisible(bool(steps))
        self.word.setVisible(not steps)
        self.word.setText(words)
        self.track.show_steps(steps)
        self.next.setVisible(bool(actions))
        if actions:
            self.next.setText(actions[0].value)
            self.next.setToolTip(f"下一步：{actions[0].value}（Ctrl+G）")
        self.menu.clear()
        for action in actions[1:]:
            self.menu.addAction(action.value, partial(self.begin, action))
        if self.menu.actions():
            self.menu.addSeparator()
        self.menu.addActions(self._extras.actions())
        self.more.setVisible(bool(self.menu.actions()))
        if not again:
            # What was being asked was about another state.
            self.show_track()

    def clear(self) -> None:
        """There is no paper that steps could be taken with."""
        self._actions, self._proposal = (), None
        self.menu.clear()
        for each in (self.next, self.more, self.track, self.word):
            each.hide()
        self.show_track()

    def set_able(self, able: bool) -> None:
        """Whether steps may be taken now: not in a ledger that can only be read."""
        self.next.setEnabled(able)
        for action in self.menu.actions():
            if action not in self._extras.actions():
                action.setEnabled(able)

    @property
    def asking(self) -> bool:
        """Whether a step is being filled in."""
        return self._stack.currentWidget() is self.form

    def go_on(self) -> None:
        """The usual next step, where there is one and nothing is being asked already."""
        if self._actions and self.next.isEnabled() and not self.asking:
            self.begin(self._actions[0])

    def begin(self, action: Action) -> None:
        """Ask what a step needs, or take it at once."""
        if not action.asks or self._proposal is None:
            self.acted.emit(action, Given())
            return
        # The fields first: a stack hands the cursor on to what the form knows as its own, and that
        # must not be a field of the step before, which is about to go.
        first = self.form.ask(action, self._proposal)
        self._stack.setCurrentWidget(self.form)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _given(self, action: Action, given: Given) -> None:
        self.acted.emit(action, given)

    def show_track(self) -> None:
        """The steps again; the cursor goes back to the button."""
        if self._stack.currentWidget() is self._front:
            return
        inside = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._stack.setCurrentWidget(self._front)
        if inside:
            self.next.setFocus()
