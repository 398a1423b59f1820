"""The menu of the 填报 table: what its keys do, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from gui.widgets.copying import add_copy_actions

if TYPE_CHECKING:
    from gui.pages.fill.sheet_view import SheetView


def sheet_menu(view: SheetView) -> QMenu:
    """For the chosen cells."""
    menu = QMenu(view)
    fill_sheet_menu(menu, view)
    return menu


def fill_sheet_menu(menu: QMenu, view: SheetView) -> None:
    """Add to a menu what can be done with the chosen cells."""
    index = view.currentIndex()
    editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
    writable = view.rows.writable and index.isValid()
    add_copy_actions(menu, view)
    menu.addSeparator()
    ways: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
        ("编辑", "F2", lambda: view.edit(index), editable),
        ("剪切", "Ctrl+X", view.cut, writable),
        ("粘贴", "Ctrl+V", view.paste_wanted.emit, writable),
        ("清空文字", "Delete", view.clear_cells, writable),
        ("向下填充", "Ctrl+D", view.fill_down, writable),
        ("本期无新进展", "F9", view.say_nothing, writable),
    )
    for words, key, way, possible in ways:
        action = menu.addAction(words)
        # Shown only: the keys themselves belong to the view.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setEnabled(possible)
        action.triggered.connect(lambda _=False, go=way: go())
    menu.addSeparator()
    to_task = menu.addAction("到任务页看这一项")
    to_task.setEnabled(index.isValid())
    to_task.triggered.connect(lambda: view.task_wanted.emit(view.rows.line_at(index.row()).task.id))
