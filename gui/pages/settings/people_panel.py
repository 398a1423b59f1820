"""人员: who may be 当前操作人 or answer for tasks."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from gui.context import Context
from gui.dialogs.office import PersonDialog
from gui.dialogs.roster import RosterDialog, clipboard_text
from gui.operations import office
from gui.pages.settings.list_panel import ListPanel
from gui.saving import run_asked
from gui.tablemodels.rows_table import Column
from models import queries
from models.roster import read_people
from models.rows import Change, PersonRow, SectionRow

_COLUMNS = (
    Column("姓名", lambda row: row.name),
    Column("科室", lambda row: row.section),
    Column("职务", lambda row: row.post),
    Column("电话", lambda row: row.phone),
    Column("状态", lambda row: "" if row.active else "停用"),
)

_WIDTHS = (160, 320, 200, 200)
_HINTS = (
    "人员只停用、不删除；停用后不再出现在选择中，以前的记录不变。",
    "还没有人员。点“增加…”逐个填写，或在 Excel、WPS 里复制名单，再点“从表格粘贴…”。",
)


class PeoplePanel(ListPanel):
    """Asks the sections too, to choose from."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "人员", _HINTS, _COLUMNS, _WIDTHS)
        self.offer(self.add, self.paste, self.edit, self.stop)
        self._sections: tuple[SectionRow, ...] = ()
        context.bus.changed.connect(self._take_change)
        self._ask()

    def _ask(self) -> None:
        desk = self.context.desk
        desk.ask(queries.sections, True, done=self._take_sections, owner=self)
        desk.ask(queries.people, done=self.show_rows, owner=self)

    def _take_sections(self, sections: tuple[SectionRow, ...]) -> None:
        self._sections = sections

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"person", "section"}:
            self._ask()

    def add(self) -> None:
        """增加人员."""
        dialog = PersonDialog(None, self._sections, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self.context, dialog, office.add_person(**dialog.values()))

    def paste(self) -> None:
        """Bring in a list that was copied from Excel."""
        names = [name for row in self._sections for name in (row.name, row.short_name) if name]
        dialog = RosterDialog(
            "粘贴人员名单",
            (("姓名", 100), ("科室", 250), ("职务", 110), ("电话", 0)),
            lambda block: read_people(block, names),
            clipboard_text(),
            self.context.preferences,
            self,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self.context, dialog, office.add_people(dialog.rows()))

    def edit(self) -> None:
        """修改人员."""
        row = self.marked()
        if not isinstance(row, PersonRow):
            return
        dialog = PersonDialog(row, self._sections, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            run_asked(self.context, dialog, office.edit_person(row.id, **dialog.values()))

    def stop(self) -> None:
        """停用 or 启用."""
        row = self.marked()
        if isinstance(row, PersonRow):
            self.context.desk.run(office.edit_person(row.id, active=not row.active))
