"""`plan add`: a plan document taken into the ledger, as a new plan or as a revision of one."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import Commands, day, leaf
from cli.session import Session
from cli.streams import columns, say, warn
from cli.yearly import accept_all, carry_over
from models import queries
from models.errors import KnownError
from models.files import read_file
from models.ledger import Ledger
from models.periods import Period
from models.text import proper

if TYPE_CHECKING:
    from models.intake.draft import PlanDraft
    from models.planrows import PlanRevision

_COURSES = {"kept": "不变", "changed": "改动", "added": "新增", "removed": "删除"}
_PASTED = "粘贴.txt"


def add(plan: Commands) -> None:
    """Add the command."""
    adding = leaf(plan, "add", add_document, "把一份工作要点文件存入台账，原件一并留存")
    adding.words.add_argument("source", metavar="文件", help="工作要点文件；- 表示从标准输入读")
    options = adding.options
    options.add_argument("--as-revision", action="store_true", help="按修订存入：改动已有的一份")
    options.add_argument("--as-new", action="store_true", help="内容相近也另存一份")
    options.add_argument("--only", metavar="序号", help="修订时只改这些，如 3,7,新6")
    options.add_argument("--received-on", type=day, metavar="日期", help="收文日期")
    options.add_argument("--received-number", metavar="编号", help="收文编号")
    options.add_argument(
        "--own-table", action="store_true", help="按本单位的台账填好承接、分工和进展"
    )
    options.add_argument("--no-own-table", action="store_true", help="不按本单位的台账填写")
    options.add_argument("--period", metavar="填报期", help="台账里的进展记入哪一期，如 2021-06")
    options.add_argument(
        "--carry-over", metavar="序号", help="结转上年未完成的任务，如 9,12=3；“全部”为所有"
    )
    options.add_argument("--accept", action="store_true", help="采纳上年相近任务的承接、分工和改写")


def read_source(source: str, session: Session) -> tuple[PlanDraft, str, bytes]:
    """The draft of a file (or of the standard input), with its name and its bytes."""
    from models.intake import read_plan
    from models.intake.readers.office import find_office

    if source == "-":
        name, data, office = _PASTED, sys.stdin.buffer.read(), None
    else:
        path = Path(source)
        name, data, office = path.name, read_file(path), find_office()
    return read_plan(data, name, office, session.day.year), name, data


def add_document(session: Session, args: argparse.Namespace) -> int:
    """Save the document, all at once, and say what was done; nothing is saved by halves."""
    from models import commands

    draft, name, data = read_source(args.source, session)
    source = commands.SourceFile(name, data)
    with session.writing() as ledger:
        revision = ledger.ask(queries.recognised_plan, draft)
        if "as_revision" in args:
            _revise(session, ledger, args, draft, source, revision)
            return 0
        if revision is not None and "as_new" not in args:
            raise _already_there(revision)
        said = io.StringIO()
        # What is taken back when a later step is refused must not have been said.
        with contextlib.redirect_stdout(said), ledger.together():
            _take(session, ledger, args, draft, source)
        say(*said.getvalue().splitlines())
    warn(*_findings(draft))
    return 0


def _take(
    session: Session, ledger: Ledger, args: argparse.Namespace, draft: PlanDraft, source: object
) -> None:
    from models import commands

    own = "own_table" in args or ledger.ask(queries.own_table, draft)
    change = ledger.do(
        session.actor,
        commands.take_plan,
        draft,
        source,
        getattr(args, "received_on", None),
        getattr(args, "received_number", ""),
        own and "no_own_table" not in args,
        Period.parse(args.period) if "period" in args else None,
    )
    say(change.label, *change.notices)
    plan_id = change.new_id or 0
    # 结转 first: a task that goes on is the bureau's already, and proposals leave it as it is.
    if "carry_over" in args:
        carry_over(session, ledger, plan_id, args.carry_over)
    if "accept" in args:
        accept_all(session, ledger, plan_id)


def _revise(
    session: Session,
    ledger: Ledger,
    args: argparse.Namespace,
    draft: PlanDraft,
    source: object,
    revision: PlanRevision | None,
) -> None:
    from models import commands

    if session.plan_key or revision is None:
        revision = ledger.ask(queries.compare_with, session.plan(ledger).id, draft)
    say(*revision_lines(revision))
    steps = _chosen(revision, getattr(args, "only", ""))
    session.do(ledger, commands.revise_plan, revision.plan.id, draft, steps, source)


def _chosen(revision: PlanRevision, only: str) -> list[tuple[int | None, int | None]]:
    """The steps that `--only` names: numbers of the ledger's tasks, 新6 for the document's own."""
    names = [each.strip() for each in only.replace("，", ",").split(",") if each.strip()]
    known = {_name(step.label, step.position): step for step in revision.changes}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise KnownError(
            f"修订里没有第{'、'.join(unknown)}项的改动，没有存入；请先用 plan read 查看。"
        )
    steps = [known[name] for name in names] if names else revision.steps
    return [(step.task_id, step.position) for step in steps]


def _name(label: str, position: int | None) -> str:
    return label or f"新{position}"


def revision_lines(revision: PlanRevision) -> Iterator[str]:
    """What a document that is recognised would change, a line a task."""
    plan, changes = revision.plan, revision.changes
    yield f"与台账里的《{proper(plan.title)}》{plan.document_number}是同一份，改动{len(changes)}项。"
    yield from columns(
        [
            _COURSES[step.course],
            _name(step.label, step.position),
            "、".join(step.what),
            _shortened(proper(step.new_text or step.old_text)),
        ]
        for step in changes
    )


def _shortened(text: str, longest: int = 40) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _already_there(revision: PlanRevision) -> KnownError:
    name = revision.plan.document_number or f"《{proper(revision.plan.title)}》"
    changed = len(revision.changes)
    if not changed:
        return KnownError(f"{name}已经在台账里，内容没有不同，没有重复存入。")
    return KnownError(
        f"{name}已经在台账里，没有重复存入；这份文件与它有{changed}项不同，"
        "按修订存入请加 --as-revision，确实是另一份请加 --as-new。"
    )


def _findings(draft: PlanDraft) -> Iterator[str]:
    if draft.findings:
        yield f"有{len(draft.findings)}处没有读准，已随工作要点留存，请用 plan read 查看。"
