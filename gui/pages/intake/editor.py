"""The draft on the page: every mending goes through here, so that everything can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from models.intake.editing.history import Edit, History
from models.intake.editing.outline import Entry, Outline


class DraftEditor(QObject):
    """changed(id): the outline is another one, and the line to go to (0 for none).

    stuck(sentence): an operation cannot be done here.
    """

    changed = Signal(int)
    stuck = Signal(str)

    def __init__(self, outline: Outline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(outline)

    @property
    def outline(self) -> Outline:
        """The draft as it stands."""
        return self._history.present

    @property
    def labels(self) -> tuple[str, str]:
        """What would be undone and done again."""
        return self._history.undo_label, self._history.redo_label

    @property
    def mended(self) -> bool:
        """Whether anything was changed since it was read."""
        return bool(self._history.past)

    def entry(self, entry_id: int) -> Entry | None:
        """A line by its id."""
        return self.outline.entry(entry_id)

    def do(self, verb: Callable[[Outline], Edit | None], why_not: str = "") -> bool:
        """Do an operation; `why_not` is said where it cannot be done."""
        edit = verb(self.outline)
        if edit is None:
            if why_not:
                self.stuck.emit(why_not)
            return False
        self._history = self._history.after(edit)
        self.changed.emit(edit.focus)
        return True

    def undo(self) -> None:
        """One step back."""
        self._history, focus = self._history.undone()
        self.changed.emit(focus)

    def redo(self) -> None:
        """One step forward again."""
        self._history, focus = self._history.redone()
        self.changed.emit(focus)
