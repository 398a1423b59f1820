"""Imports as they were, after PySide6 has put a watchful one in their place.

That one looks through the source of every module imported from then on, for the words by which a
module would ask for snake_case names (`from __feature__ import …`). We never ask; reading 130 files
for it took 25 ms of the start.
"""

from __future__ import annotations

import builtins


def use_plain() -> None:
    """Import PySide6, then let imports be what they were; once is enough.

    Raises ImportError as PySide6 itself does where one of its libraries is missing.
    """
    import PySide6.QtCore  # noqa: F401 (for what it does to imports)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
