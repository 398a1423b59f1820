"""修订前: how a task was issued before its plan was revised, quiet until somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.fields import day_words
from models import text
from models.planrows import FormerRow
from models.rows import TaskRow

_MOST = 6


class FormerWords(QWidget):
    """A link that unfolds what stood before; away where no revision touched the task."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._open = False
        self._task_id = 0
        self.link = QPushButton()
        self.link.setProperty("link", True)
        self.link.clicked.connect(self._toggle)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setProperty("small", True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        self.hide()

    def forget(self, task_id: int) -> None:
        """Another task is shown: what stands here is not its text."""
        if task_id != self._task_id:
            self._task_id, self._open = task_id, False
            self.hide()

    def show_former(self, task: TaskRow, rows: Sequence[FormerRow], year: int | None) -> None:
        """Show what stood before each revision, the newest first."""
        told = [each for each in rows if _lines(each, task)]
        self.setVisible(bool(told))
        if not told:
            return
        times = f"（{len(told)} 次）" if len(told) > 1 else ""
        self._closed = f"修订前的写法{times}"
        blocks = [_as_html(each, task, year, self._theme) for each in told[:_MOST]]
        self.words.setText("<br>".join(blocks))
        self.words.setAccessibleName("\n".join("\n".join(_lines(each, task)) for each in told))
        self._fit()

    def _toggle(self) -> None:
        self._open = not self._open
        self._fit()

    def _fit(self) -> None:
        self.words.setVisible(self._open)
        self.link.setText("收起修订前的写法" if self._open else self._closed)


def _lines(row: FormerRow, task: TaskRow) -> list[str]:
    """What was otherwise than it is: text, units, deadline, each in a line; empty for an addition."""
    if row.course == "added" or not row.text:
        return []
    lines = [text.proper(row.text)]
    for word, before, now in (
        ("牵头单位", row.lead_units, task.lead_units),
        ("责任单位", row.responsible_units, task.responsible_units),
        ("配合单位", row.supporting_units, task.supporting_units),
    ):
        if before != now:
            lines.append(f"{word}　{'、'.join(before) or '（无）'}")
    if row.deadline_text != task.deadline_text:
        lines.append(f"上级时限　{row.deadline_text or '（无）'}")
    return lines


def _as_html(row: FormerRow, task: TaskRow, year: int | None, theme: Theme) -> str:
    # Late: the comparing is not needed before a plan was revised.
    from gui.pages.report.diff_label import as_html

    by = f"按{text.proper(row.document_number)}" if row.document_number else ""
    head = f"{day_words(row.dated_on, year)}{by}修订前"
    lines = _lines(row, task)
    changed = as_html(lines[0], text.proper(task.text), theme.colours)
    rest = "".join(f"<br>{escape(line)}" for line in lines[1:])
    return f"<b>{escape(head)}</b><br>{changed}{rest}"
