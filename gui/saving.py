"""Between a field that saves itself and the desk: what was typed is kept or offered, never lost."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from gui.context import Context
from gui.operations.operation import Operation
from gui.widgets.autosave import Heard, Save


def saver(context: Context, make: Callable[[Hashable, str], Operation]) -> Save:
    """A `save` for a field: `make(key, text)` says which operation keeps the text."""
    said: dict[Hashable, str] = {}

    def save(key: Hashable, typed: str, heard: Heard) -> None:
        def kept(_: object) -> None:
            heard(True)
            if key in said:
                context.bus.mended.emit(said.pop(key))

        def refused(error: Exception) -> None:
            if heard(False):
                said[key] = str(error)
            elif typed.strip():
                context.bus.unsaved.emit(typed)

        context.desk.run(make(key, typed), kept, refused)

    return save
