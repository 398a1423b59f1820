"""Lines of a menu that is filled anew each time it opens: a word, its key, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu

# A key is only named here; whoever listens to it is the page, or the widget under the cursor.
Line = tuple[str, str, Callable[[], object]]


def add_lines(menu: QMenu, lines: Iterable[Line], *, fits: bool = True) -> None:
    """Add lines; those that do not fit stand there in grey."""
    for word, keys, way in lines:
        action = menu.addAction(f"{word}\t{keys}" if keys else word)
        action.setEnabled(fits)
        action.triggered.connect(lambda _=False, go=way: go())
