"""Dialogs about one measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.dialogs.assign import names_in
from gui.dialogs.form import FormDialog
from gui.widgets.fields import DayField, PickField
from models import text
from models.commands import AssignmentDraft
from models.rows import MeasureRow, SectionRow


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
