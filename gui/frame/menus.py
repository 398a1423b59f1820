"""The menus and their keys; every action is named here once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.frame.navigation import PAGES

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Menus:
    """文件, 编辑, 查看, 帮助."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        file = bar.addMenu("文件(&F)")
        self._add(file, "新建台账…", self._create, "Ctrl+N")
        self._add(file, "打开…", self._open, "Ctrl+O")
        self._add(file, "另存副本…", self._copy, "Ctrl+Shift+S")
        file.addSeparator()
        self._add(file, "退出", window.close, "Ctrl+Q")
        edit = bar.addMenu("编辑(&E)")
        desk = window.context.desk
        self.undo = self._add(edit, "撤销", desk.undo, "Ctrl+Z")
        self.redo = self._add(edit, "重做", desk.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        edit.addSeparator()
        self._add(edit, "查找…", window.focus_search, "Ctrl+F")
        self._add(edit, "更换操作人…", window.ask_operator)
        view = bar.addMenu("查看(&V)")
        for place, (_, word) in enumerate(PAGES):
            self._add(view, word, partial(window.page_at, place), f"Ctrl+{place + 1}")
        help_menu = bar.addMenu("帮助(&H)")
        self._add(help_menu, "关于落实台账", self._about)

    def show_labels(self, undo: str, redo: str) -> None:
        """Name what would be taken back and repeated."""
        self.undo.setText(f"撤销：{undo}" if undo else "撤销")
        self.undo.setEnabled(bool(undo))
        self.redo.setText(f"重做：{redo}" if redo else "重做")
        self.redo.setEnabled(bool(redo))

    def _add(self, menu: QMenu, word: str, way: Callable[[], object], *keys: str) -> QAction:
        action = QAction(word, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: way())
        menu.addAction(action)
        return action

    def _create(self) -> None:
        from gui.dialogs.files import ask_new_ledger

        start = self._window.start
        path = ask_new_ledger(self._window, start.path)
        if path is not None:
            self._window.follow_with(path, start.create_at)

    def _open(self) -> None:
        from gui.dialogs.files import ask_open_ledger

        start = self._window.start
        path = ask_open_ledger(self._window, start.path)
        if path is not None and path.absolute() != start.path.absolute():
            self._window.follow_with(path, start.open_at)

    def _copy(self) -> None:
        from gui.dialogs.files import ask_copy

        window = self._window
        path = ask_copy(window, window.start.path)
        if path is not None:
            window.leave_field()
            window.context.desk.save_copy(path, lambda _: window.notices.say(f"副本已写好：{path}"))

    def _about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()
