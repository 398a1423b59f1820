"""Wrong usage ends with 2 and one Chinese sentence; options stand before or after the command."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

import pytest

from cli.arguments import parse, parser
from cli.usage import Parser

if TYPE_CHECKING:
    from tests.cli.conftest import Commands

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no-such-command",
        "task",
        "task adopt 11",
        "task adopt 11 --role mine",
        "task tick",
        "task progress 4",
        "task list --light pink",
        "task assign 4 --due 2021-02-30",
        "task progress 4 --period 2021-H1 --percent viel",
        "report letter --period 2021-H1 --out x",
        "report progress --period 2021-H1",
        "plan show --date gestern",
        "plan show --date 20210630",
        "plan show --date 2021-W25-5",
        "plan show --date 2021-6-30",
        "plan list --demo --ledger x.luoshi",
        "check --no-such-option",
        "check --dem",
        "plan list --ledger",
        "task tick 4.2 --off=yes",
    ],
)
def test_wrong_usage_is_one_chinese_sentence(run: Commands, words: str) -> None:
    done = run.bare(*words.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert CHINESE.search(done.err)
    assert not re.search(r"argument|required|invalid|choose|unrecognized|expected", done.err)


@pytest.mark.parametrize("words", [["--help"], ["task", "--help"], ["report", "-h"]])
def test_the_help_is_chinese(run: Commands, words: list[str]) -> None:
    done = run.bare(*words)
    assert done.code == 0
    assert done.out.startswith("用法：")
    assert "选项" in done.out
    assert not re.search(r"usage:|options:|positional|show this", done.out)


@pytest.mark.parametrize(
    "words",
    [
        "--plan 2021 --operator 张三 --date 2021-06-25 task show 4",
        "task --plan 2021 --operator 张三 --date 2021-06-25 show 4",
        "task show 4 --plan 2021 --operator 张三 --date 2021-06-25",
        "--plan 2021 task --operator 张三 show --date 2021-06-25 4",
    ],
)
def test_common_options_stand_anywhere(words: str) -> None:
    args = parse(words.split())
    assert (args.plan, args.operator, args.date.isoformat()) == ("2021", "张三", "2021-06-25")


def test_the_option_nearest_to_the_command_counts() -> None:
    assert parse(["--plan", "2020", "plan", "show", "--plan", "2021"]).plan == "2021"


def leaves(whole: argparse.ArgumentParser) -> list[Parser]:
    found: list[Parser] = []
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                found += leaves(each)
    return found or [whole]  # type: ignore[list-item]


def test_every_command_and_option_says_what_it_is_for() -> None:
    commands = leaves(parser())
    assert len(commands) == 47
    for command in commands:
        assert CHINESE.search(command.description or ""), command.prog
        silent = [action.dest for action in command._actions if not (action.help or action.choices)]
        assert silent == [], command.prog
