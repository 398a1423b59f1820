"""今后 30 天的时限, and 最近变更: lines that lead to their task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tablemodels.link import LINK_ROLE, Link, task
from gui.tablemodels.tips import in_lines
from gui.widgets.copy_role import COPY_ROLE
from models import text
from models.overviewrows import DueRow
from models.rows import HistoryRow
from models.rules import Light

LINE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """words stand on the left, aside and end on the right; whole is what a tool tip says."""

    words: str
    aside: str
    end: str
    whole: str
    link: Link | None
    light: Light | None = None
    urgent: bool = False
    gone: bool = False


class LinesModel(QAbstractListModel):
    """Lines made from rows by one function."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def set_rows(self, rows: Sequence[Any], line: Callable[[Any], Line]) -> None:
        """Show other rows."""
        fresh = tuple(map(line, rows))
        if fresh == self._lines:
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The line, its words, and where it leads."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == COPY_ROLE:
            return (line.words, line.aside, line.end)
        if role == LINK_ROLE:
            return line.link
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.whole.partition("\n")[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_lines(line.whole)
        return None


def due_words(rows: Sequence[DueRow]) -> str:
    """任务 3 项 · 举措 2 条: measures have a line where their deadline is another than their task's."""
    tasks = sum(row.measure_id is None for row in rows)
    more = f" · 举措 {len(rows) - tasks} 条" if len(rows) > tasks else ""
    return f"任务 {tasks} 项{more}"


def due_line(row: DueRow) -> Line:
    """4.2　出台责任清单 … 法规科　还有 4 天."""
    title = text.proper(row.title)
    day = f"{row.due_on.month}月{row.due_on.day}日"
    left = "今天到期" if row.days == 0 else f"还有 {row.days} 天"
    whole = "，".join(filter(None, [f"{row.label} {title}", row.section, f"{day}到期", left]))
    tab = "measures" if row.measure_id is not None else ""
    return Line(
        f"{row.label}　{title}",
        row.section or "未分工",
        f"{day} · {left}",
        whole,
        task(row.task_id, tab),
        row.light,
        urgent=row.days <= _SOON,
    )


def change_line(today: dt.date, titles: Mapping[int, str]) -> Callable[[HistoryRow], Line]:
    """勾选 4.2　知识产权立法 … 李思远　今天 10:28; it leads to its first task.

    titles: of the tasks by their ids; said where a change concerns one task alone.
    """

    def line(row: HistoryRow) -> Line:
        label = f"{text.proper(row.label)}（已撤销）" if row.taken_back else text.proper(row.label)
        sides = [f"原：{row.before}"] * bool(row.before) + [f"现：{row.after}"] * bool(row.after)
        titled = titles.get(row.task_ids[0], "") if len(row.task_ids) == 1 else ""
        head = f"{label}，{row.operator}，{moment(row.at, today)}"
        link = task(row.task_ids[0], "history") if row.task_ids else None
        return Line(
            f"{label}　{titled}" if titled else label,
            row.operator,
            moment(row.at, today),
            "\n".join([head, *sides]),
            link,
            gone=row.taken_back,
        )

    return line


def moment(at: dt.datetime, today: dt.date) -> str:
    """今天 10:28, 昨天 09:51, 6月18日, or with its year."""
    days = (today - at.date()).days
    if days in (0, 1):
        return f"{'昨天' if days else '今天'} {at:%H:%M}"
    day = f"{at.month}月{at.day}日"
    return day if at.year == today.year else f"{at.year}年{day}"


_SOON = 7
