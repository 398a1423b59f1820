"""What can be done with the line under the cursor: one table for keys, buttons and menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.pages.intake.editor import DraftEditor
from gui.tablemodels.draft_tree import HEAD
from models.intake.editing import facts, levels, order, texts
from models.intake.editing.history import Edit
from models.intake.editing.outline import LEVELS, WORDS, Level, Outline


@dataclass(frozen=True)
class Verb:
    """An operation on one line: its word, key, what it does, and why it may not be done."""

    word: str
    key: str
    do: Callable[[Outline, int], Edit | None]
    why_not: str
    tip: str


VERBS = (
    Verb("上移", "Ctrl+Up", partial(order.move, step=-1), "上面没有可以越过的内容。", "连同下级一起上移"),
    Verb("下移", "Ctrl+Down", partial(order.move, step=1), "下面没有可以越过的内容。", "连同下级一起下移"),
    Verb("升级", "Alt+Left", partial(levels.stepped, step=-1), "不能再升一级：举措升为任务时，原任务至少要留一条举措。", "举措→任务→事项→部分"),
    Verb("降级", "Alt+Right", partial(levels.stepped, step=1), "不能再降一级：降为举措时，前面要有一项任务。", "部分→事项→任务→举措"),
    Verb("合并", "Ctrl+M", texts.merge, "后面紧挨着的不是同一类，不能合并。", "与下一条合并"),
    Verb("移出", "Delete", order.remove, "这项任务只有这一条举措，不能移出；可以移出整项任务。", "移出要点，列到“需要看一看”里，可以再放回"),
)  # fmt: skip
_FIRST_PICK = "请先在右边选中一行。"


class DraftVerbs(QObject):
    """Makes the actions; split_wanted() for the one that needs the cursor in the text."""

    split_wanted = Signal()

    def __init__(self, owner: QWidget, current: Callable[[], int]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._current = current
        self._editor: DraftEditor | None = None
        self.actions = [self._action(verb) for verb in VERBS]
        self.split = self._made("拆分", "Ctrl+D", "在光标处断成两条", self.split_wanted.emit)
        self.actions.insert(4, self.split)

    def work_on(self, editor: DraftEditor) -> None:
        """Another draft is on the page."""
        self._editor = editor

    def _action(self, verb: Verb) -> QAction:
        return self._made(verb.word, verb.key, verb.tip, lambda: self._run(verb))

    def _made(self, word: str, key: str, tip: str, way: Callable[[], None]) -> QAction:
        action = QAction(word, self._owner)
        action.setShortcut(QKeySequence(key))
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip}（{shown}）")
        action.triggered.connect(lambda: way())
        return action

    def _run(self, verb: Verb) -> None:
        line_id = self._current()
        if self._editor is None:
            return
        if line_id == HEAD:
            self._editor.stuck.emit(_FIRST_PICK)
            return
        self._editor.do(lambda outline: verb.do(outline, line_id), verb.why_not)

    def set_level(self, level: Level) -> None:
        """Another level for the current line."""
        line_id = self._current()
        if self._editor is not None and line_id != HEAD:
            self._editor.do(
                lambda outline: levels.set_level(outline, line_id, level),
                "不能改成这一类：改为举措时前面要有任务，举措升级时原任务至少要留一条。",
            )

    def set_alone(self, alone: bool) -> None:
        """Whether the current heading is itself a task."""
        line_id = self._current()
        if self._editor is not None and line_id != HEAD:
            self._editor.do(lambda outline: levels.set_alone(outline, line_id, alone))

    def track(self, line_ids: list[int], tracked: bool) -> None:
        """Whether tasks are to be tracked."""
        if self._editor is not None and line_ids:
            self._editor.do(lambda outline: facts.set_tracked(outline, line_ids, tracked))

    def menu(self, selected: list[int]) -> QMenu | None:
        """The context menu of the selected lines."""
        line_id = self._current()
        entry = self._editor.entry(line_id) if self._editor is not None else None
        if entry is None:
            return None
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        as_level = menu.addMenu("改为")
        for level in LEVELS:
            if level != entry.level:
                as_level.addAction(WORDS[level], partial(self.set_level, level))
        if entry.level in ("part", "item"):
            alone = menu.addAction("本身就是一项任务", partial(self.set_alone, not entry.alone))
            alone.setCheckable(True)
            alone.setChecked(entry.alone)
        menu.addAction("跟踪", partial(self.track, selected, True))
        menu.addAction("不跟踪", partial(self.track, selected, False))
        menu.addSeparator()
        menu.addActions(self.actions)
        return menu
