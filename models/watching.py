"""How far long work on a ledger file is, for whoever waits for it; where nobody waits it is quiet.

Opening a ledger passes through many hands (the command line's, the window's, its dialogs'); the one
who waits says so around the call instead of handing a function through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# What is being done, how much of how much; 0 of 0 where nobody knows. What it raises stops the work.
Step = Callable[[str, int, int], object]

_STEP: ContextVar[Step | None] = ContextVar("step", default=None)


@contextmanager
def watched_by(step: Step) -> Iterator[None]:
    """Tell `step` of what is done inside, in this thread."""
    token = _STEP.set(step)
    try:
        yield
    finally:
        _STEP.reset(token)


def tell(what: str, done: int = 0, total: int = 0) -> None:
    """Say how far the work is."""
    step = _STEP.get()
    if step is not None:
        step(what, done, total)
