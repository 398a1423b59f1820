"""What the window of one ledger left behind on this machine: its plan, 填报期 and page."""

from __future__ import annotations

from pathlib import Path

from gui.preferences import Preferences


class Remembered:
    """Preferences under the name of one ledger's file. PLAN, PERIOD and PLACE are the keys."""

    PLAN = "plan"
    PERIOD = "period"
    PLACE = "place"

    def __init__(self, preferences: Preferences, path: Path) -> None:
        self._preferences = preferences
        self._path = path.absolute()

    def text(self, key: str) -> str:
        """What was kept under a key; empty when nothing was."""
        return self._preferences.text(f"{key}:{self._path}")

    def keep(self, key: str, value: str) -> None:
        """Keep it for the next start."""
        self._preferences.keep(f"{key}:{self._path}", value)
