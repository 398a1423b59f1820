"""Who works."""

from __future__ import annotations

import datetime as dt

from models.dataclass import dataclass


@dataclass(frozen=True)
class Actor:
    """Who sits at the keyboard (当前操作人) and which day it is for the rules."""

    operator: str
    today: dt.date
    now: dt.datetime
