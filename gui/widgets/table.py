"""A plain table: rows of 32, a line under each, headings on the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.widgets.copying import make_copyable

ROW = 32


def plain_table(name: str, model: QAbstractTableModel, shares: Sequence[int]) -> QTableView:
    """shares: how wide the columns are to each other; the last takes what is left.

    Several rows can be marked to be copied with Ctrl+C; the current one is what is worked on.
    """
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    table.setProperty("rows", True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    for column, width in enumerate(shares):
        header.resizeSection(column, width)
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
    make_copyable(table)
    return table
