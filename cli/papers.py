"""`report`: papers printed into a folder."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import Commands, leaf
from cli.session import Session
from cli.streams import say, warn
from models import commands, queries
from models.errors import KnownError
from models.history import Work
from models.ledger import Ledger
from models.periods import Period, PeriodKind
from models.rows import ReportRows
from reports.catalogue import PAPERS, PaperKind
from reports.files import write_paper

if TYPE_CHECKING:
    from reports.fonts import FontSet
    from reports.press import Paper

_KINDS = {kind.id: kind for kind in PAPERS}


def add(commands: Commands) -> None:
    """Add the command."""
    parser = leaf(commands, "report", run, "打印文稿到文件夹，逐行列出写成的文件")
    parser.words.add_argument(
        "paper",
        choices=list(_KINDS),
        help="，".join(f"{kind.id} {kind.title}" for kind in PAPERS),
    )
    options = parser.options
    options.add_argument("--period", metavar="填报期", help="如 2021-H1、2021-03；提醒单可不写")
    options.add_argument("--out", required=True, type=Path, metavar="文件夹", help="没有时会新建")
    options.add_argument("--form", choices=("letterhead", "plain"), help="文件格式，或无版头材料")
    options.add_argument("--section", metavar="科室", help="只印一个科室（台账、分解表）")
    options.add_argument("--task", metavar="任务", help="提醒哪一项任务，如 4、增1（提醒单）")
    options.add_argument("--office", action="store_true", help="由办公室印发（通报）")
    options.add_argument("--ranking", action="store_true", help="科室排位次（通报）")
    options.add_argument("--format", action="append", choices=("pdf", "xlsx"), help="可写两次")
    options.add_argument("--number", metavar="序号", help="发文字号的序号，如 36")
    options.add_argument("--signer", metavar="姓名", help="签发人")
    options.add_argument("--issue", action="store_true", help="登记为已报送，留存原件")
    options.add_argument("--overwrite", action="store_true", help="替换同名的旧文件")


def run(session: Session, args: argparse.Namespace) -> int:
    """Make the paper in every format asked for; nothing is written before all of them are made.

    Paths go to the standard output; what the paper lacks and what stood in goes to the other.
    """
    kind = _KINDS[args.paper]
    _refuse_what_does_not_fit(kind, args)
    with session.writing() if "issue" in args else session.reading() as ledger:
        plan = session.plan(ledger)
        period = _period(ledger, args, session.day)
        task_id = ledger.ask(queries.find_task, plan.id, args.task) if "task" in args else None
        section = getattr(args, "section", None)
        section_id = None if section is None else ledger.ask(queries.section_named, section).id
        rows = ledger.ask(queries.report_rows, plan.id, period, session.day, section_id)
        papers = _make(rows, args, session, task_id)
        if "issue" in args:
            _record(session, ledger, rows, args, papers[0])
    for paper in papers:
        written = write_paper(paper.content, paper.name, args.out, overwrite="overwrite" in args)
        say(str(written.path))
        warn(*filter(None, [written.notice]))
    warn(*dict.fromkeys(remark for paper in papers for remark in _remarks(paper)))
    return 0


def _refuse_what_does_not_fit(kind: PaperKind, args: argparse.Namespace) -> None:
    if "section" in args and not kind.has_section:
        raise KnownError(f"{kind.title}不分科室，没有写出文件；请去掉 --section。")
    if kind.needs_task and "task" not in args:
        raise KnownError(f"{kind.title}要写明任务，没有写出文件；请加 --task，如 --task 4。")
    if "task" in args and not kind.needs_task:
        raise KnownError(f"{kind.title}不分任务，没有写出文件；请去掉 --task。")
    if "period" not in args and not kind.needs_task:
        raise KnownError(f"{kind.title}要写明填报期，没有写出文件；请加 --period，如 2021-H1。")


def _period(ledger: Ledger, args: argparse.Namespace, day: dt.date) -> Period:
    """The period asked for, else the month whose 数据截止日 has not passed on that day."""
    if "period" in args:
        return Period.parse(args.period)
    month = Period.of(PeriodKind.MONTH, day)
    if ledger.ask(queries.period_row, month).cutoff_on < day:
        month = Period.of(PeriodKind.MONTH, month.last_day + dt.timedelta(days=1))
    return month


def _make(
    rows: ReportRows, args: argparse.Namespace, session: Session, task_id: int | None
) -> list[Paper]:
    # Late: the PDF library and the fonts are heavy, and most commands need neither.
    from reports import press
    from reports.document import Form
    from reports.options import PaperOptions

    options = PaperOptions(
        date=session.day,
        form=Form(args.form) if "form" in args else None,
        document_number=getattr(args, "number", ""),
        signers=(args.signer,) if "signer" in args else None,
        task=task_id,
        issuer_office="office" in args,
        ranking="ranking" in args,
    )
    fonts = load_machine_fonts()
    formats = getattr(args, "format", _KINDS[args.paper].formats)
    return [
        press.make(args.paper, rows, options, fonts, format=each) for each in dict.fromkeys(formats)
    ]


def load_machine_fonts() -> FontSet:
    """Load the official fonts of the machine, else the bundled ones."""
    # Late: most commands need no fonts.
    from reports.fonts import font_folders, load_fonts

    return load_fonts(font_folders(sys.platform, os.environ, Path.home()))


def _record(
    session: Session, ledger: Ledger, rows: ReportRows, args: argparse.Namespace, paper: Paper
) -> None:
    """--issue: the paper with its number goes into the ledger as issued, in one change."""
    from reports.builders.titles import document_number

    bureau, year = rows.bureau, session.day.year
    number = document_number(bureau.issuer_code, year, getattr(args, "number", ""))
    signer = getattr(args, "signer", "") or "".join(bureau.signers[:1])

    def issue(work: Work) -> None:
        title = Path(paper.name).stem
        section_id = rows.section.id if rows.section else None
        commands.start_paper(work, rows.plan.id, args.paper, title, rows.period.period, section_id)
        paper_id = work.new_id or 0
        commands.sign_paper(work, paper_id, signer)
        if "number" in args:
            commands.number_paper(work, paper_id, number)
        commands.issue_paper(work, paper_id, paper.content, paper.name)

    session.do(ledger, issue)


def _remarks(paper: Paper) -> list[str]:
    """What a person should look at before the paper goes out."""
    return [*(each.sentence for each in (*paper.lacking, *paper.warnings)), *paper.substitutions]
