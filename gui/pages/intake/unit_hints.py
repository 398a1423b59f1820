"""Better names for units as they were read: the full name of a shortened one, one that is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.widgets.flow import FlowLayout, empty_layout
from models.intake.editing.outline import Entry
from models.intake.suggest import fuller_names, nearest_units

_MOST = 4
_ROW = 28
_ROLES = ("lead", "responsible", "supporting")


class UnitHints(QWidget):
    """`taken(role, names)`: a person took a better name; these are the role's units then."""

    taken = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowLayout(self)
        self._shown: object = None
        # Room of its own: what stands above must not jump from line to line.
        self.setMinimumHeight(_ROW)

    def show_entry(self, entry: Entry, known: Sequence[str]) -> None:
        """Offer what the units of a line may be meant to say."""
        hints = [
            (role, name, better)
            for role in _ROLES
            for name, better in better_names(getattr(entry.units, role), known).items()
        ]
        shown = (entry.id, entry.units, hints)
        if shown == self._shown:
            return
        self._shown = shown
        empty_layout(self._row)
        for role, name, better in hints[:_MOST]:
            button = QPushButton(f"{name} → {better}")
            button.setProperty("link", True)
            button.setToolTip(f"把“{name}”改为“{better}”")
            names = [better if each == name else each for each in getattr(entry.units, role)]
            button.clicked.connect(partial(self.taken.emit, role, names))
            self._row.addWidget(button)


def better_names(names: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    """For names that may be meant otherwise the likeliest: first their prefix, then known units."""
    found = fuller_names(names, known)
    for name in names:
        if name in found or name in known:
            continue
        near = next(iter(nearest_units(name, known, limit=1)), "")
        # Only where nothing but characters are lacking: 市监局 for 市市场监管局.
        if near and len(near) > len(name) and set(name) <= set(near):
            found[name] = near
    return found
