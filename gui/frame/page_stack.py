"""The pages, each made when it is first shown, so that none of them slows the start."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QStackedWidget

from gui.address import Address
from gui.context import Context
from gui.pages.page import Page

# A page's name, and the module and class that make it.
_MAKERS = {
    "overview": ("gui.pages.overview.page", "OverviewPage"),
    "tasks": ("gui.pages.tasks.page", "TasksPage"),
    "fill": ("gui.pages.fill.page", "FillPage"),
    "report": ("gui.pages.report.page", "ReportPage"),
    "intake": ("gui.pages.intake.page", "IntakePage"),
    "settings": ("gui.pages.settings.page", "SettingsPage"),
}


def page_modules() -> tuple[str, ...]:
    """The modules of all pages."""
    return tuple(module for module, _ in _MAKERS.values())


class PageStack(QStackedWidget):
    """`shown(name)` after another page came to the front; `history_changed()`: see `Page`."""

    shown = Signal(str)
    history_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[str, Page] = {}

    def page(self, name: str) -> Page:
        """A page by its name, made now if it has not been shown yet."""
        if name not in self._pages:
            module, maker = _MAKERS[name]
            page: Page = getattr(import_module(module), maker)(self._context)
            page.name = name
            page.history_changed.connect(self.history_changed)
            self._pages[name] = page
            self.addWidget(page)
            # Only now it wears the style sheet: what was measured before is measured anew.
            for layout in page.findChildren(QLayout):
                layout.invalidate()
        return self._pages[name]

    @property
    def current(self) -> Page | None:
        """The page in front."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def knows(self, name: str) -> bool:
        """Whether there is such a page."""
        return name in _MAKERS

    def show_page(self, name: str) -> Page:
        """Bring a page to the front, with the cursor in it."""
        page = self.page(name)
        self.setCurrentWidget(page)
        # Not by a focus proxy: Tab would jump over what stands before it.
        page.first_field().setFocus()
        self.shown.emit(name)
        return page

    def show_address(self, address: Address) -> None:
        """Bring a page to the front and go to a place of it; an unknown page is passed over."""
        if self.knows(address.page):
            self.show_page(address.page).show_address(address)

    @property
    def unsaved(self) -> bool:
        """Whether a page still waits for the ledger."""
        return any(page.unsaved for page in self._pages.values())

    def leave(self) -> None:
        """The window closes: the pages that were made keep their widths."""
        for page in self._pages.values():
            page.leave()
