"""`evidence`: 佐证材料 listed, and exported as folders with their 清单."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.jsonrows import plain
from cli.options import Commands, group, leaf
from cli.session import Session
from cli.streams import columns, say, say_json, warn
from cli.usage import Parser
from models import queries
from models.errors import KnownError
from models.ledger import Ledger
from models.periods import Period, PeriodKind
from models.rows import ReportRows
from models.text import proper
from reports.export import export_evidence
from reports.files import write_paper
from reports.pieces import Choice, Piece, pieces


def add(commands: Commands) -> None:
    """Add the commands."""
    evidence = group(commands, "evidence", "佐证材料：列出、导出")
    listing = leaf(evidence, "list", list_evidence, "列出佐证材料")
    listing.options.add_argument("--json", action="store_true", help="输出 JSON")
    _add_choice(listing)
    exporting = leaf(evidence, "export", export, "导出佐证材料和清单到文件夹，逐行列出写成的文件")
    exporting.options.add_argument(
        "--out", required=True, type=Path, metavar="文件夹", help="没有时会新建"
    )
    exporting.options.add_argument("--overwrite", action="store_true", help="替换同名的旧文件")
    _add_choice(exporting)


def _add_choice(parser: Parser) -> None:
    options = parser.options
    options.add_argument("--task", action="append", metavar="任务", help="如 38、增1；可写多次")
    options.add_argument("--section", action="append", metavar="科室", help="可写多次")
    options.add_argument("--period", action="append", metavar="填报期", help="形成于该期；可写多次")


def list_evidence(session: Session, args: argparse.Namespace) -> int:
    """One line a piece, with the number that its file would have."""
    with session.reading() as ledger:
        rows, choice = _asked(session, ledger, args)
    chosen = pieces(rows, choice)
    if "json" in args:
        say_json([_json(piece) for piece in chosen])
    elif chosen:
        say(*columns(_cells(piece) for piece in chosen))
    else:
        warn("没有这样的佐证材料。")
    return 0


def export(session: Session, args: argparse.Namespace) -> int:
    """The files, then the list as PDF and workbook; 1 when a file had to be left out."""
    with session.reading() as ledger:
        rows, choice = _asked(session, ledger, args)
        chosen = pieces(rows, choice)
        if not chosen:
            raise KnownError("没有这样的佐证材料，没有写出文件；请换一个任务、科室或填报期。")
        replace = "overwrite" in args
        done = export_evidence(
            chosen,
            lambda evidence_id: ledger.ask(queries.evidence_content, evidence_id),
            args.out,
            overwrite=replace,
        )
    say(*map(str, done.paths))
    warn(*done.notices)
    remarks = _write_lists(rows, choice, session, args.out, replace=replace)
    warn(*dict.fromkeys(remarks), *done.problems)
    return 1 if done.problems else 0


def _write_lists(
    rows: ReportRows, choice: Choice, session: Session, folder: Path, *, replace: bool
) -> list[str]:
    # Late: the PDF library and the fonts are heavy, and most commands need neither.
    from cli.papers import load_machine_fonts
    from reports import press
    from reports.options import PaperOptions

    options, fonts = PaperOptions(date=session.day, evidence=choice), load_machine_fonts()
    remarks: list[str] = []
    for format_ in ("pdf", "xlsx"):
        paper = press.make("evidence", rows, options, fonts, format=format_)
        written = write_paper(paper.content, paper.name, folder, overwrite=replace)
        say(str(written.path))
        remarks += [written.notice] if written.notice else []
        remarks += [each.sentence for each in paper.lacking]
        remarks += paper.substitutions
    return remarks


def _asked(session: Session, ledger: Ledger, args: argparse.Namespace) -> tuple[ReportRows, Choice]:
    plan_id = session.plan(ledger).id
    choice = Choice(
        tuple(ledger.ask(queries.find_task, plan_id, each) for each in getattr(args, "task", ())),
        tuple(ledger.ask(queries.section_named, each).id for each in getattr(args, "section", ())),
        tuple(map(Period.parse, getattr(args, "period", ()))),
    )
    year = Period.of(PeriodKind.YEAR, session.day)
    return ledger.ask(queries.report_rows, plan_id, year, session.day), choice


def _cells(piece: Piece) -> list[str]:
    row = piece.row
    where = row.file_name if piece.is_file else f"纸质原件，{row.place}"
    day = str(row.formed_on or "")
    return [piece.number, proper(row.name), proper(row.document_number), day, where]


def _json(piece: Piece) -> dict[str, object]:
    task = piece.dossier.task.label
    measure = piece.measure.number if piece.measure else None
    return {"number": piece.number, "task": task, "measure": measure, **plain(piece.row)}
