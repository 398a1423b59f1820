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
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import Theme
from models import text
from models.rows import SearchHit

HIT_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLE = Qt.ItemDataRole.UserRole + 1
KINDS = {
    "task": "任务",
    "measure": "举措",
    "progress": "进展",
    "note": "记录",
    "evidence": "佐证",
}
NOTHING = "没有找到；换一个词再试，或检查是否选对了工作要点。"
_BEFORE = 12
Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Rows of hits; one row that says so when there are none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()
        self._words = ""

    def set_hits(self, hits: tuple[SearchHit, ...], words: str) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits, self._words = hits, words
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
        if role == WORDS_ROLE:
            return text.proper(self._words)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{KINDS.get(hit.kind, '')} {hit.label}　{around(hit.text, self._words)}"
        return None


def around(found: str, words: str) -> str:
    """The text from a little before what was found, on one line."""
    shown = " ".join(text.proper(found).split())
    at = shown.lower().find(text.proper(words).lower())
    return f"…{shown[at - _BEFORE :]}" if at > _BEFORE + 4 else shown


def pieces(shown: str, words: str) -> list[tuple[str, bool]]:
    """Cut a line into what was found and what stands around it."""
    at = shown.lower().find(words.lower()) if words else -1
    if at < 0:
        return [(shown, False)]
    end = at + len(words)
    parts = [(shown[:at], False), (shown[at:end], True), (shown[end:], False)]
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
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        head, _, tail = words.partition("　")
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        if not tail:
            painter.drawText(box.adjusted(12, 0, -12, 0), int(left), head)
            return
        painter.drawText(box.adjusted(12, 0, 0, 0), int(left), head)
        rest = box.adjusted(92, 0, -12, 0)
        cut = painter.fontMetrics().elidedText(tail, Qt.TextElideMode.ElideRight, rest.width())
        for part, found in pieces(cut, str(index.data(WORDS_ROLE) or "")):
            painter.setPen(QColor(colours.accent if found else colours.text))
            painter.drawText(rest, int(left), part)
            rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(part))
