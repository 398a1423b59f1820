"""The menus and their keys; every action is named here once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.frame.file_menu import FileMenu
from gui.frame.navigation import PAGES
from gui.frame.page_menu import PageMenu

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Menus:
    """文件, 编辑, the page in front, 查看, 帮助."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        self.file = FileMenu(window, bar.addMenu("文件(&F)"), self._add)
        edit = bar.addMenu("编辑(&E)")
        steps = window.steps
        self.undo = self._add(edit, "撤销", steps.undo, "Ctrl+Z")
        self.redo = self._add(edit, "重做", steps.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        edit.addSeparator()
        self._add(edit, "查找…", window.focus_search, "Ctrl+F")
        self._add(edit, "逐项定承接", lambda: window.show_address("tasks/承接"), "Ctrl+J")
        self._add(edit, "更换操作人…", window.ask_operator, "Ctrl+Alt+U")
        self.page = PageMenu(window.stack, bar.addMenu("任务(&T)"))
        view = bar.addMenu("查看(&V)")
        for place, (_, word) in enumerate(PAGES):
            self._add(view, word, partial(window.page_at, place), f"Ctrl+{place + 1}")
        view.addSeparator()
        self._add(view, "换填报期…", window.header.choose_period, "Ctrl+L")
        self._add(view, "换工作要点…", window.header.choose_plan, "Ctrl+T")
        help_menu = bar.addMenu("帮助(&H)")
        self.manual = self._add(help_menu, "使用手册", window.show_manual, "F1")
        self._add(help_menu, "关于落实台账", self._about)

    def show_labels(self, undo: str, redo: str) -> None:
        """Name what would be taken back and repeated."""
        self.undo.setText(f"撤销：{undo}" if undo else "撤销")
        self.undo.setEnabled(bool(undo))
        self.redo.setText(f"重做：{redo}" if redo else "重做")
        self.redo.setEnabled(bool(redo))

    def _add(self, menu: QMenu, word: str, way: Callable[[], object], *keys: str) -> QAction:
        # Not QAction(word, …): to find out what the word is not, all icons are made (1.5 ms).
        action = QAction(self._window)
        action.setText(word)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: way())
        menu.addAction(action)
        return action

    def _about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()
