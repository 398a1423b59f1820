"""The pages, each made when it is first shown, so that none of them slows the start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

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
# Those of the navigation but the first, in the order in which they are most likely wanted.
PREPARED = ("fill", "overview", "report", "settings")
# In one round after another a part asks for more room than it had, and the whole grows with it.
_ROUNDS = 3


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
        self._seen: set[str] = set()

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

    def prepare(self) -> Iterator[Callable[[], object]]:
        """What can be done beforehand for the pages that nobody has looked at, in short steps."""
        for name in PREPARED:
            if name not in self._seen:
                yield partial(self.page, name)
                yield partial(self._polish, name)
        # Last: what the ledger is asked for would slow the making of the next page.
        for name in PREPARED:
            yield partial(self._read, name)

    def _polish(self, name: str) -> None:
        """Let the widgets of a page take on the style sheet, and their places."""
        page = self._pages.get(name)
        if page is None:
            return
        page.resize(self.size())
        for widget in page.findChildren(QWidget):
            widget.ensurePolished()
        layout = page.layout()
        if layout is not None:
            layout.activate()

    def _read(self, name: str) -> None:
        if name in self._pages and name not in self._seen:
            self._pages[name].prepare()

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
        self._seen.add(name)
        self.setCurrentWidget(page)
        # Not by a focus proxy: Tab would jump over what stands before it.
        page.first_field().setFocus()
        self.shown.emit(name)
        # Laid out to the end before it is painted: else it is painted once on the way there too.
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        return page

    def show_address(self, address: Address) -> None:
        """Bring a page to the front and go to a place of it; an unknown page is passed over."""
        if self.knows(address.page):
            self.show_page(address.page).show_address(address)

    @property
    def made(self) -> tuple[Page, ...]:
        """The pages that have been shown so far."""
        return tuple(self._pages.values())

    @property
    def unsaved(self) -> bool:
        """Whether a page still waits for the ledger."""
        return any(page.unsaved for page in self._pages.values())

    def leave(self) -> None:
        """The window closes: the pages that were looked at keep their widths."""
        for name in self._seen:
            self._pages[name].leave()
