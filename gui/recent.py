"""The ledgers that were opened on this machine lately, the newest first."""

from __future__ import annotations

from pathlib import Path

from gui.preferences import Preferences

_KEY = "recent"
_MOST = 8


class RecentLedgers:
    """Paths only; whether a file still lies there is found out when the list is shown."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def opened(self, path: Path) -> None:
        """Remember a ledger as the one opened last."""
        words = [str(path.absolute()), *(str(each) for each in self._all())]
        self._preferences.keep(_KEY, list(dict.fromkeys(words))[:_MOST])

    def others(self, shown: Path) -> list[Path]:
        """What was opened before, without the one that is shown and those that are gone."""
        return [path for path in self._all() if path != shown.absolute() and path.is_file()]

    def _all(self) -> list[Path]:
        return [Path(word) for word in self._preferences.texts(_KEY)]
