"""落实台账: opens the window, or runs one command and ends.

Start-up order: read the arguments; a command goes to `headless` and never sees Qt. For the window:
let Qt's libraries be read beside everything else, ask the display without Qt, import the window, ask
for Qt's part for the display, and only then hand over. Whatever is missing is said in one sentence
that names the command which prints the reports.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import window_arguments
from cli.streams import hush_leftovers, use_utf8, warn

if TYPE_CHECKING:
    from gui.start import Start
    from models.actor import Actor

_INSTEAD = "打印报告请用命令：python main.py report progress --period 2021-H1 --out 文件夹"


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and answer with the exit code."""
    use_utf8()
    words = sys.argv[1:] if argv is None else argv
    try:
        args = window_arguments(words)
        if args is not None:
            return open_window(args)
        # Late, for either face: the window pays for no command, and a command for no window.
        import headless

        hush_leftovers()
        return headless.main(words)
    except KeyboardInterrupt:
        return 130
    except Exception:
        warn(_fault(traceback.format_exc()))
        return 1


def open_window(args: argparse.Namespace) -> int:
    """Show the window; what keeps it from opening is said in one sentence, exit code 1."""
    # Nothing that is made while starting is garbage; the window collects again once it is shown.
    gc.disable()
    from gui import display, preload

    preload.begin(display.platforms(os.environ))
    fault = display.check_display(os.environ)
    if fault is None:
        try:
            from cli.ledgers import user_folder
            from gui import imports

            imports.bring_pyside(user_folder(os.environ))
            from gui.app import run

            fault = display.check_plugin(os.environ)
        except ImportError as error:
            if (error.name or "").partition(".")[0] in ("gui", "models", "reports", "cli"):
                raise
            fault = display.missing_library(str(error))
    if fault is not None:
        warn(f"{fault}，窗口没有打开，台账没有改动；{_INSTEAD}")
        return 1
    with ExitStack() as stack:
        return run(_start(args, stack))


def _start(args: argparse.Namespace, stack: ExitStack) -> Start:
    """What the window needs to begin; a demo's folder lives as long as `stack`."""
    from cli import ledgers
    from cli.session import Session
    from gui.start import Start

    session = Session.of(args, os.environ, _now())
    path = session.path
    if session.demo:
        import tempfile  # late: the everyday start needs none of it

        # It is made before the window is there; who waits should know for what.
        warn("正在准备示例台账，窗口马上打开；在里面做的改动不保留。")
        scratch = tempfile.TemporaryDirectory(prefix="luoshi-", ignore_cleanup_errors=True)
        path = Path(stack.enter_context(scratch)) / ledgers.DEMO_NAME
    make = ledgers.make_demo if session.demo else ledgers.open_or_make

    def actor() -> Actor:
        # Who sits at the window is asked there; the lock must not name the command line.
        return dataclasses.replace(
            session.actor, operator=getattr(args, "operator", ""), now=_now()
        )

    return Start(
        path=path,
        make=lambda: make(path, actor()),
        folder=ledgers.user_folder(os.environ),
        open_at=lambda place: ledgers.open_existing(place, actor()),
        create_at=lambda place: ledgers.make_new(place, actor()),
        operator=getattr(args, "operator", ""),
        plan=session.plan_key,
        date=session.day if session.demo else getattr(args, "date", None),
        demo=session.demo,
    )


def _now() -> dt.datetime:
    return dt.datetime.now().replace(microsecond=0)


def _fault(trace: str) -> str:
    """Keep the trace in the user's folder, and say so in one sentence."""
    from cli.ledgers import user_folder

    place = user_folder(os.environ) / "出错记录.txt"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{_now()}\n{trace}\n")
    except (OSError, UnicodeError):
        return "程序出错，没有做完，已保存的内容都在；请重新运行一次。"
    return f"程序出错，没有做完，已保存的内容都在；请把“{place}”交给维护人员。"


if __name__ == "__main__":
    raise SystemExit(main())
