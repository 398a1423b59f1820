"""argparse in Chinese: headings of the help, and sentences for wrong usage (exit 2)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

_SENTENCES = (
    (r"the following arguments are required: (.+)", "缺少参数：{}"),
    (r"unrecognized arguments: (.+)", "不认识的参数：{}"),
    (r"argument (.+?): expected one argument", "参数 {} 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", "参数 {} 后面至少要写一个值"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "参数 {} 没有 {}，可选：{}"),
    (r"argument (.+?): not allowed with argument (.+)", "参数 {} 和 {} 不能同时使用"),
    (r"argument (.+?): invalid float value: (.+)", "参数 {} 应为数字，不能是 {}"),
    (r"argument (.+?): invalid int value: (.+)", "参数 {} 应为整数，不能是 {}"),
    (r"argument (.+?): ignored explicit argument (.+)", "参数 {} 不带值，多出了 {}"),
    (r"argument (.+?): (.+)", "参数 {}：{}"),
)


class _Formatter(argparse.HelpFormatter):
    """The usual help with a Chinese heading before the usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese; options are written out, never shortened.

    Every option is left out of the result when it is not given, so that the same option may stand
    before or after the command.
    """

    def __init__(
        self, *, prog: str | None = None, description: str | None = None, with_help: bool = True
    ) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_Formatter,
            argument_default=argparse.SUPPRESS,
            allow_abbrev=False,
            add_help=False,
        )
        self.words = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        if with_help:
            self.options.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Say in one sentence what is wrong, and end with 2."""
        self.exit(2, f"{sentence(message)}；写法见 {self.prog} --help。\n")


def sentence(message: str) -> str:
    """The parser's message in Chinese; one that is Chinese already stays as it is."""
    for pattern, wording in _SENTENCES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return wording.format(*match.groups())
    return message
