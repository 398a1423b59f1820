"""添加佐证材料: many files in one table, each with its 材料名称 to be corrected before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from gui.dialogs.form import FormDialog

_HIGHEST = 12
_ROW = 32


class AttachDialog(FormDialog):
    """A row without its tick is left out."""

    def __init__(self, where: str, files: Sequence[Path], parent: QWidget | None = None) -> None:
        intro = f"添加到{where}。材料名称可以在表里直接改；不要的去掉勾。"
        super().__init__(f"添加佐证材料 {len(files)} 件", intro, parent)
        self.setMinimumWidth(720)
        self._files = list(files)
        self.table = QTableWidget(len(files), 2)
        self.table.setAccessibleName("要添加的文件")
        self.table.setHorizontalHeaderLabels(["材料名称", "文件"])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setColumnWidth(0, 380)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setMinimumHeight(_ROW * (min(_HIGHEST, len(files)) + 1))
        for place, path in enumerate(files):
            name = QTableWidgetItem(path.stem)
            name.setCheckState(Qt.CheckState.Checked)
            file = QTableWidgetItem(path.name)
            file.setToolTip(str(path))
            file.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(place, 0, name)
            self.table.setItem(place, 1, file)
        self.table.itemChanged.connect(lambda _: self.check())
        self.table.setCurrentCell(0, 0)
        self.add_wide(self.table)
        self.check()

    def complete(self) -> bool:
        """At least one, and none without a name."""
        named = self.named()
        return bool(named) and all(name for _, name in named)

    def named(self) -> list[tuple[Path, str]]:
        """The files that are wanted, with their names."""
        rows = [(path, self.table.item(place, 0)) for place, path in enumerate(self._files)]
        return [
            (path, item.text().strip())
            for path, item in rows
            if item is not None and item.checkState() is Qt.CheckState.Checked
        ]
