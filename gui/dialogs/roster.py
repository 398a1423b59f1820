"""A list copied from Excel or WPS: what will be added is shown before it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.dialogs.form import FormDialog
from gui.preferences import Preferences
from gui.tablemodels.rows_table import Column, RowsTableModel
from gui.widgets.columns import Columns
from gui.widgets.labels import muted
from gui.widgets.table import ROW, plain_table

Read = Callable[[str], Sequence[Any]]


class RosterDialog(FormDialog):
    """The pasted text above, the people or sections that are read from it below.

    columns: what is read, in the order of its fields, with the widths.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[tuple[str, int]],
        read: Read,
        block: str,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "从 Excel 或 WPS 复制名单，粘贴在下面；有没有表头都可以。", parent)
        self.setMinimumWidth(720)
        self._read = read
        self._rows: Sequence[Any] = ()
        self.block = self.add_text("名单", block, rows=5)
        made = [
            Column(heading, lambda row, at=place: astuple(row)[at])
            for place, (heading, _) in enumerate(columns)
        ]
        self.model = RowsTableModel(made, self)
        # The last takes what is left.
        table = plain_table("将要增加的", self.model, [width for _, width in columns[:-1]])
        Columns(table.horizontalHeader(), title, preferences)
        table.setMinimumHeight(ROW * 7)
        self.add_row("将要增加", table)
        self._count = muted()
        self.add_row("", self._count)
        self.check()

    def complete(self) -> bool:
        """Somebody must have been read."""
        self._rows = self._read(self.block.toPlainText())
        self.model.set_rows(self._rows)
        self._count.setText(
            f"共 {len(self._rows)} 行；已经有的不会重复增加。" if self._rows else "还没有读出内容。"
        )
        return bool(self._rows)

    def rows(self) -> Sequence[Any]:
        """What was read."""
        return self._rows


def clipboard_text() -> str:
    """What was copied elsewhere; nothing where it is no text."""
    return QGuiApplication.clipboard().text()
