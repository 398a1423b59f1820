"""Dialogs about one measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.assign import names_in
from gui.dialogs.form import FormDialog
from gui.widgets.check_list import CheckList
from gui.widgets.fields import DayField, PickField
from models import text
from models.commands import AssignmentDraft
from models.rows import MeasureRow, SectionRow

_MOST = 8


class SplitDialog(FormDialog):
    """拆分: a line becomes a measure; cuts are proposed after ； and 。 marks."""

    def __init__(self, row: MeasureRow, parent: QWidget | None = None) -> None:
        intro = f"举措 {row.number} 拆分：一行成为一条。已勾选的，拆分后都是已勾选。"
        super().__init__("拆分举措", intro, parent)
        self.setMinimumWidth(560)
        self._field = self.add_text("举措", proposal(text.proper(row.wording)), rows=8)
        self._field.setFocus()
        self.check()

    def complete(self) -> bool:
        """Two pieces at least."""
        return len(self.pieces()) > 1

    def pieces(self) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in self._field.toPlainText().splitlines() if line.strip()]


def proposal(words: str) -> str:
    """Cut after ； and 。 marks, else after ，; never inside brackets or quotes."""
    for marks in ("；。", "，"):
        pieces = re.split(f"(?<=[{marks}])(?![^《（“]*[》）”])", words)
        if len([piece for piece in pieces if piece.strip()]) > 1:
            return "\n".join(piece for piece in pieces if piece.strip())
    return words


class MergeDialog(FormDialog):
    """合并: any measures of the task, beside each other or not; the joined words can be corrected."""

    def __init__(
        self, row: MeasureRow, rows: Sequence[MeasureRow], parent: QWidget | None = None
    ) -> None:
        intro = "勾选要合并的举措，合成最前面的一条；全部勾选完成的，合并后才是已勾选。"
        super().__init__("合并举措", intro, parent)
        self.setMinimumWidth(640)
        self._rows = {each.id: each for each in rows}
        self.list = CheckList("要合并的举措", max(3, min(_MOST, len(rows))))
        apart = [each.id for each in rows if each.role is not row.role]
        place = [each.id for each in rows].index(row.id)
        self.list.offer(
            [(_line(each, other=each.id in apart), each.id) for each in rows],
            ticked=[
                row.id,
                *(each.id for each in rows[place + 1 : place + 2] if each.id not in apart),
            ],
            fixed=apart,
        )
        self.list.setCurrentRow(place)
        self.add_row("举措", self.list)
        self.wording = self.add_text("合并后", rows=5)
        self._joined = ""
        self.list.ticked.connect(self._join)
        self._join()

    def _join(self) -> None:
        """The words in their order, unless somebody has corrected them."""
        joined = "".join(text.proper(self._rows[each].wording) for each in self.chosen())
        if self.wording.toPlainText() == self._joined:
            self.wording.setPlainText(joined)
        self._joined = joined
        self.check()

    def chosen(self) -> tuple[int, ...]:
        """The measures, in their order."""
        return self.list.values()

    def words(self) -> str:
        """What the joined measure is called; empty where the words just follow each other."""
        words = self.wording.toPlainText().strip()
        return "" if words == self._joined.strip() else words

    def complete(self) -> bool:
        """Two measures at least, and some words."""
        return len(self.chosen()) > 1 and bool(self.wording.toPlainText().strip())


def _line(row: MeasureRow, *, other: bool) -> str:
    mark = "（承接不同，不能一起合并）" if other else "（已勾选）" if row.ticked else ""
    return f"{row.number}{mark}　{text.proper(row.wording)}"


class AssignMeasureDialog(FormDialog):
    """单独分工 of one measure; what stays empty is left as it is."""

    def __init__(
        self, row: MeasureRow, sections: Sequence[SectionRow], parent: QWidget | None = None
    ) -> None:
        super().__init__("单独分工", f"举措 {row.number} 由别的科室承办时填写。", parent)
        self._section = PickField("责任科室")
        self._section.offer([("保持原样", None), *((each.name, each.id) for each in sections)])
        self.add_row("责任科室", self._section)
        self._person = self.add_line("责任人")
        self._handler = self.add_line("经办人")
        self._units = self.add_line("配合单位")
        self._due = DayField("完成时限", "保持原样")
        self.add_row("完成时限", self._due)

    def draft(self) -> AssignmentDraft:
        """What was filled in."""
        return AssignmentDraft(
            section_id=self._section.currentData(),
            person=self._person.text().strip() or None,
            handler=self._handler.text().strip() or None,
            supporting_units=names_in(self._units.text()),
            due_on=self._due.day(),
        )
