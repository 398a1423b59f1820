"""Beside the words of an entry: 状态, 完成进度, who reported, how, who reviewed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.context import Context
from gui.operations import records
from gui.operations.operation import Operation
from gui.pages.tasks.entry_source import Source
from gui.saving import saver
from gui.widgets.autosave import SavingLine
from gui.widgets.fields import PickField, day_words
from gui.widgets.labels import muted
from models import text
from models.commands import EntryDraft
from models.errors import KnownError
from models.periods import Period
from models.rows import EntryRow, TaskRow
from models.rules import Status

_STATUSES = (Status.NOT_STARTED, Status.DOING, Status.ONGOING, Status.SUSPENDED)
_NO_PERCENT = "完成进度应是0到100之间的数，没有保存；请改正后再试。"
_MANNERS = ("", "书面", "电子", "微信", "电话")


class EntryFacts(QWidget):
    """Each field corrects the entry that is shown; without one it begins a new report."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._entry: EntryRow | None = None
        self.status = PickField("状态")
        self.status.offer([("未说明", None), *((each.word, each) for each in _STATUSES)])
        self.percent = SavingLine("完成进度", saver(context, self._keep_percent))
        self.percent.setPlaceholderText("0～100")
        self.reporter = SavingLine("报送人", saver(context, self._keeper("reporter")))
        self.reviewer = SavingLine("审核人", saver(context, self._keeper("reviewer")))
        self.manner = PickField("报送方式")
        self.manner.offer([(each or "未说明", each) for each in _MANNERS])
        self._day = muted(small=True)
        self._key: tuple[int, Period, Source] | None = None
        self.status.picked.connect(self._say_status)
        self.manner.picked.connect(self._say_manner)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows = (
            (("状态", self.status), ("完成进度（%）", self.percent)),
            (("报送人", self.reporter), ("报送方式", self.manner)),
            (("审核人", self.reviewer), ("", self._day)),
        )
        for place, pairs in enumerate(rows):
            for side, (word, field) in enumerate(pairs):
                grid.addWidget(muted(word, small=True), place, side * 2)
                grid.addWidget(field, place, side * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_entry(
        self, task: TaskRow, period: Period, source: Source, entry: EntryRow | None
    ) -> None:
        """Show what is known beside the words."""
        self._entry = entry
        self._key = (task.id, period, source)
        self.status.show_value(entry.status if entry else None)
        percent = entry.percent if entry else None
        self.percent.show_value(self._key, "" if percent is None else f"{percent:g}")
        self.reporter.show_value(self._key, entry.reporter if entry else "")
        self.reviewer.show_value(self._key, entry.reviewer if entry else "")
        self.manner.show_value(entry.manner if entry else "")
        self._day.setText(f"{day_words(entry.reported_on)}报送" if entry else "")
        writable = task.role.adopted and self._context.desk.writable
        self.status.setEnabled(writable and not task.status.done)
        self.percent.setEnabled(writable)
        for field in (self.reporter, self.reviewer, self.manner):
            # Without an entry there is nothing that somebody could have reported.
            field.setEnabled(writable and entry is not None)

    def _correct(self, key: Hashable, draft: dict[str, Any]) -> Operation:
        assert isinstance(key, tuple)
        task_id, period, source = key
        entry = self._entry
        on = entry.reported_on if entry is not None and key == self._key else None
        said = EntryDraft(**draft, section_id=source.section_id, reported_on=on)
        return records.write_progress(task_id, period, said, source.measure_id)

    def _keeper(self, name: str) -> Callable[[Hashable, str], Operation]:
        return lambda key, words: self._correct(key, {name: words})

    def _keep_percent(self, key: Hashable, typed: str) -> Operation:
        try:
            value = float(text.clean(typed, text.ANY_LENGTH).strip().rstrip("%％"))
        except ValueError as error:
            raise KnownError(_NO_PERCENT) from error
        return self._correct(key, {"percent": value})

    def _say_status(self, status: Status | None) -> None:
        if status is not None and self._key is not None:
            self._context.desk.run(self._correct(self._key, {"status": status}))

    def _say_manner(self, manner: str) -> None:
        if self._key is not None:
            self._context.desk.run(self._correct(self._key, {"manner": manner}))
