"""Cells that could not be saved: they keep their words, and are sent again with the next save."""

from __future__ import annotations

from collections.abc import Iterable

from gui.operations.filling import Edit

Edits = tuple[Edit, ...]
Where = tuple[object, str]


class RefusedCells:
    """What was sent together is sent again together."""

    def __init__(self) -> None:
        self._batches: list[Edits] = []

    def keep(self, edits: Edits) -> None:
        """These were refused."""
        self._batches.append(edits)

    def take(self) -> list[Edits]:
        """All of them, to be tried again."""
        taken, self._batches = self._batches, []
        return taken

    def forget(self, wanted: Iterable[Where]) -> list[Edit]:
        """Take some cells out; answers what was to stand there."""
        places = set(wanted)
        found = [edit for edits in self._batches for edit in edits if where(edit) in places]
        rest = (tuple(e for e in edits if where(e) not in places) for edits in self._batches)
        self._batches = [edits for edits in rest if edits]
        return found

    @property
    def places(self) -> list[Where]:
        """The line's key and the field of each."""
        return [where(edit) for edits in self._batches for edit in edits]


def where(edit: Edit) -> Where:
    """The line's key and the field."""
    return (edit.line.key, edit.field)
