"""各部分进度: a part in each row, its shares as a bar and as three numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tablemodels.link import LINK_ROLE, tasks
from gui.tablemodels.task_filter import NO_PART, Taken
from models import text
from models.overviewrows import PartBar
from models.rules import Standing

ROW_ROLE = Qt.ItemDataRole.UserRole
NAME, BAR, DONE, ON_PACE, LATE = range(5)
HEADINGS = ("部分", "", "已完成", "序时", "滞后")
STANDINGS = {DONE: Standing.DONE, ON_PACE: Standing.ON_PACE, LATE: Standing.LATE}
Index = QModelIndex | QPersistentModelIndex


class BarsModel(QAbstractTableModel):
    """Every cell leads to the tasks that it counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[PartBar, ...] = ()

    def set_bars(self, bars: Sequence[PartBar]) -> None:
        """Show other bars; where only their numbers changed, the place of the cursor stays."""
        fresh = tuple(bars)
        if [bar.part_id for bar in fresh] == [bar.part_id for bar in self._bars]:
            self._bars = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, NAME), self.index(len(fresh) - 1, LATE))
            return
        self.beginResetModel()
        self._bars = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a part."""
        return 0 if parent.isValid() else len(self._bars)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Name, bar, three numbers."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 (Qt's variant)
        """The words over the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in STANDINGS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A name or a number, what it means in words, and where it leads."""
        if not index.isValid():
            return None
        bar, column = self._bars[index.row()], index.column()
        if role == ROW_ROLE:
            return bar
        if role == LINK_ROLE:
            return _link(bar, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(bar, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return _said(bar, column)
        return None


def name(bar: PartBar) -> str:
    """一、做好制度设计."""
    if bar.part_id is None:
        return "其他任务"
    return text.proper(f"{bar.number}、{bar.title}" if bar.number else bar.title)


def count(bar: PartBar, column: int) -> int:
    """How many tasks a cell counts."""
    return {DONE: bar.done, ON_PACE: bar.on_pace, LATE: bar.late}.get(column, bar.adopted)


def _words(bar: PartBar, column: int) -> str:
    if column == NAME:
        return name(bar)
    return "" if column == BAR else str(count(bar, column))


def _said(bar: PartBar, column: int) -> str:
    standing = STANDINGS.get(column)
    if standing is not None:
        return f"{name(bar)}：{standing.word} {count(bar, column)} 项"
    return (
        f"{name(bar)}：承接 {bar.adopted} 项，已完成 {bar.done}，"
        f"达到序时进度 {bar.on_pace}，滞后 {bar.late}"
    )


def _link(bar: PartBar, column: int) -> object:
    part = bar.part_id or NO_PART
    standing = STANDINGS.get(column)
    if standing is None:
        return tasks(part=part, role=Taken.ADOPTED.value)
    return tasks(part=part, standing=standing.value)
