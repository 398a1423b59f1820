"""Which paper is meant: its kind, period, task or section, and the choices that options make."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cli.session import Session
from cli.usage import Parser
from models import queries
from models.ledger import Ledger
from models.periods import Period, PeriodKind
from models.rows import ReportRows
from reports.catalogue import PAPERS, PaperKind

if TYPE_CHECKING:
    from reports.options import PaperOptions

_KINDS = {kind.id: kind for kind in PAPERS}


@dataclass(frozen=True)
class Chosen:
    """A paper about to be composed; `options` are the person's choices, without number and state."""

    kind: PaperKind
    rows: ReportRows
    options: PaperOptions


def add_choices(parser: Parser) -> None:
    """Add the kind of the paper and the options that say what it is about."""
    parser.words.add_argument(
        "paper",
        choices=list(_KINDS),
        help="，".join(f"{kind.id} {kind.title}" for kind in PAPERS),
    )
    options = parser.options
    options.add_argument("--period", metavar="填报期", help="如 2021-H1、2021-03；提醒单可不写")
    options.add_argument("--form", choices=("letterhead", "plain"), help="文件格式，或无版头材料")
    options.add_argument("--section", metavar="科室", help="只印一个科室（台账、分解表）")
    options.add_argument("--task", metavar="任务", help="提醒哪一项任务，如 4、增1（提醒单）")
    options.add_argument("--figure", action="store_true", help="附总览图（进展情况报告）")
    options.add_argument("--office", action="store_true", help="由办公室印发（通报）")
    options.add_argument("--ranking", action="store_true", help="科室排位次（通报）")
    parser.set_defaults(check=partial(_refuse_what_does_not_fit, parser))


def choose(session: Session, ledger: Ledger, args: argparse.Namespace) -> Chosen:
    """Read the ledger for the paper asked for."""
    from reports.document import Form
    from reports.options import PaperOptions

    kind = _KINDS[args.paper]
    plan = session.plan(ledger)
    period = _period(ledger, args, session.day)
    task_id = ledger.ask(queries.find_task, plan.id, args.task) if "task" in args else None
    section = getattr(args, "section", None)
    section_id = None if section is None else ledger.ask(queries.section_named, section).id
    rows = ledger.ask(queries.report_rows, plan.id, period, session.day, section_id)
    options = PaperOptions(
        date=session.day,
        form=Form(args.form) if "form" in args else None,
        task=task_id,
        figure="figure" in args,
        issuer_office="office" in args,
        ranking="ranking" in args,
    )
    return Chosen(kind, rows, options)


def _refuse_what_does_not_fit(parser: Parser, args: argparse.Namespace) -> None:
    """Wrong usage: an option that this kind of paper needs and lacks, or has no use for."""
    kind = _KINDS[args.paper]
    if "section" in args and not kind.has_section:
        parser.error(f"{kind.title}不分科室，请去掉 --section")
    if "figure" in args and kind.id != "progress":
        parser.error(f"{kind.title}不附总览图，请去掉 --figure")
    if kind.needs_task and "task" not in args:
        parser.error(f"{kind.title}要写明任务，请加 --task，如 --task 4")
    if "task" in args and not kind.needs_task:
        parser.error(f"{kind.title}不分任务，请去掉 --task")
    if "period" not in args and not kind.needs_task:
        parser.error(f"{kind.title}要写明填报期，请加 --period，如 2021-H1")


def _period(ledger: Ledger, args: argparse.Namespace, day: dt.date) -> Period:
    """The period asked for, else the month whose 数据截止日 has not passed on that day."""
    if "period" in args:
        return Period.parse(args.period)
    month = Period.of(PeriodKind.MONTH, day)
    if ledger.ask(queries.period_row, month).cutoff_on < day:
        month = Period.of(PeriodKind.MONTH, month.last_day + dt.timedelta(days=1))
    return month
