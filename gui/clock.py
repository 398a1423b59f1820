"""Which day and which moment it is; passed in, so that a demonstration can stand on its day."""

from __future__ import annotations

import datetime as dt

from models.dataclass import dataclass


@dataclass(frozen=True)
class Clock:
    """fixed: the day named at the command line, or None for each day as it comes."""

    fixed: dt.date | None = None

    def today(self) -> dt.date:
        """The day for the rules: lights, pace, 报送日期."""
        return self.fixed or dt.date.today()

    def now(self) -> dt.datetime:
        """The moment, for 变更记录 and the status bar; the machine's own clock."""
        return dt.datetime.now().replace(microsecond=0)
