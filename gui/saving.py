"""Between a field that saves itself and the desk: what was typed is kept or offered, never lost."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from gui.context import Context
from gui.operations.operation import Operation
from gui.widgets.autosave import Heard, Save


def saver(context: Context, make: Callable[[Hashable, str], Operation]) -> Save:
    """A `save` for a field: `make(key, text)` says which operation keeps the text."""

    def save(key: Hashable, typed: str, heard: Heard) -> None:
        def refused(error: Exception) -> None:
            if not heard(False) and typed.strip():
                context.bus.unsaved.emit(typed)

        context.desk.run(make(key, typed), lambda _: heard(True), refused)

    return save
