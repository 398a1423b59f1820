"""The keys of the tasks page beside those of its tree, and its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from gui.pages.tasks.detail import TABS
from gui.widgets.menu_lines import Line, add_lines

if TYPE_CHECKING:
    from gui.pages.tasks.page import TasksPage


class PageKeys:
    """F8 分工, Alt+1 to Alt+4 the tabs of the detail, F6 the filters."""

    def __init__(self, page: TasksPage) -> None:
        self._page = page
        for _, keys, way in self._lines():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), page, way, context=context)

    def fill(self, menu: QMenu) -> None:
        """What can be done with the selection, then where one can go."""
        self._page.verbs.fill(menu)
        menu.addSeparator()
        add_lines(menu, self._lines()[1:], fits=self._page.listed)
        clear: Line = ("清除筛选", "Ctrl+Shift+L", self._page.filters.clear)
        add_lines(menu, [clear], fits=self._page.filters.active)

    def _lines(self) -> list[Line]:
        page = self._page
        tabs = [
            (word, f"Alt+{place}", partial(self._to_tab, name))
            for place, (name, word) in enumerate(TABS, 1)
        ]
        return [
            ("责任分工…", "F8", self._where_listed(page.verbs.assign_selected)),
            *tabs,
            ("到筛选", "F6", self._where_listed(page.filters.enter)),
        ]

    def _to_tab(self, name: str) -> None:
        if self._page.listed and self._page.current is not None:
            self._page.detail.show_tab(name)
            self._page.detail.enter()

    def _where_listed(self, way: Callable[[], None]) -> Callable[[], None]:
        """Nothing while 逐项定承接 or a file is looked at."""
        return lambda: way() if self._page.listed else None
