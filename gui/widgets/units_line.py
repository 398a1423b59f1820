"""A line of several units between 、, each completed from the units already known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from gui.widgets.autosave import Save, SavingLine
from gui.widgets.offer import dress

_MARKS = "、，,；;"
_LEAST = 1


class UnitsLine(SavingLine):
    """Saves itself when it is left; known units that hold what is typed are offered."""

    def __init__(self, name: str, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(name, save, parent)
        self._known = QStringListModel(self)
        self._offer = QCompleter(self._known, self)
        self._offer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offer.setMaxVisibleItems(8)
        self._offer.setWidget(self)
        self._offer.activated[str].connect(self._take)
        self.textEdited.connect(lambda _: self._propose())
        self.textChanged.connect(self.setToolTip)

    def show_known(self, names: Sequence[str]) -> None:
        """The units to offer."""
        self._known.setStringList(list(names))

    def proposed(self) -> list[str]:
        """What is being offered now."""
        model = self._offer.completionModel()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def _propose(self) -> None:
        typed = self._unit()
        self._offer.setCompletionPrefix(typed)
        if len(typed) < _LEAST or not self._offer.completionCount() or self.proposed() == [typed]:
            self._offer.popup().hide()
            return
        dress(self._offer)
        self._offer.complete()

    def _begin(self) -> int:
        """Where the name begins that the cursor stands in."""
        before = self.text()[: self.cursorPosition()]
        return max((before.rfind(mark) for mark in _MARKS), default=-1) + 1

    def _unit(self) -> str:
        """The name that is being typed."""
        return self.text()[self._begin() : self.cursorPosition()].strip()

    def _take(self, name: str) -> None:
        begin, rest = self._begin(), self.text()[self.cursorPosition() :]
        self.setText(self.text()[:begin] + name + rest)
        self.setCursorPosition(begin + len(name))
