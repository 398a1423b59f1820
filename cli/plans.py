"""`plan`: the plans of the ledger, and reading a plan document without saving it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from cli import taking, yearly
from cli.options import Commands, group, leaf
from cli.session import Session
from cli.streams import columns, say, say_json, warn
from models import queries
from models.errors import KnownError
from models.intake.as_json import as_json
from models.intake.draft import PlanDraft, TaskDraft
from models.text import proper


def add(commands: Commands) -> None:
    """Add the commands."""
    plan = group(commands, "plan", "工作要点：列出、查看、试读、存入、修订、结转")
    leaf(plan, "list", list_plans, "列出台账里的工作要点")
    show = leaf(plan, "show", show_plan, "查看一份工作要点")
    show.options.add_argument("--json", action="store_true", help="输出 JSON，文字与来文一致")
    read = leaf(plan, "read", read_document, "试读一份工作要点文件，不存入台账")
    read.words.add_argument("source", metavar="文件", help="工作要点文件；- 表示从标准输入读")
    read.options.add_argument("--json", action="store_true", help="输出 JSON，文字与来文一致")
    original = leaf(
        plan, "original", write_originals, "把工作要点的原件写到文件夹，逐行列出写成的文件"
    )
    original.options.add_argument(
        "--out", required=True, type=Path, metavar="文件夹", help="没有时会新建"
    )
    original.options.add_argument("--overwrite", action="store_true", help="替换同名的旧文件")
    taking.add(plan)
    yearly.add(plan)


def list_plans(session: Session, _args: argparse.Namespace) -> int:
    """One line a plan: year, number, title."""
    with session.reading() as ledger:
        plans = ledger.ask(queries.plans)
    if not plans:
        warn("台账里还没有工作要点。")
        return 0
    say(*columns([str(plan.year), plan.document_number, proper(plan.title)] for plan in plans))
    return 0


def show_plan(session: Session, args: argparse.Namespace) -> int:
    """One plan as it was received."""
    with session.reading() as ledger:
        draft = ledger.ask(queries.draft_of, session.plan(ledger).id)
    _print(draft, "json" in args)
    return 0


def write_originals(session: Session, args: argparse.Namespace) -> int:
    """The files that a plan came as, its revisions included."""
    from reports.files import write_paper

    with session.reading() as ledger:
        kept = ledger.ask(queries.plan_evidence, session.plan(ledger).id)
        files = [ledger.ask(queries.evidence_content, row.id) for row in kept if row.sha256]
    if not files:
        raise KnownError("这份工作要点没有留存原件，没有写出文件。")
    for name, content in files:
        written = write_paper(content, name, args.out, overwrite="overwrite" in args)
        say(str(written.path))
        warn(*filter(None, [written.notice]))
    return 0


def read_document(session: Session, args: argparse.Namespace) -> int:
    """A document's draft and its findings; nothing is saved. One that is there already is said."""
    draft, _, _ = taking.read_source(args.source, session)
    _print(draft, "json" in args)
    if session.demo or session.path.exists():
        _say_when_known(session, draft)
    return 0


def _say_when_known(session: Session, draft: PlanDraft) -> None:
    """Not among the results: those are the document alone, whatever the ledger holds."""
    try:
        with session.reading() as ledger:
            revision = ledger.ask(queries.recognised_plan, draft)
    except KnownError as error:
        warn(str(error))
        return
    if revision is not None:
        warn(*taking.revision_lines(revision))


def _print(draft: PlanDraft, as_one_object: bool) -> None:
    if as_one_object:
        say_json(as_json(draft))
    else:
        say(*_lines(draft))


def _lines(draft: PlanDraft) -> Iterator[str]:
    yield proper(draft.title)
    yield f"发文字号：{draft.document_number}"
    yield f"发文机关：{'、'.join(draft.issuers)}"
    yield f"主送机关：{'、'.join(draft.addressees)}"
    yield f"成文日期：{draft.issued_on or ''}"
    yield from _task_lines(draft.tasks, 0)
    for part in draft.parts:
        yield f"{part.number}、{proper(part.title)}"
        yield from _task_lines(part.tasks, 1)
        for item in part.items:
            yield f"  {item.number}{proper(item.title)}"
            yield from _task_lines(item.tasks, 2)
    for finding in draft.findings:
        yield f"第{finding.line}行：{finding.reason}：{finding.text}"


def _task_lines(tasks: tuple[TaskDraft, ...], depth: int) -> Iterator[str]:
    for task in tasks:
        units = f"（{'、'.join(task.lead_units)}）" if task.lead_units else ""
        yield f"{'  ' * depth}{task.position}. {proper(task.text)}{units}"
