"""One passage under a person's hands: its words, what was made of it, and what it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from gui.pages.report.ask_box import AskBox
from gui.pages.report.passage_rows import TITLE, PassageRow
from gui.pages.report.provenance import Origin
from gui.theme import Theme
from gui.widgets.autosave import Save, SavingText
from gui.widgets.flow import FlowLayout, empty_layout
from gui.widgets.labels import Elided, muted
from gui.widgets.link import Link

_MOST_ORIGINS = 6
_KINDS = {0: "段落", 1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}


class PassageEditor(QWidget):
    """Shows a passage; tells what a person wants with it.

    place_wanted(task id, tab); the others are plain wishes about the passage that is shown.
    """

    restore_wanted = Signal()
    write_back_wanted = Signal()
    drop_wanted = Signal()
    add_wanted = Signal(int)
    move_wanted = Signal(int)
    place_wanted = Signal(int, str)

    def __init__(self, theme: Theme, save: Save) -> None:
        super().__init__()
        self.head = Elided()
        self.head.setProperty("muted", True)
        self.text = SavingText("这一段的文字", save, (3, 8))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restore = _button("恢复原文", self.restore_wanted)
        self.restore.setToolTip("不要手工改的文字，按台账现在的内容写")
        self.write_back = _button("写回进展…", self.write_back_wanted)
        self.write_back.setToolTip("把改好的文字存为这条进展的审定文本")
        self.more = QPushButton("更多")
        self.more.setAccessibleName("这一段的其他操作")
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.ask = AskBox(theme)
        self._origins = FlowLayout()
        self._from = muted("这一段取自：", small=True)
        self._fill_menu()
        self._lay_out()

    def _fill_menu(self) -> None:
        add = self.menu.addAction
        self._up = add("上移\tAlt+Up", partial(self.move_wanted.emit, -1))
        self._down = add("下移\tAlt+Down", partial(self.move_wanted.emit, 1))
        self._drop = add("删去这一段\tDelete", self.drop_wanted.emit)
        self.menu.addSeparator()
        self._add = add("在后面加一段\tInsert", partial(self.add_wanted.emit, 0))
        self._heads = [
            add(f"在后面加{_KINDS[level]}", partial(self.add_wanted.emit, level))
            for level in (1, 2)
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.head, 1)
        row.addWidget(self.more)
        ways = FlowLayout()
        ways.addWidget(self.restore)
        ways.addWidget(self.write_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.ask)
        column.addWidget(self.text)
        column.addLayout(ways)
        column.addWidget(self._from)
        column.addLayout(self._origins)
        column.addStretch(1)

    def show_row(
        self, row: PassageRow, key: object, origins: Sequence[Origin], *, frozen: bool
    ) -> None:
        """Show a passage under the key that its words are kept for."""
        self.text.show_value(key, row.text)
        self.text.setReadOnly(frozen or row.fixed or row.dropped)
        self.text.setPlaceholderText("这里是表格，按台账生成，不在这里改" if row.is_table else "")
        name = "标题（| 表示换行）" if row.key == TITLE else _KINDS[row.level]
        self.head.setText(f"{name} · {row.mark}" if row.mark else name)
        touched = row.edited or row.dropped or row.moved or row.own
        self.restore.setVisible(not frozen and touched)
        self.restore.setText("去掉这一段" if row.own else "恢复原文")
        entries = [each for each in row.sources if each.kind == "entry"]
        told = row.key.startswith("task:") and len(entries) == 1
        self.write_back.setVisible(not frozen and row.edited and told)
        self.more.setVisible(not frozen)
        for action in (self._up, self._down, self._drop):
            action.setEnabled(row.key != TITLE and not row.dropped)
        self._show_origins(origins)

    def show_new(self, key: object, level: int) -> None:
        """An empty passage that is kept when it has words."""
        self.text.setReadOnly(False)
        self.text.show_value(key, "")
        self.text.setPlaceholderText("写好后按 Ctrl+Enter，或点到别处，就存入文稿")
        self.head.setText(f"新的{_KINDS[level]}")
        self.restore.hide()
        self.write_back.hide()
        self.ask.hide()
        self._show_origins(())
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_origins(self, origins: Sequence[Origin]) -> None:
        empty_layout(self._origins)
        self._from.setVisible(bool(origins))
        for origin in origins[:_MOST_ORIGINS]:
            link = Link(origin.words)
            link.clicked.connect(partial(self._lead, origin))
            self._origins.addWidget(link)
        rest = len(origins) - _MOST_ORIGINS
        if rest > 0:
            self._origins.addWidget(muted(f"等{len(origins)}处", small=True))

    def _lead(self, origin: Origin) -> None:
        self.place_wanted.emit(origin.task_id, origin.tab)


def _button(word: str, signal: object) -> QPushButton:
    button = QPushButton(word)
    button.clicked.connect(lambda: signal.emit())
    return button
