"""Beside the fields: the months inside the 填报期 and the last one of its kind, quoted by one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.widgets.fields import day_words
from gui.widgets.flow import empty_layout
from gui.widgets.labels import Elided, muted, plain
from models import text
from models.filling import Beside, monthly_figures
from models.periods import Period
from models.rows import EntryRow

# A label lays out all it holds: what is longer is cut for the eye, never for the quote.
_MOST = 1500
KEYS = 9


class BesidePane(QScrollArea):
    """quoted(EntryRow): a report of which something is to be taken over."""

    quoted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[EntryRow] = []
        self._shown: object = None
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self.setWidget(inner)

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """What can be quoted, in the order of the keys."""
        return tuple(self._rows)

    def show_beside(self, found: Beside, period: Period) -> None:
        """Show the months first to last, then the period before."""
        if (found, period) == self._shown:
            return
        self._shown = (found, period)
        empty_layout(self._column)
        self._rows = []
        months = [row for _, rows in found.months for row in rows]
        if months:
            self._column.addWidget(muted(f"{period.title}各月"))
            for row in months:
                self._add(row, longer=True)
        if found.last:
            self._column.addWidget(muted(f"上一次填报：{Period.parse(found.last[0].period).title}"))
            for row in found.last:
                self._add(row, longer=False)
        if not self._rows:
            self._column.addWidget(
                muted("这一项以前没有同类的填报，没有可以对照的内容。", wrap=True)
            )
        self._column.addStretch(1)

    def quote(self, place: int) -> None:
        """Take over from the report at a place."""
        if 0 <= place < len(self._rows):
            self.quoted.emit(self._rows[place])

    def _add(self, row: EntryRow, *, longer: bool) -> None:
        place = len(self._rows)
        self._rows.append(row)
        card = QWidget()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(self._head(row, place))
        words = text.proper(row.wording) or ("本期无新进展" if row.nothing_new else "（没有文字）")
        column.addWidget(_words(words))
        if longer and monthly_figures(row.wording):
            warning = muted("含本月数字，请核对累计", small=True)
            warning.setProperty("warn", True)
            column.addWidget(warning)
        for word, said in (("存在问题", row.problems), ("下一步打算", row.next_steps)):
            if said.strip():
                column.addWidget(muted(f"{word}：{_cut(text.proper(said))}", wrap=True, small=True))
        self._column.addWidget(card)

    def _head(self, row: EntryRow, place: int) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        title = Period.parse(row.period).title
        by = "　".join(
            filter(None, (row.section, day_words(row.reported_on, row.reported_on.year)))
        )
        head.addWidget(plain(title))
        label = Elided(by)
        label.setProperty("small", True)
        head.addWidget(label, 1)
        key = f"Alt+{place + 1}" if place < KEYS else ""
        button = QPushButton(f"引用 {key}".strip())
        button.setProperty("link", True)
        button.setAccessibleName(f"引用 {title} {row.section}")
        button.setToolTip("接到本期进展情况后面；光标在存在问题、下一步打算里，就接那一栏的文字")
        said = (row.wording, row.problems, row.next_steps)
        button.setEnabled(any(each.strip() for each in said))
        button.clicked.connect(lambda: self.quote(place))
        head.addWidget(button)
        return head


def _words(words: str) -> QWidget:
    label = plain(_cut(words), wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _cut(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[:_MOST]}…（共{len(words)}字，引用时是全文）"
