"""The lines of a draft as a tree; on top stands the plan's head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.tablemodels.own_headings import OwnHeadings
from gui.widgets.fields import day_words
from models import text
from models.intake.editing.outline import WORDS, Entry, Outline
from models.intake.grammar.units import Units

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, UNITS, DUE = range(4)
HEADINGS = ("要点内容", "类别", "单位", "完成时限")
ROW_ROLE = Qt.ItemDataRole.UserRole
HEAD = 0  # the id of the line that stands for the plan's head
_LONGEST = 200
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKED = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


@dataclass
class Line:
    """One line of the tree; `entry` is None for the plan's head."""

    entry: Entry | None
    parent: Line | None = None
    children: list[Line] = field(default_factory=list)
    place: int = 0
    position: int = 0

    @property
    def id(self) -> int:
        """What stays the same when the draft is mended."""
        return self.entry.id if self.entry else HEAD

    def add(self, entry: Entry | None, position: int = 0) -> Line:
        """Hang a line below this one."""
        child = Line(entry, self, place=len(self.children), position=position)
        self.children.append(child)
        return child


def build(outline: Outline | None) -> Line:
    """The tree of an outline under a root that is not shown."""
    root = Line(None)
    if outline is None:
        return root
    root.add(None)
    lines: list[Line] = []
    for entry, parent in zip(outline.entries, outline.parents, strict=True):
        above = root if parent is None else lines[parent]
        lines.append(above.add(entry, outline.positions.get(entry.id, 0)))
    return root


class DraftTreeModel(OwnHeadings, QAbstractItemModel):
    """`track_wanted(id, bool)` when a person ticks a task; the model itself changes nothing."""

    track_wanted = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Line(None)
        self._outline: Outline | None = None
        self._lines: dict[int, Line] = {}
        self.begin_headings(HEADINGS)

    def set_outline(self, outline: Outline | None) -> None:
        """Show an outline; where only words differ, nothing is torn down."""
        root = build(outline)
        shape = _shape(root)
        if self._lines and shape == _shape(self._root):
            self._outline = outline
            self._take_words(root)
            return
        self.beginResetModel()
        self._root, self._outline = root, outline
        self._lines = {line.id: line for line in _walk(root)}
        self.endResetModel()

    def _take_words(self, root: Line) -> None:
        for old, new in zip(_walk(self._root), _walk(root), strict=True):
            if old.entry != new.entry or old.entry is None:
                old.entry, old.position = new.entry, new.position
                self.dataChanged.emit(
                    self.createIndex(old.place, 0, old), self.createIndex(old.place, DUE, old)
                )

    def index_of(self, line_id: int) -> QModelIndex:
        """Where a line stands; invalid when it is not there."""
        line = self._lines.get(line_id)
        return QModelIndex() if line is None else self.createIndex(line.place, 0, line)

    def line(self, index: Index) -> Line:
        """The line at an index; the root for an invalid one."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Line) else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's signature)
        """The index of a line."""
        above = self.line(parent)
        if parent.isValid() and parent.column() != 0:
            return QModelIndex()
        if not (0 <= row < len(above.children) and 0 <= column < len(HEADINGS)):
            return QModelIndex()
        return self.createIndex(row, column, above.children[row])

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: ANN401, B008 (Qt overloads it)
        """The line above."""
        above = self.line(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.place, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many lines hang below."""
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self.line(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Always the same columns."""
        return len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A task can be ticked: tracked or not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entry = self.line(index).entry
        ticked = entry is not None and entry.is_task and index.column() == NAME
        return _TICKED if ticked else _PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, whether a task is tracked, and the line itself for the delegate."""
        line = self.line(index)
        if line is self._root:
            return None
        if role == ROW_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(line, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return tracked_state(line.entry)
        return None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 (Qt's variant)
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """A tick is a wish: the draft is mended by its editor, and shown again."""
        entry = self.line(index).entry
        if role != Qt.ItemDataRole.CheckStateRole or entry is None or not entry.is_task:
            return False
        self.track_wanted.emit(entry.id, not entry.tracked)
        return False

    def _words(self, line: Line, column: int) -> str:
        entry = line.entry
        if entry is None:
            return self._head_words() if column == NAME else "要点" if column == KIND else ""
        if column == NAME:
            return name_of(line)
        if column == KIND:
            return kind_of(entry)
        if column == UNITS:
            return "、".join(_names(entry.units))
        return due_of(entry, self._outline.year if self._outline else None)

    def _head_words(self) -> str:
        head = self._outline.head if self._outline else None
        return text.proper(head.title or head.notice_title or "没有读出标题") if head else ""

    def _tip(self, line: Line, column: int) -> str:
        if line.entry is None:
            return self._head_words()
        if column == UNITS:
            return units_words(line.entry.units)
        return text.proper(line.entry.text[:_LONGEST])

    def _spoken(self, line: Line) -> str:
        words = [self._words(line, column) for column in range(len(HEADINGS))]
        return "，".join(word for word in words if word)


def name_of(line: Line) -> str:
    """A line as it begins: number and heading, or number and text."""
    entry = line.entry
    if entry is None:
        return ""
    words = entry.title or entry.text.replace("\n", " ")[:_LONGEST]
    if entry.level == "task":
        return text.proper(f"{line.position}. {words}")
    joint = "、" if entry.level == "part" and entry.number[-1:] in "一二三四五六七八九十" else ""
    if not entry.number:
        joint = ""
    return text.proper(f"{entry.number}{joint}{words}")


def kind_of(entry: Entry) -> str:
    """部分, 事项, 任务, 举措, 正文; 不跟踪 for a task that is only kept."""
    if entry.is_task and not entry.tracked:
        return "不跟踪"
    return f"{WORDS[entry.level]}·任务" if entry.alone else WORDS[entry.level]


def due_of(entry: Entry, year: int | None) -> str:
    """The day, else the words."""
    if entry.deadline is None:
        return ""
    return day_words(entry.deadline.date, year) or entry.deadline.text


def units_words(units: Units) -> str:
    """All units with their roles."""
    said = (("牵头", units.lead), ("责任", units.responsible), ("配合", units.supporting))
    return "\n".join(f"{word}：{'、'.join(names)}" for word, names in said if names)


def tracked_state(entry: Entry | None) -> Qt.CheckState | None:
    """Ticked when a task is tracked; only tasks have a box."""
    if entry is None or not entry.is_task:
        return None
    return Qt.CheckState.Checked if entry.tracked else Qt.CheckState.Unchecked


def _names(units: Units) -> tuple[str, ...]:
    return (*units.lead, *units.responsible, *units.supporting)


def _walk(line: Line) -> Iterator[Line]:
    for child in line.children:
        yield child
        yield from _walk(child)


def _shape(root: Line) -> list[tuple[int, int]]:
    return [(line.id, line.parent.id if line.parent else -1) for line in _walk(root)]
