"""设置: the office's own things on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from gui.address import Address
from gui.context import Context
from gui.pages.page import Page
from gui.pages.settings.fonts_panel import FontsPanel
from gui.pages.settings.lights_panel import LightsPanel
from gui.pages.settings.list_panel import ListPanel
from gui.pages.settings.look_panel import LookPanel
from gui.pages.settings.office_panel import OfficePanel
from gui.pages.settings.papers_panel import PapersPanel
from gui.pages.settings.people_panel import PeoplePanel
from gui.pages.settings.periods_panel import PeriodsPanel
from gui.pages.settings.sections_panel import SectionsPanel
from gui.widgets.menu_lines import Line, add_lines

_PANELS: tuple[tuple[str, Callable[[Context], QWidget]], ...] = (
    ("本单位", OfficePanel),
    ("科室", SectionsPanel),
    ("人员", PeoplePanel),
    ("亮灯", LightsPanel),
    ("填报期", PeriodsPanel),
    ("文稿", PapersPanel),
    ("字体", FontsPanel),
    ("外观", LookPanel),
)


def panel_words() -> tuple[str, ...]:
    """The words of all panels, as an address names them: settings/字体."""
    return tuple(word for word, _ in _PANELS)


class SettingsPage(Page):
    """A panel is made when it is first looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: dict[int, QScrollArea] = {}
        self._list = QListWidget()
        self._list.setAccessibleName("设置的类别")
        self._list.setObjectName("settingsList")
        self._list.setFixedWidth(144)
        for word, _ in _PANELS:
            item = QListWidgetItem(word)
            item.setSizeHint(QSize(0, 36))
            self._list.addItem(item)
        self._stack = QStackedWidget()
        self._list.currentRowChanged.connect(self.show_panel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self._list.setCurrentRow(0)
        paste = QShortcut(QKeySequence("Ctrl+V"), self._list, self._paste)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        for keys, way in ((keys, way) for _, keys, way in self._lines()):
            QShortcut(QKeySequence(keys), self, way)

    def _lines(self) -> list[Line]:
        return [
            (word, f"Alt+{place}", partial(self._turn, place - 1))
            for place, (word, _) in enumerate(_PANELS, 1)
        ]

    def _turn(self, place: int) -> None:
        self._list.setCurrentRow(place)
        self._list.setFocus()

    def _paste(self) -> None:
        """Ctrl+V in the list of panels means the panel that is shown."""
        panel = self._made[self._list.currentRow()].widget()
        if isinstance(panel, ListPanel):
            panel.bring_in()

    def fill_menu(self, menu: QMenu) -> None:
        """The panels."""
        add_lines(menu, self._lines())

    def first_field(self) -> QWidget:
        """The list of panels."""
        return self._list

    def show_panel(self, place: int) -> None:
        """Show a panel by its place."""
        if place not in self._made:
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._made[place] = area
            self._stack.addWidget(area)
            # Into an area that wears the style sheet already: what was measured without it stays so.
            area.setWidget(_PANELS[place][1](self._context))
        self._stack.setCurrentWidget(self._made[place])

    def address(self) -> Address:
        """The panel that is shown."""
        return Address(self.name, _PANELS[self._list.currentRow()][0])

    def show_address(self, address: Address) -> None:
        """Turn to a panel by its word: settings/字体; in 本单位 to the first field still empty."""
        self.show_part(address.part)
        if address.part == _PANELS[0][0]:
            panel = self.panel(address.part)
            empty = panel.first_empty() if isinstance(panel, OfficePanel) else None
            if empty is not None:
                empty.setFocus()

    def show_part(self, word: str) -> None:
        """Turn to a panel by its word."""
        words = [each for each, _ in _PANELS]
        if word in words:
            self._list.setCurrentRow(words.index(word))

    def panel(self, word: str) -> QWidget:
        """A panel by its word, made and shown."""
        self.show_part(word)
        panel = self._made[self._list.currentRow()].widget()
        assert panel is not None
        return panel
