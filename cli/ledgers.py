"""Which ledger is meant, where it lies, and how a new one begins: with the embedded plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from models.actor import Actor
from models.errors import KnownError
from models.ledger import Ledger

HOME = "LUOSHI_HOME"
FILE_NAME = "落实台账.luoshi"
DEMO_NAME = "示例台账.luoshi"


def user_folder(environ: Mapping[str, str]) -> Path:
    """The user's own folder for ledger, window state and log; `LUOSHI_HOME` names another."""
    if environ.get(HOME):
        return Path(environ[HOME])
    from platformdirs import user_data_path

    return user_data_path("luoshi", appauthor=False)


def make_new(path: Path, actor: Actor) -> Ledger:
    """Make a ledger with the embedded plan and open it; an existing file is never overwritten."""
    # Late: reading a plan is the affair of new ledgers only.
    from models.starting import create_with_plan

    return create_with_plan(path, who=actor.operator, today=actor.today, now=actor.now)


def open_existing(path: Path, actor: Actor) -> Ledger:
    """Open a ledger to work in it."""
    return Ledger.open(path, who=actor.operator, now=actor.now)


def open_or_make(path: Path, actor: Actor) -> Ledger:
    """Open a ledger, or make it with the embedded plan when there is none."""
    return open_existing(path, actor) if path.exists() else make_new(path, actor)


def open_to_read(path: Path, actor: Actor) -> Ledger:
    """Open a ledger without claiming it, so that a window beside it stays the writer.

    One of an older version cannot be read before it is upgraded: that takes the writer's way.
    """
    try:
        return Ledger.open(path, now=actor.now, read_only=True)
    except KnownError:
        return open_existing(path, actor)


def make_demo(path: Path, _actor: Actor) -> Ledger:
    """Make the ledger of 示例市市场监督管理局 and open it; it brings its own days and operator."""
    # Late: only a demo pays for it.
    from models.demo import build_demo

    return build_demo(path)


@contextmanager
def scratch_demo(actor: Actor) -> Iterator[Ledger]:
    """A demo ledger that is gone afterwards."""
    import tempfile  # late, as make_demo's

    with (
        tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True) as folder,
        make_demo(Path(folder) / DEMO_NAME, actor) as ledger,
    ):
        yield ledger
