"""What was reported in the months inside the 填报期 and just before it, to look at while writing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.flow import empty_layout
from gui.widgets.labels import muted, plain
from models import text
from models.periods import Period
from models.rows import EntryRow, TaskDetail


class PastEntries(QWidget):
    """Read only."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[EntryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(8)

    def show_entries(self, detail: TaskDetail, period: Period) -> None:
        """Show the neighbours of a period."""
        rows = neighbours(detail, period)
        if rows == self._shown:
            return
        self._shown = rows
        empty_layout(self._column)
        if rows:
            self._column.addWidget(muted("往期填报，供对照"))
        for row in rows:
            title = Period.parse(row.period).title
            self._column.addWidget(muted(f"{title}　{row.section}", small=True))
            words = plain(text.proper(row.wording) or "本期无新进展", wrap=True)
            self._column.addWidget(words)


def neighbours(detail: TaskDetail, period: Period) -> list[EntryRow]:
    """Entries of the months inside a period, and of the period of the same kind before it."""
    found = []
    for entry in detail.entries:
        other = Period.parse(entry.period)
        inside = other != period and period.contains(other)
        if inside or other == period.previous():
            found.append(entry)
    return found[::-1]
