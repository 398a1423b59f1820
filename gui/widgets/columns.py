"""The columns of a table: switched, ordered, sized and renamed by its header, and kept so.

What a person chose is kept in the preferences under the table's name and by the columns' own
words, so that a column added by a later version changes nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QMenu

from gui.preferences import Preferences
from models.dataclass import dataclass

_NARROWEST, _WIDEST = 24, 1200
_WAIT_MS = 400
_ACROSS = Qt.Orientation.Horizontal


@dataclass(frozen=True)
class ColumnState:
    """One column as it stands: `key` its own words, `name` what stands over it now."""

    key: str
    name: str
    shown: bool
    width: int
    fixed: bool = False


class Columns(QObject):
    """Gives a header its menu; `hidden` are switched off until wanted, the first always stays.

    The model renames by `setHeaderData`; an empty name gives a column its own words back.
    """

    def __init__(
        self,
        header: QHeaderView,
        table: str,
        preferences: Preferences,
        hidden: Collection[int] = (),
    ) -> None:
        super().__init__(header)
        self._header = header
        self._place = f"columns:{table}"
        self._preferences = preferences
        model = header.model()
        self._keys = [str(model.headerData(n, _ACROSS) or "") for n in range(header.count())]
        self._hidden = frozenset(hidden)
        self._widths = [header.sectionSize(number) for number in range(header.count())]
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        for number in self._hidden:
            header.setSectionHidden(number, True)
        self._restore()
        self._give_view_a_menu()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.keep)
        header.sectionMoved.connect(lambda *_: self._wait.start())
        header.sectionResized.connect(self._sized)

    def _give_view_a_menu(self) -> None:
        """By keyboard too: the menu key over the rows leads to copying and to the columns."""
        view = self._header.parentWidget()
        if not isinstance(view, QAbstractItemView):
            return
        if view.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu:
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._show_row_menu, view))

    def _show_row_menu(self, view: QAbstractItemView, at: QPoint) -> None:
        menu = QMenu(view)
        self.add_actions(menu, view)
        menu.exec(view.viewport().mapToGlobal(at))
        menu.deleteLater()

    def add_actions(self, menu: QMenu, view: QAbstractItemView) -> None:
        """复制, 带标题复制 and 表格的列… for the menu of a view."""
        from gui.widgets.copying import add_copy_actions  # late: nobody copies at the start

        add_copy_actions(menu, view)
        menu.addAction("表格的列…").triggered.connect(lambda: self.ask())

    def _sized(self, number: int) -> None:
        self._width(number)
        self._wait.start()

    # -- as it stands

    def states(self) -> list[ColumnState]:
        """All columns, in the order in which they stand."""
        header = self._header
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [
            ColumnState(
                self._keys[number],
                str(header.model().headerData(number, _ACROSS) or ""),
                not header.isSectionHidden(number),
                self._width(number),
                fixed=number == 0,
            )
            for number in order
        ]

    def _width(self, number: int) -> int:
        # A hidden section says 0, a stretched one what the window leaves it.
        if not (self._header.isSectionHidden(number) or self._stretched(number)):
            self._widths[number] = self._header.sectionSize(number)
        return self._widths[number]

    def _stretched(self, number: int) -> bool:
        header = self._header
        if header.sectionResizeMode(number) == QHeaderView.ResizeMode.Stretch:
            return True
        after = range(header.visualIndex(number) + 1, header.count())
        last = all(header.isSectionHidden(header.logicalIndex(place)) for place in after)
        return last and header.stretchLastSection()

    def set_states(self, states: Sequence[ColumnState]) -> None:
        """Put the columns as they are said to be, in this order; unknown ones are passed over."""
        header = self._header
        for place, state in enumerate(each for each in states if each.key in self._keys):
            number = self._keys.index(state.key)
            if number:
                header.moveSection(header.visualIndex(number), place)
            self._rename(number, "" if state.name == state.key else state.name)
            width = max(_NARROWEST, min(_WIDEST, state.width))
            if not self._stretched(number):
                header.setSectionHidden(number, False)
                header.resizeSection(number, width)
            self._widths[number] = width
            header.setSectionHidden(number, not (state.shown or number == 0))

    def reset(self) -> None:
        """恢复默认."""
        self.set_states(self._first)
        self._preferences.keep(self._place, None)
        self._wait.stop()

    # -- what a person does

    def switch(self, key: str, shown: bool) -> None:
        """Show a column or take it away."""
        number = self._keys.index(key)
        self._header.setSectionHidden(number, not shown)
        if shown and not self._stretched(number):
            self._header.resizeSection(number, self._widths[number])
        self.keep()

    def rename(self, key: str, name: str) -> None:
        """Write other words over a column; nothing gives it its own back."""
        self._rename(self._keys.index(key), name.strip())
        self.keep()

    def _rename(self, number: int, name: str) -> None:
        model = self._header.model()
        model.setHeaderData(number, _ACROSS, name)
        if not model.headerData(number, _ACROSS):
            # The library's own model knows of no words beneath.
            model.setHeaderData(number, _ACROSS, self._keys[number])

    # -- kept

    def keep(self) -> None:
        """Remember how the columns stand now."""
        self._wait.stop()
        self._preferences.keep(
            self._place,
            [[each.key, each.name, each.shown, each.width] for each in self.states()],
        )

    def _restore(self) -> None:
        self._first = self.states()
        kept = self._preferences.rows(self._place)
        states = [
            ColumnState(key, name, shown, width)
            for key, name, shown, width in (row for row in kept if len(row) == 4)
            if isinstance(key, str)
            and isinstance(name, str)
            and isinstance(shown, bool)
            and isinstance(width, int)
        ]
        known = {state.key for state in states}
        self.set_states([*states, *(each for each in self._first if each.key not in known)])

    # -- the menu

    def menu(self, at: int = -1) -> QMenu:
        """Switches for all columns, and what can be done with the one at `at`."""
        menu = QMenu(self._header)
        for state in self.states():
            action = menu.addAction(state.name)
            action.setCheckable(True)
            action.setChecked(state.shown)
            action.setEnabled(not state.fixed)
            action.triggered.connect(lambda on, key=state.key: self.switch(key, on))
        menu.addSeparator()
        menu.addAction("列的名称、次序和宽度…").triggered.connect(lambda: self.ask(at))
        menu.addAction("恢复默认").triggered.connect(self.reset)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu(self._header.logicalIndexAt(at))
        menu.exec(self._header.mapToGlobal(at))
        menu.deleteLater()

    def ask(self, at: int = -1) -> None:
        """Let a person change everything in one place; `at` is the column to begin with."""
        from gui.dialogs.columns import ColumnsDialog

        marked = self._keys[at] if 0 <= at < len(self._keys) else ""
        dialog = ColumnsDialog(self.states(), self._first, marked, self._header)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.set_states(dialog.states())
            self.keep()
