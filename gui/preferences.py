"""What stays with this machine, not with a ledger: window, widths, 当前操作人, recent choices."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

Json = Any


class Preferences:
    """A small JSON file. A missing, damaged or unwritable one is as good as an empty one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Json] = {}
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                self._values = found

    @property
    def folder(self) -> Path:
        """The user's own folder, where more than a few words is kept in files."""
        return self._path.parent

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._values.get(key, default)
        return value if isinstance(value, str) else default

    def numbers(self, key: str) -> list[int]:
        """A remembered list of whole numbers, such as widths; empty when there is none."""
        value = self._values.get(key)
        if isinstance(value, list) and all(isinstance(each, int) for each in value):
            return value
        return []

    def rows(self, key: str) -> list[list[Json]]:
        """A remembered list of lists, such as the columns of a table; empty when there is none."""
        value = self._values.get(key)
        return [row for row in value if isinstance(row, list)] if isinstance(value, list) else []

    def texts(self, key: str) -> list[str]:
        """A remembered list of texts; empty when there is none, or something else stands there."""
        value = self._values.get(key)
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        return []

    def keep(self, key: str, value: Json) -> None:
        """Remember, on disk at once when something is different."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        # Not being able to remember a width must never stop anybody's work.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_name(self._path.name + ".tmp")
            temporary.write_text(json.dumps(self._values, ensure_ascii=False), encoding="utf-8")
            temporary.replace(self._path)
