"""Hits of the search as a list: kind, where, and the words around what was found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.tablemodels.tips import in_lines
from gui.theme import Theme
from models.hits import SearchHit

HIT_ROLE = Qt.ItemDataRole.UserRole
KINDS = {
    "task": "任务",
    "measure": "举措",
    "progress": "进展",
    "note": "记录",
    "evidence": "佐证",
}
NOTHING = "没有找到；换一个词再试，或检查是否选对了工作要点。"
_USUAL = 60
_LONGEST_TIP = 400
_HEAD = 108
Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Rows of hits; one row that says so when there are none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: tuple[SearchHit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """One row a hit."""
        return 0 if parent.isValid() else max(1, len(self._hits))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The words of a hit, and the hit itself."""
        if not index.isValid():
            return None
        if not self._hits:
            return NOTHING if role == Qt.ItemDataRole.DisplayRole else None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{head(hit)}　{hit.excerpt(_USUAL)[0]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_lines(hit.shown[:_LONGEST_TIP])
        return None


def head(hit: SearchHit) -> str:
    """任务 4, 举措 4.2, or 记录 where it hangs on the plan itself."""
    return f"{KINDS.get(hit.kind, '')} {hit.label}".strip()


def pieces(line: str, start: int, length: int) -> list[tuple[str, bool]]:
    """Cut a line into what was found and what stands around it."""
    end = start + length
    parts = [(line[:start], False), (line[start:end], True), (line[end:], False)]
    return [part for part in parts if part[0]]


class HitDelegate(QStyledItemDelegate):
    """One line of 32, cut with …."""

    ROW = 32

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of 32."""
        return QSize(0, self.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Kind and number muted, the words plain."""
        colours = self._theme.colours
        box: QRect = option.rect
        chosen = option.state & QStyle.StateFlag.State_Selected
        hover = option.state & QStyle.StateFlag.State_MouseOver
        painter.fillRect(
            box,
            QColor(colours.chosen if chosen else colours.hover if hover else colours.page),
        )
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        hit = index.data(HIT_ROLE)
        painter.setPen(QColor(colours.muted))
        if not isinstance(hit, SearchHit):
            painter.drawText(box.adjusted(12, 0, -12, 0), int(left), str(index.data() or ""))
            return
        painter.drawText(box.adjusted(12, 0, 0, 0), int(left), head(hit))
        rest = box.adjusted(_HEAD, 0, -12, 0)
        metrics = painter.fontMetrics()
        # As many characters as surely fit: the mark stands in the middle and is never cut off.
        room = max(8, rest.width() // metrics.horizontalAdvance("中") - 2)
        font, bold = painter.font(), QFont(painter.font())
        bold.setBold(True)
        for part, found in pieces(*hit.excerpt(room)):
            painter.setFont(bold if found else font)
            painter.setPen(QColor(colours.accent if found else colours.text))
            painter.drawText(rest, int(left), part)
            rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(part))
        painter.setFont(font)
