"""One thing a user wants done to the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any

from models.dataclass import dataclass


@dataclass(frozen=True)
class Operation:
    """A verb of `models.commands` with what it is told."""

    verb: Callable[..., None]
    args: tuple[Any, ...] = ()
    told: dict[str, Any] = field(default_factory=dict)


def operation(verb: Callable[..., None], *args: Any, **told: Any) -> Operation:  # noqa: ANN401
    """Write an operation down as the call that it will be."""
    return Operation(verb, args, told)
