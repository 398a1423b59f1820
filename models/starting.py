"""A new ledger with the embedded plan in it: what a bureau has before it has done anything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models import commands
from models.actor import Actor
from models.errors import KnownError
from models.intake import read_plan
from models.ledger import Ledger
from resources import path as resource

EMBEDDED_PLAN = "plans/2021-sichuan.txt"


def create_with_plan(path: Path, *, who: str, today: dt.date, now: dt.datetime) -> Ledger:
    """Make a ledger at `path` and load the embedded plan; on failure no file is left behind."""
    source = resource(EMBEDDED_PLAN)
    try:
        data = source.read_bytes()
    except OSError as error:
        raise KnownError("程序自带的工作要点不见了，没有建立台账；请重新安装程序。") from error
    draft = read_plan(data, source.name)
    ledger = Ledger.create(path, who=who, now=now)
    try:
        with ledger.together():
            original = commands.SourceFile(f"{draft.title}.txt", data)
            ledger.do(Actor(who, today, now), commands.take_plan, draft, original)
    except BaseException:
        ledger.close()
        path.unlink(missing_ok=True)
        raise
    return ledger
