"""Options that every command knows, and the words that options take."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cli.usage import Parser

LEDGER_ENDING = ".luoshi"
# What `add_subparsers` answers; argparse has no public name for it.
Commands = Any


def day(text: str) -> dt.date:
    """A date as options take it: 2021-06-30, and nothing else that a newer Python knows besides."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"日期“{text}”不认识，请写成 2021-06-30 的样子")


def add_common(parser: Parser) -> None:
    """The options that may stand before or after any command."""
    which = parser.add_argument_group("台账")
    which.add_argument("--ledger", type=Path, metavar="文件", help="台账文件；不写时用本机的台账")
    which.add_argument("--demo", action="store_true", help="用示例台账，改动不保留")
    which.add_argument("--plan", metavar="文号或年份", help="哪一份工作要点；不写时用最新的一份")
    which.add_argument("--date", type=day, metavar="日期", help="按哪一天计算，如 2021-06-25")
    which.add_argument("--operator", metavar="姓名", help="当前操作人，记入变更记录")


def window_arguments(argv: Sequence[str]) -> argparse.Namespace | None:
    """The common options when nothing else is written, so that the window is meant; else None.

    A ledger's file alone means the window too: that is how a double click on it starts a program.
    """
    if not argv:
        # The everyday start: to make a parser takes longer than to see that there is nothing to it.
        return argparse.Namespace()
    alone = Parser(with_help=False)
    add_common(alone)
    args, rest = alone.parse_known_args(argv)
    if len(rest) == 1 and rest[0].endswith(LEDGER_ENDING) and "ledger" not in args:
        args.ledger = Path(rest[0])
    elif rest:
        return None
    check_together(alone, args)
    return args


def check_together(parser: Parser, args: argparse.Namespace) -> None:
    """Refuse common options that exclude each other, wherever each of them stood."""
    if "demo" in args and "ledger" in args:
        parser.error("参数 --demo 和 --ledger 不能同时使用")


def group(commands: Commands, name: str, help_text: str) -> Commands:
    """A word that other commands follow, such as `task`."""
    parser: Parser = commands.add_parser(name, help=help_text, description=help_text)
    add_common(parser)
    return parser.add_subparsers(
        title="命令", metavar="命令", required=True, dest=f"{name}_command"
    )


def leaf(commands: Commands, name: str, run: Callable[..., int], help_text: str) -> Parser:
    """A command: `run` gets the session and the arguments, and answers with the exit code."""
    parser: Parser = commands.add_parser(name, help=help_text, description=help_text)
    add_common(parser)
    parser.set_defaults(run=run)
    return parser
