"""字体: which file plays which role in papers, and what is missing on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.context import Context
from gui.pages.settings.font_rows import FontRow, read_fonts
from gui.tablemodels.rows_table import Column, RowsTableModel
from gui.widgets.columns import Columns
from gui.widgets.labels import muted, plain
from gui.widgets.table import plain_table
from models.errors import KnownError

if TYPE_CHECKING:
    from gui.pages.report.press_job import PressRoom

_COLUMNS = (
    Column("用途", lambda row: row.role),
    Column("使用的字体", lambda row: row.family),
    Column("字体文件", lambda row: row.file),
    Column("说明", lambda row: row.remark),
)


class FontsPanel(QWidget):
    """Searched for in the lane of the papers: a machine may have thousands of fonts."""

    def __init__(self, context: Context, room: PressRoom | None = None) -> None:
        super().__init__()
        self._context = context
        self.model = RowsTableModel(_COLUMNS, self)
        table = plain_table("字体", self.model, (160, 280, 360))
        Columns(table.horizontalHeader(), "字体", context.preferences)
        self._hint = muted("正在查找字体…", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        heading = plain("文稿字体")
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(self._hint)
        column.addWidget(table, 1)
        context.papers.run(lambda: read_fonts(room), self._show, self._failed, owner=self)

    def _show(self, found: tuple[tuple[FontRow, ...], tuple[str, ...]]) -> None:
        rows, skipped = found
        self.model.set_rows(rows)
        missing = [row.role for row in rows if not row.official]
        words = (
            f"本机没有{'、'.join(missing)}的公文标准字体，用自带字体代替；"
            "安装标准字体后重新打开本程序即可使用。"
            if missing
            else "公文标准字体齐全。"
        )
        self._hint.setText("\n".join((words, *skipped)))

    def _failed(self, error: Exception) -> None:
        self._hint.setText("字体没有找全。")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))
