"""What `main.py` hands to the window: which ledger, whose folders, which day. No Qt is needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from models.dataclass import dataclass
from models.ledger import Ledger


@dataclass(frozen=True)
class Start:
    """How the window begins.

    path: the ledger that `make` opens, or creates with the embedded plan; shown in sentences.
    make: opens or creates it; raises `KnownError`, which the window shows as a sentence with a way on.
    folder: the user's own folder for window state and the log; made when first needed.
    open_at, create_at: open or create (with the embedded plan) any other ledger, for the menu 文件.
    operator: the 当前操作人 named at the command line; empty = as remembered, else asked at the
    first change. date: the day for the rules; None = each day as it comes.
    demo: a scratch ledger that is marked 示例.
    plan: the number or year of the plan to show first; empty = the newest.
    """

    path: Path
    make: Callable[[], Ledger]
    folder: Path
    open_at: Callable[[Path], Ledger]
    create_at: Callable[[Path], Ledger]
    operator: str = ""
    date: dt.date | None = None
    demo: bool = False
    plan: str = ""
