"""The menu of the page in front: what can be done there, with keys, and named after it."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from gui.frame.navigation import PAGES
from gui.frame.page_stack import PageStack

PAGE_WORDS = {**dict(PAGES), "intake": "读入"}


class PageMenu:
    """Filled by the page itself when it opens: what can be done depends on what is selected."""

    def __init__(self, stack: PageStack, menu: QMenu) -> None:
        self._stack = stack
        self.menu = menu
        menu.aboutToShow.connect(self.fill)
        stack.shown.connect(self.name)

    def name(self, page: str) -> None:
        """Another page came to the front."""
        self.menu.setTitle(f"{PAGE_WORDS.get(page, '本页')}(&T)")

    def fill(self) -> None:
        """What can be done now."""
        self.menu.clear()
        for inner in self.menu.findChildren(QMenu):
            # Its line is gone, the menu behind it would stay.
            inner.deleteLater()
        page = self._stack.current
        if page is not None:
            page.fill_menu(self.menu)
