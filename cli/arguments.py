"""The arguments of every command: one parser for both faces."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cli import checking, evidence, paperlife, papers, papertext, plans, progress, tasks, work
from cli.options import add_common, check_together, group
from cli.usage import Parser

_DESCRIPTION = "落实台账。不写命令时打开窗口；写命令时不用窗口，打印结果后结束。"


def parser() -> Parser:
    """The whole command line."""
    whole = Parser(description=_DESCRIPTION)
    add_common(whole)
    commands = whole.add_subparsers(title="命令", metavar="命令", dest="command")
    plans.add(commands)
    task = group(commands, "task", "任务：列出、查看、承接、勾选、记录、分工、填报、延期、办结")
    for room in (tasks, work, progress):
        room.add(task)
    papers.add(commands)
    paper = group(commands, "paper", "文稿：拟稿、修改、送审、签发、编号、报送、作废")
    for shelf in (paperlife, papertext):
        shelf.add(paper)
    evidence.add(commands)
    checking.add(commands)
    return whole


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; wrong ones end the program with 2 and a sentence."""
    whole = parser()
    args = whole.parse_args(argv)
    check_together(whole, args)
    if "check" in args:
        args.check(args)
    return args
