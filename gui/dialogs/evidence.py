"""Dialogs about evidence: what it is called, from where, how many pages, where the paper lies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.attach import places
from gui.dialogs.form import FormDialog
from gui.widgets.fields import DayField
from gui.widgets.pick import PickField
from models.commands import EvidenceDraft
from models.rows import EvidenceRow, MeasureRow, TaskRow


class _Described(FormDialog):
    def add_description(self, row: EvidenceRow | None) -> None:
        """The rows that files and paper originals share."""
        self.name = self.add_line("材料名称", row.name if row else "")
        self.number = self.add_line("文号", row.document_number if row else "")
        self.formed = DayField("形成日期")
        self.formed.show_day(row.formed_on if row else None)
        self.add_row("形成日期", self.formed)
        self.source = self.add_line("来源", row.source if row else "")
        self.pages = self.add_line("页数", str(row.pages) if row and row.pages else "")
        self.place: QLineEdit = self.add_line("存放位置", row.place if row else "")
        self.place.setPlaceholderText("如：3号柜2021-15盒")
        self.name.setFocus()
        self.check()

    def page_count(self) -> int | None:
        """The number of pages; None for nothing or no number."""
        words = self.pages.text().strip()
        return int(words) if words.isdecimal() and int(words) > 0 else None

    def pages_fit(self) -> bool:
        """Nothing, or a number."""
        return not self.pages.text().strip() or self.page_count() is not None


class EvidenceDialog(_Described):
    """修改说明, and to which measure it belongs."""

    def __init__(
        self,
        row: EvidenceRow,
        measures: Sequence[MeasureRow] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("佐证材料说明", "", parent)
        self._row = row
        self.add_description(row)
        self.measure = PickField("对应举措")
        self.measure.offer(places(measures))
        self.measure.show_value(row.measure_id)
        self.add_row("对应举措", self.measure)

    def complete(self) -> bool:
        """A name is needed; of a paper original its place too."""
        placed = bool(self._row.sha256) or bool(self.place.text().strip())
        return bool(self.name.text().strip()) and placed and self.pages_fit()

    def draft(self) -> EvidenceDraft:
        """What was filled in."""
        return EvidenceDraft(
            name=self.name.text(),
            document_number=self.number.text(),
            formed_on=self.formed.day(),
            source=self.source.text(),
            pages=self.page_count(),
            place=self.place.text(),
        )

    def measure_id(self) -> int | None:
        """Which measure it proves; one that is shown no more stays."""
        if self.measure.currentIndex() < 0:
            return self._row.measure_id
        found = self.measure.currentData()
        return None if found is None else int(found)


class PaperDialog(_Described):
    """登记纸质原件."""

    def __init__(self, task: TaskRow, parent: QWidget | None = None) -> None:
        super().__init__("登记纸质原件", "没有电子文件的材料，记下它存放在哪里。", parent)
        self._task = task
        self.add_description(None)

    def complete(self) -> bool:
        """A name and a place are needed."""
        named = bool(self.name.text().strip()) and bool(self.place.text().strip())
        return named and self.pages_fit()

    def draft(self) -> EvidenceDraft:
        """What was filled in."""
        return EvidenceDraft(
            name=self.name.text(),
            task_id=self._task.id,
            document_number=self.number.text(),
            formed_on=self.formed.day(),
            source=self.source.text(),
            pages=self.page_count(),
            place=self.place.text(),
        )
