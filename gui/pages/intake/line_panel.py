"""The fields of the line under the cursor: words, units, time limit; each leaves as one step."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.pages.intake.unit_hints import UnitHints
from gui.widgets.autosave import Heard, SavingLine, SavingText
from gui.widgets.fields import PickField, day_words
from gui.widgets.labels import muted
from gui.widgets.units_line import UnitsLine
from models.intake.editing.outline import LEVELS, WORDS, Entry, Outline

_ROLES = (("lead", "牵头单位"), ("responsible", "责任单位"), ("supporting", "配合单位"))


class LinePanel(QWidget):
    """words_given(id, field, words); level_wanted(level); alone_wanted(bool); cursor_moved()."""

    words_given = Signal(int, str, str)
    level_wanted = Signal(object)
    alone_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.level = PickField("类别")
        self.level.offer([(WORDS[level], level) for level in LEVELS])
        self.level.setFixedWidth(84)
        self.alone = QCheckBox("本身就是一项任务")
        self.alone.setToolTip("这个标题自己带责任单位和要求，作为一项任务跟踪")
        self.number = SavingLine("编号", self._save)
        self.number.setFixedWidth(72)
        self.number.setPlaceholderText("编号")
        self.title = SavingLine("标题", self._save)
        self.title.setPlaceholderText("标题")
        self.words = SavingText("文字", self._save, rows=(4, 4))
        self.units = {role: UnitsLine(word, self._save) for role, word in _ROLES}
        self.deadline = SavingLine("完成时限", self._save)
        self.deadline.setPlaceholderText("如：2022年6月底前、第三季度")
        self.hints = UnitHints()
        self._known: Sequence[str] = ()
        self._shown = 0
        self._read_as = muted(small=True)
        self._read_as.setMinimumWidth(96)
        self._lay_out()
        self.level.picked.connect(self.level_wanted)
        self.alone.clicked.connect(self.alone_wanted)
        self.hints.taken.connect(
            lambda role, names: self.words_given.emit(self._shown, role, "、".join(names))
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget in (self.level, self.number, self.title):
            top.addWidget(widget)
        top.addWidget(self.alone)
        top.addStretch(1)
        top.setStretchFactor(self.title, 100)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._labels: list[QWidget] = []
        for place, (role, word) in enumerate(_ROLES):
            self._field(grid, place // 2, place % 2, word, self.units[role])
        self._field(grid, 1, 1, "完成时限", self.deadline)
        grid.addWidget(self._read_as, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addLayout(grid)
        column.addWidget(self.hints)
        column.addStretch(1)

    def _field(self, grid: QGridLayout, row: int, column: int, word: str, field: QWidget) -> None:
        label = muted(word, small=True)
        label.setBuddy(field)
        self._labels.append(label)
        grid.addWidget(label, row, 2 * column)
        grid.addWidget(field, row, 2 * column + 1)

    @property
    def fields(self) -> dict[str, SavingLine | SavingText]:
        """The fields by the names of what they hold."""
        return {
            "number": self.number,
            "title": self.title,
            "text": self.words,
            "deadline": self.deadline,
            **self.units,
        }

    def show_known(self, names: Sequence[str]) -> None:
        """The units to offer while typing."""
        self._known = names
        for field in self.units.values():
            field.show_known(names)

    def show_entry(self, outline: Outline, entry: Entry) -> None:
        """Show a line; what was being typed for another one leaves first."""
        heading = entry.level in ("part", "item")
        acting = entry.is_task or entry.level == "measure"
        self.level.show_value(entry.level)
        self.alone.setVisible(heading)
        self.alone.setChecked(entry.alone)
        self.title.setVisible(heading)
        self.number.setVisible(entry.level not in ("measure", "text"))
        self.number.show_value((entry.id, "number"), entry.number)
        self.title.show_value((entry.id, "title"), entry.title)
        self.words.show_value((entry.id, "text"), entry.text)
        for role, field in self.units.items():
            field.show_value((entry.id, role), "、".join(getattr(entry.units, role)))
            field.setVisible(acting)
        self.deadline.show_value(
            (entry.id, "deadline"), entry.deadline.text if entry.deadline else ""
        )
        self._shown = entry.id
        self.hints.show_entry(entry, self._known)
        self._show_due(outline, entry)
        for label in self._labels[:-1]:
            label.setVisible(acting)
        for widget in (self._labels[-1], self.deadline, self._read_as):
            widget.setVisible(entry.is_task)

    def _show_due(self, outline: Outline, entry: Entry) -> None:
        day = entry.deadline.date if entry.deadline else None
        self._read_as.setText(f"即 {day_words(day, outline.year)}" if day else "")

    def first_field(self, entry: Entry) -> QWidget:
        """Where renaming begins."""
        return self.title if entry.level in ("part", "item") else self.words

    def cursor(self) -> int:
        """Where the cursor stands in the text."""
        return self.words.textCursor().position()

    def leave(self) -> None:
        """Take what is being typed as if the fields were left."""
        for field in self.fields.values():
            field.leave()

    def _save(self, key: Hashable, typed: str, heard: Heard) -> None:
        assert isinstance(key, tuple)
        line_id, field = key
        heard(True)
        self.words_given.emit(line_id, field, typed)
