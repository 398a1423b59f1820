"""`report`: papers printed into a folder, and recorded as issued where that is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cli.choosing import Chosen, add_choices, choose
from cli.options import Commands, leaf
from cli.session import Session
from cli.streams import say, warn
from models import commands
from models.errors import KnownError
from models.history import Work
from models.ledger import Ledger
from reports.files import write_paper

if TYPE_CHECKING:
    from reports.fonts import FontSet
    from reports.press import Paper


def add(commands: Commands) -> None:
    """Add the command."""
    parser = leaf(commands, "report", run, "打印文稿到文件夹，逐行列出写成的文件")
    add_choices(parser)
    options = parser.options
    options.add_argument("--out", required=True, type=Path, metavar="文件夹", help="没有时会新建")
    options.add_argument("--format", action="append", choices=("pdf", "xlsx"), help="可写两次")
    options.add_argument("--number", metavar="序号", help="发文字号的序号，如 36")
    options.add_argument("--signer", metavar="姓名", help="签发人")
    options.add_argument("--issue", action="store_true", help="登记为已报送，留存原件")
    options.add_argument("--overwrite", action="store_true", help="替换同名的旧文件")


def run(session: Session, args: argparse.Namespace) -> int:
    """Make the paper in every format asked for; nothing is written before all of them are made.

    Paths go to the standard output; what the paper lacks and what stood in goes to the other.
    """
    with session.writing() if "issue" in args else session.reading() as ledger:
        chosen = _with_head(choose(session, ledger, args), args)
        papers = _make(chosen, args)
        if "issue" in args:
            _issue(session, ledger, chosen, papers, args)
    if "issue" not in args:
        _write(papers, args)
    warn(*dict.fromkeys(remark for paper in papers.values() for remark in remarks(paper)))
    return 0


def _with_head(chosen: Chosen, args: argparse.Namespace) -> Chosen:
    """Number and signer; what is issued bears no （送审稿）, and somebody has signed it."""
    from reports.builders.progress import signers

    options = replace(
        chosen.options,
        document_number=getattr(args, "number", ""),
        signers=(args.signer,) if "signer" in args else None,
    )
    if "issue" in args:
        signed = options.signers or signers(chosen.rows, options)
        if not "".join(signed).strip():
            raise KnownError("没有签发人，没有登记报送，也没有写出文件；请加 --signer。")
        options = replace(options, draft=False, signers=signed)
    return replace(chosen, options=options)


def _make(chosen: Chosen, args: argparse.Namespace) -> dict[str, Paper]:
    # Late: the PDF library and the fonts are heavy, and most commands need neither.
    from reports import press

    formats = dict.fromkeys(getattr(args, "format", chosen.kind.formats))
    if "issue" in args and "pdf" not in formats:
        raise KnownError("登记报送要留存 PDF，没有写出文件；请加 --format pdf。")
    fonts = load_machine_fonts()
    return {
        each: press.make(chosen.kind.id, chosen.rows, chosen.options, fonts, format=each)
        for each in formats
    }


def load_machine_fonts() -> FontSet:
    """Load the official fonts of the machine, else the bundled ones."""
    # Late: most commands need no fonts.
    from reports.fonts import font_folders, load_fonts

    return load_fonts(font_folders(sys.platform, os.environ, Path.home()))


def _write(papers: dict[str, Paper], args: argparse.Namespace) -> None:
    for paper in papers.values():
        written = write_paper(paper.content, paper.name, args.out, overwrite="overwrite" in args)
        say(str(written.path))
        warn(*filter(None, [written.notice]))


def _issue(
    session: Session,
    ledger: Ledger,
    chosen: Chosen,
    papers: dict[str, Paper],
    args: argparse.Namespace,
) -> None:
    """--issue: the paper goes into the ledger as issued, in one change with its files."""
    from reports.choices import to_json
    from reports.document import OfficialDocument
    from reports.lifecycle import full_number, version_of
    from reports.press import draft

    rows, options = chosen.rows, chosen.options
    document = draft(chosen.kind.id, rows, options).document
    number = full_number(
        document, rows.bureau.issuer_code, options.date.year, getattr(args, "number", "")
    )
    text = version_of(document) if isinstance(document, OfficialDocument) else ()
    section_id = rows.section.id if rows.section else None
    kept = to_json(replace(options, document_number="", draft=None))

    def issue(work: Work) -> None:
        commands.start_paper(
            work,
            rows.plan.id,
            chosen.kind.id,
            document.plain_title,
            rows.period.period,
            section_id,
            options.task,
            kept,
        )
        paper_id = work.new_id or 0
        commands.sign_paper(work, paper_id, "、".join(options.signers or ()), passages=text)
        if number:
            commands.number_paper(work, paper_id, number)
        commands.issue_paper(work, paper_id, papers["pdf"].content, papers["pdf"].name)
        # Last, and inside the change: when the files cannot be written, nothing is recorded.
        _write(papers, args)

    change = ledger.do(session.actor, issue)
    warn(*change.notices, f"{change.label}（文稿{change.new_id}）")


def remarks(paper: Paper) -> Sequence[str]:
    """What a person should look at before the paper goes out."""
    return [*(each.sentence for each in (*paper.lacking, *paper.warnings)), *paper.substitutions]
