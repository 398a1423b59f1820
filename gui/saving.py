"""Between what somebody types in and the desk: what was typed is kept or offered, never lost."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Protocol

from gui.context import Context
from gui.operations.operation import Operation
from gui.widgets.autosave import Heard, Save
from models.errors import KnownError

if TYPE_CHECKING:
    from gui.desk import Done


def saver(context: Context, make: Callable[[Hashable, str], Operation]) -> Save:
    """A `save` for a field: `make(key, text)` says which operation keeps the text.

    It raises `KnownError` for words that cannot mean anything; the field keeps them, marked.
    """
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

        try:
            wanted = make(key, typed)
        except KnownError as error:
            context.bus.refused.emit(str(error))
            refused(error)
            return
        context.desk.run(wanted, kept, refused)

    return save


class Typed(Protocol):
    """A dialog that knows what was typed in it."""

    def typed(self) -> str:
        """A field a line."""


def run_asked(context: Context, dialog: Typed, wanted: Operation, done: Done | None = None) -> None:
    """Do what a dialog asked for; what was typed in it is offered where it cannot be saved."""
    typed = dialog.typed()

    def refused(_: Exception) -> None:
        if typed.strip():
            context.bus.unsaved.emit(typed)

    context.desk.run(wanted, done, refused)
