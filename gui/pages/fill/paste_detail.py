"""One piece of a pasted block: where it goes, the old words beside the new, what may be taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from gui.tablemodels.paste_rows import Row
from gui.widgets.fields import PickField
from gui.widgets.labels import Elided, muted
from gui.widgets.offer import dress
from models.filling import FIELD_WORDS, Place
from models.text import proper

_KINDS = {"sender": "发送人", "time": "时间", "emoji": "表情"}


# Laying out one paragraph of more characters would be felt at each key.
_LONG = 6000


class PasteDetail(QWidget):
    """moved(Place | None, field); reworded(str); untidy_wanted()."""

    moved = Signal(object, str)
    reworded = Signal(str)
    untidy_wanted = Signal()
    tidy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.where = QComboBox()
        self.where.setAccessibleName("填到哪一项")
        self.where.setEditable(True)
        self.where.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.where.setMinimumWidth(280)
        self.where.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.where.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.where.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field = PickField("填到哪一栏")
        self.field.offer([(word, name) for name, word in FIELD_WORDS.items()])
        self.field.setFixedWidth(120)
        self.pieces = Elided()
        self.tidy = QPushButton("去掉")
        self.untidy = QPushButton("还原")
        self.before = QPlainTextEdit()
        self.before.setAccessibleName("现有内容")
        self.before.setReadOnly(True)
        self.before.setTabChangesFocus(True)
        self.after = QPlainTextEdit()
        self.after.setAccessibleName("新内容")
        self.after.setProperty("keepTyped", True)
        self.after.setTabChangesFocus(True)
        self._lay_out()
        self.where.activated.connect(lambda _: self._move())
        self.where.lineEdit().textEdited.connect(lambda _: dress(self.where.completer()))
        self.field.picked.connect(lambda _: self._move())
        self.after.textChanged.connect(self._reword)
        self.tidy.clicked.connect(self.tidy_wanted)
        self.untidy.clicked.connect(self.untidy_wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(muted("填到", small=True))
        top.addWidget(self.where)
        top.addWidget(self.field)
        top.addWidget(self.pieces, 1)
        top.addWidget(self.tidy)
        top.addWidget(self.untidy)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addLayout(top, 0, 0, 1, 2)
        grid.addWidget(muted("现有内容", small=True), 1, 0)
        grid.addWidget(muted("新内容，可以改", small=True), 1, 1)
        grid.addWidget(self.before, 2, 0)
        grid.addWidget(self.after, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def offer(self, places: Sequence[tuple[str, Place]]) -> None:
        """Every task and measure that can be filled."""
        with QSignalBlocker(self.where):
            self.where.clear()
            for title, place in places:
                self.where.addItem(proper(title), place)
            self.where.setCurrentIndex(-1)

    def show_row(self, row: Row | None) -> None:
        """Show a piece, or none."""
        self.setEnabled(row is not None)
        with QSignalBlocker(self.where):
            place = row.item.place if row is not None else None
            known = (self.where.itemData(at) for at in range(self.where.count()))
            what = None if place is None else place.what
            self.where.setCurrentIndex(
                next((at for at, each in enumerate(known) if each.what == what), -1)
            )
            if place is None:
                self.where.setEditText("")
            self.where.lineEdit().setCursorPosition(0)
        self.where.setToolTip(self.where.currentText())
        self.field.show_value(row.item.field if row is not None else "text")
        before = _cut(row.before) if row else ""
        if self.before.toPlainText() != before:
            self.before.setPlainText(before)
        long = row is not None and len(row.pasted) > _LONG
        words = row.item.text if row is not None else ""
        self._show_words(_cut(words) if long else words, long=long)
        self._show_pieces(row)

    def _show_words(self, words: str, *, long: bool) -> None:
        self.after.setReadOnly(long)
        if self.after.toPlainText() != words:
            with QSignalBlocker(self.after):
                self.after.setPlainText(words)

    def _show_pieces(self, row: Row | None) -> None:
        pieces = row.pieces if row is not None else ()
        said = "、".join(f"{_KINDS[each.kind]}“{each.found}”" for each in pieces[:6])
        self.pieces.setText(f"建议去掉：{said}" if said else "")
        self.tidy.setVisible(bool(pieces))
        self.untidy.setVisible(row is not None and row.item.text != row.pasted)

    def _move(self) -> None:
        place = self.where.currentData() if self.where.currentIndex() >= 0 else None
        self.moved.emit(place, self.field.currentData())

    def _reword(self) -> None:
        self.reworded.emit(self.after.toPlainText())


def _cut(words: str) -> str:
    return (
        words
        if len(words) <= _LONG
        else f"{words[:_LONG]}…\n（共{len(words)}字，太长，不在这里改；填入的是全文。）"
    )
