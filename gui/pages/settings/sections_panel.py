"""科室（单位）: added, renamed, ordered, taken out of use; never deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from gui.context import Context
from gui.dialogs.office import SectionDialog
from gui.dialogs.roster import RosterDialog, clipboard_text
from gui.operations import office
from gui.pages.settings.list_panel import ListPanel
from gui.saving import run_asked
from gui.tablemodels.rows_table import Column
from models import queries
from models.roster import read_sections
from models.rows import Change, SectionRow

_COLUMNS = (
    Column("名称", lambda row: row.name),
    Column("简称", lambda row: row.short_name),
    Column("类别", lambda row: row.kind),
    Column("状态", lambda row: "" if row.active else "停用"),
)

_WIDTHS = (400, 160, 160)
_HINTS = (
    "科室只停用、不删除；改名后，以前的记录仍保留当时的名称。",
    "还没有科室。点“增加…”逐个填写，或在 Excel、WPS 里复制名单，再点“从表格粘贴…”。",
)


class SectionsPanel(ListPanel):
    """In the office's own order."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "科室（单位）", _HINTS, _COLUMNS, _WIDTHS)
        self.offer(self.add, self.paste, self.edit, self.stop)
        self.add_button("上移", lambda: self._move(-1))
        self.add_button("下移", lambda: self._move(+1))
        context.bus.changed.connect(self._take_change)
        self._ask()

    def _ask(self) -> None:
        self.context.desk.ask(queries.sections, done=self.show_rows, owner=self)

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"section"}:
            self._ask()

    def add(self) -> None:
        """增加科室."""
        dialog = SectionDialog(None, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self.context, dialog, office.add_section(**dialog.values()))

    def paste(self) -> None:
        """Bring in a list that was copied from Excel."""
        dialog = RosterDialog(
            "粘贴科室名单",
            (("名称", 340), ("简称", 130), ("类别", 0)),
            read_sections,
            clipboard_text(),
            self.context.preferences,
            self,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self.context, dialog, office.add_sections(dialog.rows()))

    def edit(self) -> None:
        """修改科室."""
        row = self.marked()
        if not isinstance(row, SectionRow):
            return
        dialog = SectionDialog(row, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self.context, dialog, office.edit_section(row.id, **dialog.values()))

    def stop(self) -> None:
        """停用 or 启用."""
        row = self.marked()
        if isinstance(row, SectionRow):
            self.context.desk.run(office.edit_section(row.id, active=not row.active))

    def _move(self, by: int) -> None:
        place = self.table.currentIndex().row()
        row, other = self.marked(), self.model.row_at(place + by)
        if isinstance(row, SectionRow) and isinstance(other, SectionRow):
            self.table.selectRow(place + by)
            self.context.desk.run(office.swap_sections(row, other))
