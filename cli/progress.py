"""`task progress`, `extend`, `complete`, `close` and `send-back`: what is said of a task's course."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from cli.options import Commands, day, leaf
from cli.session import Session
from cli.streams import given
from cli.usage import Parser
from cli.work import find
from models import commands, queries
from models.commands import EntryDraft
from models.errors import KnownError
from models.periods import Period
from models.rules import Status

_SAYABLE = ("not-started", "doing", "ongoing", "suspended")


def add(tasks: Commands) -> None:
    """Add the commands to `task`."""
    _add_progress(leaf(tasks, "progress", progress, "填报进展情况"))
    extending = _on_task(leaf(tasks, "extend", extend, "延期"))
    extending.options.add_argument(
        "--to", type=day, required=True, metavar="日期", help="新的完成时限"
    )
    extending.options.add_argument("--reason", required=True, metavar="原因", help="延期的原因")
    extending.options.add_argument("--progress", metavar="文字", help="目前进展")
    extending.options.add_argument("--agreed-by", metavar="姓名", help="谁同意的")
    extending.options.add_argument("--agreed-on", type=day, metavar="日期", help="哪天同意的")
    completing = _on_task(leaf(tasks, "complete", complete, "办结"))
    completing.options.add_argument("--on", type=day, metavar="日期", help="办结日期")
    completing.options.add_argument("--proof", metavar="文字", help="以什么证明办结")
    closing = _on_task(leaf(tasks, "close", close, "销号"))
    closing.options.add_argument("--checker", required=True, metavar="姓名", help="核验人")
    closing.options.add_argument("--on", type=day, metavar="日期", help="销号日期")
    returning = _on_task(leaf(tasks, "send-back", send_back, "退回"))
    returning.options.add_argument("--reason", required=True, metavar="理由", help="退回的理由")
    returning.options.add_argument("--on", type=day, metavar="日期", help="退回日期")


def _on_task(parser: Parser) -> Parser:
    parser.words.add_argument("task", metavar="任务", help="第几项任务，如 4、增1")
    return parser


def _add_progress(parser: Parser) -> None:
    parser.words.add_argument("task", metavar="任务", help="第几项任务或举措，如 4、4.2、增1")
    options = parser.options
    options.add_argument("--period", required=True, metavar="填报期", help="如 2021-H1、2021-03")
    options.add_argument("--status", choices=_SAYABLE, help="未启动、推进中、持续推进、暂缓")
    options.add_argument("--percent", type=float, metavar="数", help="完成进度，0 到 100")
    options.add_argument("--text", metavar="文字", help="进展情况；- 表示从标准输入读")
    options.add_argument("--problems", metavar="文字", help="存在问题")
    options.add_argument("--next", metavar="文字", help="下一步打算")


def progress(session: Session, args: argparse.Namespace) -> int:
    """Write what was done in a period."""
    period = Period.parse(args.period)
    text = getattr(args, "text", None)
    draft = EntryDraft(
        text=None if text is None else given(text),
        problems=getattr(args, "problems", None),
        next_steps=getattr(args, "next", None),
        status=Status(args.status) if "status" in args else None,
        percent=getattr(args, "percent", None),
    )
    if draft == EntryDraft():
        raise KnownError("没有要填的内容，没有改动；请写明 --text、--status、--percent 等。")
    with session.writing() as ledger:
        task_id, measure = find(session, ledger, args.task)
        measure_id = measure.id if measure else None
        session.do(ledger, commands.write_progress, task_id, period, draft, measure_id=measure_id)
    return 0


def extend(session: Session, args: argparse.Namespace) -> int:
    """延期: a new deadline with its reason and who agreed."""
    said = _given(args, "progress", "agreed_by", "agreed_on")
    return _say(session, args, commands.extend, new_due=args.to, reason=args.reason, **said)


def complete(session: Session, args: argparse.Namespace) -> int:
    """办结: the doer says done."""
    return _say(session, args, commands.complete, **_given(args, "on", "proof"))


def close(session: Session, args: argparse.Namespace) -> int:
    """销号: the checker accepts."""
    return _say(session, args, commands.close, **_given(args, "checker", "on"))


def send_back(session: Session, args: argparse.Namespace) -> int:
    """退回: the checker does not accept."""
    return _say(session, args, commands.send_back, **_given(args, "reason", "on"))


def _given(args: argparse.Namespace, *names: str) -> dict[str, Any]:
    return {name: getattr(args, name) for name in names if name in args}


def _say(
    session: Session,
    args: argparse.Namespace,
    verb: Callable[..., None],
    **said: Any,  # noqa: ANN401 (the verb's own arguments)
) -> int:
    with session.writing() as ledger:
        task_id = ledger.ask(queries.find_task, session.plan(ledger).id, args.task)
        session.do(ledger, verb, task_id, **said)
    return 0
