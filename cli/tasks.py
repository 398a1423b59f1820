"""`task list` and `task show`: the tasks as they stand on a day."""

from __future__ import annotations

import argparse

from cli.jsonrows import detail_json, task_json
from cli.options import Commands, leaf
from cli.session import Session
from cli.showing import detail_lines, former_lines, task_cells
from cli.streams import columns, say, say_json, warn
from models import queries
from models.rules import Light


def add(tasks: Commands) -> None:
    """Add the commands to `task`."""
    listing = leaf(tasks, "list", list_tasks, "列出任务")
    listing.options.add_argument(
        "--light", choices=[light.value for light in Light], help="只列某种亮灯的任务"
    )
    listing.options.add_argument("--json", action="store_true", help="输出 JSON")
    show = leaf(tasks, "show", show_task, "查看一项任务")
    show.words.add_argument("task", metavar="任务", help="第几项任务，如 4；本地任务如 增1")
    show.options.add_argument("--json", action="store_true", help="输出 JSON")


def list_tasks(session: Session, args: argparse.Namespace) -> int:
    """One line a task; only adopted tasks have a light."""
    with session.reading() as ledger:
        tree = ledger.ask(queries.tree, session.plan(ledger).id, session.day)
    tasks = tree.tasks
    if "light" in args:
        light = Light(args.light)
        tasks = tuple(task for task in tasks if task.light is light)
    if "json" in args:
        say_json([task_json(task) for task in tasks])
    elif tasks:
        say(*columns(map(task_cells, tasks)))
    else:
        warn("没有这样的任务。")
    return 0


def show_task(session: Session, args: argparse.Namespace) -> int:
    """One task with everything that belongs to it."""
    with session.reading() as ledger:
        task_id = ledger.ask(queries.find_task, session.plan(ledger).id, args.task)
        detail = ledger.ask(queries.task_detail, task_id, session.day)
        former = ledger.ask(queries.former_tasks, task_id)
    if "json" in args:
        say_json(detail_json(detail))
    else:
        say(*detail_lines(detail), *former_lines(former))
    return 0
