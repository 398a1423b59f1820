"""One run of a command: whose ledger, which plan, which day, who does it."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cli import ledgers
from cli.streams import say, warn
from models import queries
from models.actor import Actor
from models.dataclass import dataclass
from models.ledger import Ledger
from models.rows import PlanRow

DEMO_DAY = dt.date(2021, 6, 25)
NOBODY = "命令行"


@dataclass(frozen=True)
class Session:
    """What the common options mean; `named` tells a ledger of `--ledger` from the user's own."""

    path: Path
    named: bool
    demo: bool
    plan_key: str
    day: dt.date
    actor: Actor

    @classmethod
    def of(cls, args: argparse.Namespace, environ: Mapping[str, str], now: dt.datetime) -> Session:
        """The session that the arguments ask for; `now` is the moment of the changes."""
        demo = getattr(args, "demo", False)
        path = getattr(args, "ledger", None)
        day = getattr(args, "date", None) or (DEMO_DAY if demo else now.date())
        return cls(
            path or ledgers.user_folder(environ) / ledgers.FILE_NAME,
            path is not None,
            demo,
            getattr(args, "plan", ""),
            day,
            Actor(getattr(args, "operator", "") or NOBODY, day, now),
        )

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """The ledger to look at; a named one must exist, the user's own is made."""
        if self.demo:
            with ledgers.scratch_demo(self.actor) as ledger:
                yield ledger
            return
        if not self.named and not self.path.exists():
            ledgers.make_new(self.path, self.actor).close()
        with ledgers.open_to_read(self.path, self.actor) as ledger:
            yield ledger

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger to change, made with the embedded plan when there is none."""
        if self.demo:
            warn("（示例台账，改动不保留。）")
            with ledgers.scratch_demo(self.actor) as ledger:
                yield ledger
            return
        with ledgers.open_or_make(self.path, self.actor) as ledger:
            warn(*filter(None, [ledger.ask(queries.clock_warning, self.actor.now)]))
            yield ledger

    def plan(self, ledger: Ledger) -> PlanRow:
        """The plan that `--plan` names, or the newest."""
        return ledger.ask(queries.find_plan, self.plan_key)

    def do(self, ledger: Ledger, verb: Callable[..., None], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Run a verb and say what was done."""
        change = ledger.do(self.actor, verb, *args, **kwargs)
        say(*change.notices, change.label)
