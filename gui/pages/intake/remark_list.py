"""What a person should look at: lines that stand nowhere, numbers that are wrong; each leads there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.labels import muted
from models import text
from models.intake.editing.outline import WORDS, Level, Outline, Remark

_LONGEST = 60
# More of them than anybody reads one by one would only hold up the window.
_MOST = 1000
_EDGE = 8
_HIGHEST = 16777215  # Qt's own: no limit
_PLACES: tuple[Level, ...] = ("task", "text", "item", "part")


class RemarkList(QWidget):
    """chosen(Remark): lead to its line; place_wanted(Remark, level); seen_wanted(Remark)."""

    chosen = Signal(object)
    place_wanted = Signal(object, object)
    seen_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = muted(small=True)
        self.list = _List()
        self.list.setAccessibleName("需要看一看的地方")
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._buttons = {level: QPushButton(f"列为{WORDS[level]}") for level in ("task", "text")}
        self.seen = QPushButton("不必处理")
        self.seen.setToolTip("看过了，没有问题（Delete）")
        self._lay_out()
        self.list.currentRowChanged.connect(self._moved)
        self.list.itemClicked.connect(lambda _: self._moved())
        self.list.dismissed.connect(self._dismiss)
        self.list.customContextMenuRequested.connect(self._menu)
        self.seen.clicked.connect(self._dismiss)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        for level, button in self._buttons.items():
            button.setProperty("flat", True)
            button.clicked.connect(partial(self._place, level))
            row.addWidget(button)
        self.seen.setProperty("flat", True)
        row.addWidget(self.seen)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def show_remarks(self, outline: Outline) -> None:
        """Show what has not been looked at yet."""
        open_ones = [remark for remark in outline.remarks if not remark.seen]
        kept = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for remark in open_ones[:_MOST]:
            item = QListWidgetItem(words_of(remark))
            item.setData(Qt.ItemDataRole.UserRole, remark)
            item.setToolTip(text.proper(remark.text))
            self.list.addItem(item)
        self.list.setCurrentRow(min(kept, len(open_ones) - 1))
        self.list.blockSignals(False)
        count = len(open_ones)
        self._title.setText(f"需要看一看 {count} 处" if count else "没有需要处理的地方")
        self.list.setVisible(bool(count))
        self.setMaximumHeight(_HIGHEST if count else self._title.sizeHint().height() + 2 * _EDGE)
        self._mark()

    def current(self) -> Remark | None:
        """The remark under the cursor."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Remark) else None

    def _moved(self) -> None:
        self._mark()
        remark = self.current()
        if remark is not None:
            self.chosen.emit(remark)

    def _mark(self) -> None:
        remark = self.current()
        for button in self._buttons.values():
            button.setVisible(remark is not None and not remark.placed)
        self.seen.setVisible(remark is not None)

    def _place(self, level: Level) -> None:
        remark = self.current()
        if remark is not None:
            self.place_wanted.emit(remark, level)

    def _dismiss(self) -> None:
        remark = self.current()
        if remark is not None:
            self.seen_wanted.emit(remark)

    def _menu(self, at: QPoint) -> None:
        remark = self.current()
        if remark is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not remark.placed:
            for level in _PLACES:
                menu.addAction(f"列为{WORDS[level]}", partial(self._place, level))
            menu.addSeparator()
        menu.addAction("不必处理", self._dismiss)
        menu.popup(self.list.viewport().mapToGlobal(at))


class _List(QListWidget):
    """`dismissed()` on Delete."""

    dismissed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete says that nothing needs to be done."""
        if event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


def words_of(remark: Remark) -> str:
    """第29行　未列入任务的原因：文字的开头."""
    words = text.proper(remark.text.replace("\n", " "))
    short = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    return f"第{remark.line}行　{remark.reason}\n{short}"
