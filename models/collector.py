"""The search for circular garbage, paused while something large is made.

A paper of 200 pages, or the draft of a plan of 2 MB, is some hundred thousand small objects that all
stay until it is done: looking through them again and again for circles is a fifth of the whole time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Inside, nothing looks for circular garbage; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
