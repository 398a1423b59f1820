"""Copies of evidence that a person is looking at in other programs; gone when the window closes."""

from __future__ import annotations

import tempfile
from pathlib import Path


class OpenedFiles:
    """A folder of its own for each copy, so that two files of one name do not meet."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def place(self, name: str) -> Path:
        """Where to write a copy called `name`."""
        if self._folder is None:
            # A copy that another program still holds open stays for the system to clear away.
            self._folder = tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True)
        return Path(tempfile.mkdtemp(dir=self._folder.name)) / name

    def close(self) -> None:
        """Take the copies away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
