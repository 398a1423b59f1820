"""What one step of a paper's life asks, in one line in the place of the steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from gui.pages.report.life_steps import Action
from gui.widgets.fields import DayField, PickField
from gui.widgets.flow import empty_layout
from gui.widgets.labels import muted
from gui.widgets.plain_line import PlainLine
from models.dataclass import dataclass

_MANNERS = ("书面", "电子", "当面", "邮寄", "机要")


@dataclass(frozen=True)
class Given:
    """What a person filled in; what a step does not ask stays empty."""

    text: str = ""
    manner: str = ""
    day: dt.date | None = None


@dataclass(frozen=True)
class Proposal:
    """What stands in the fields already."""

    today: dt.date
    signer: str = ""
    next_number: int = 0
    number: str = ""


class LifeForm(QWidget):
    """`given(Action, Given)` when it was confirmed; `left()` when it was given up (Esc)."""

    given = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._action = Action.START
        self._read: Callable[[], Given] = Given
        self._needed: QLineEdit | None = None
        self._go = QPushButton()

    def ask(self, action: Action, proposal: Proposal) -> QWidget:
        """Ask what a step needs, filled in as far as it is known; answers with the first field."""
        empty_layout(self._row)
        self._action, self._needed = action, None
        first = self._fields(action, proposal)
        self._go = QPushButton(_word(action))
        self._go.setProperty("main", True)
        self._go.clicked.connect(self._confirm)
        self._row.addWidget(self._go)
        back = QPushButton("取消")
        back.clicked.connect(self.left)
        self._row.addWidget(back)
        self._wake()
        # A layout shows what it was given only later; a hidden field takes no cursor.
        first.show()
        return first

    def _fields(self, action: Action, proposal: Proposal) -> QWidget:
        if action is Action.SIGN:
            return self._line_and_day("签发人", proposal.signer, "签发日期", proposal.today)
        if action in (Action.NUMBER, Action.RENUMBER):
            return self._number(proposal)
        if action is Action.ISSUE:
            return self._sending(proposal.today)
        if action is Action.ANSWER:
            return self._line_and_day("反馈内容", "", "反馈日期", proposal.today)
        line = self._line("作废原因", "", "必填，如：领导退回重写")
        self._read = lambda: Given(line.text().strip())
        return line

    def _line(self, word: str, value: str, hint: str = "") -> QLineEdit:
        line = PlainLine(value)
        line.setAccessibleName(word)
        line.setPlaceholderText(hint)
        line.setMinimumWidth(64)
        line.textChanged.connect(self._wake)
        line.selectAll()
        self._needed = line
        self._add(word, line, 1)
        return line

    def _line_and_day(self, word: str, value: str, day_word: str, today: dt.date) -> QWidget:
        line = self._line(word, value)
        day = self._day(day_word, today)
        self._read = lambda: Given(line.text().strip(), day=day.day())
        return line

    def _number(self, proposal: Proposal) -> QWidget:
        value = proposal.number or (str(proposal.next_number) if proposal.next_number else "")
        line = self._line("文号", value, "序号，或全写文号")
        hint = muted("可改：由办公室给的号", small=True)
        self._row.addWidget(hint)
        self._read = lambda: Given(line.text().strip())
        return line

    def _sending(self, today: dt.date) -> QWidget:
        pick = PickField("报送方式")
        pick.offer([*((word, word) for word in _MANNERS), ("不记方式", "")])
        pick.setMinimumWidth(96)
        self._add("方式", pick)
        day = self._day("日期", today)
        self._row.addStretch(1)
        self._read = lambda: Given("", str(pick.currentData()), day.day())
        return pick

    def _day(self, word: str, today: dt.date) -> DayField:
        day = DayField(word, "未定")
        day.near = today
        day.show_day(today)
        day.setMinimumWidth(128)
        self._add("日期", day)
        return day

    def _add(self, word: str, field: QWidget, share: int = 0) -> None:
        label = muted(word)
        label.setBuddy(field)
        self._row.addWidget(label)
        self._row.addWidget(field, share)

    def _wake(self) -> None:
        self._go.setEnabled(self._needed is None or bool(self._needed.text().strip()))

    def _confirm(self) -> None:
        if self._go.isEnabled():
            self.given.emit(self._action, self._read())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, Esc gives up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _word(action: Action) -> str:
    return action.value.removesuffix("…")
