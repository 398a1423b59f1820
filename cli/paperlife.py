"""`paper`: the register of papers and the life of each, one command a verb."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from cli.choosing import add_choices, choose
from cli.composing import (
    compose,
    options_for,
    print_now,
    rows_of,
    text_of,
    words_of,
    write,
)
from cli.jsonrows import plain
from cli.options import Commands, day, leaf
from cli.papers import load_machine_fonts
from cli.papertext import ID
from cli.session import Session
from cli.streams import columns, given, say, say_json, warn
from cli.usage import Parser
from models import commands, queries
from models.errors import KnownError
from models.files import read_file
from reports.files import legal_name


def add(papers: Commands) -> None:
    """Add the commands to `paper`."""
    listing = leaf(papers, "list", show_list, "文稿清单")
    listing.options.add_argument("--json", action="store_true", help="JSON")
    starting = leaf(papers, "start", start, "拟稿")
    add_choices(starting)
    starting.options.add_argument("--due", type=day, metavar="日期", help="反馈期限（提醒单）")
    _add_setting(leaf(papers, "set", set_options, "改主送、抄送、形式等选项"))
    for name, run, text in (
        ("submit", submit, "送审，留存一稿"),
        ("unsign", unsign, "撤回签发，退回修改"),
        ("renew", renew, "作废后另起新稿"),
    ):
        leaf(papers, name, run, text).words.add_argument("id", **ID)
    _add_signing(papers)
    _add_after_signing(papers)
    for name, run, text in (
        ("print", print_paper, "按现在的内容生成文件"),
        ("open", open_issued, "取出报送时留存的原件"),
        ("compare", compare, "与上一稿对照，生成修改对照表"),
    ):
        one = leaf(papers, name, run, text)
        one.words.add_argument("id", **ID)
        one.options.add_argument(
            "--out", required=True, type=Path, metavar="文件夹", help="没有时会新建"
        )


def _add_setting(setting: Parser) -> None:
    setting.words.add_argument("id", **ID)
    options = setting.options
    options.add_argument("--form", choices=("letterhead", "plain"), help="文件格式，或无版头材料")
    options.add_argument("--addressee", metavar="机关", help="主送机关")
    options.add_argument(
        "--copies-to", nargs="*", metavar="机关", help="抄送机关；不写机关即不抄送"
    )
    options.add_argument(
        "--manner", choices=("sealed", "unsealed", "stamp"), help="加盖印章、不加盖印章、签名章"
    )
    options.add_argument(
        "--requirements", metavar="文字", help="办理要求（提醒单）、工作要求（通报）"
    )


def _add_signing(papers: Commands) -> None:
    signing = leaf(papers, "sign", sign, "签发")
    signing.words.add_argument("id", **ID)
    signing.options.add_argument("--signer", required=True, metavar="姓名", help="签发人")
    signing.options.add_argument("--on", type=day, metavar="日期", help="签发日期")
    numbering = leaf(papers, "number", number, "编号")
    numbering.words.add_argument("id", **ID)
    numbering.words.add_argument("number", metavar="文号", help="如 36，或 示市监〔2021〕36号")
    issuing = leaf(papers, "issue", issue, "登记报送（印发），留存原件")
    issuing.words.add_argument("id", **ID)
    issuing.options.add_argument("--manner", metavar="方式", help="书面、电子、当面、邮寄、机要")
    issuing.options.add_argument("--on", type=day, metavar="日期", help="报送日期")


def _add_after_signing(papers: Commands) -> None:
    voiding = leaf(papers, "void", void, "作废")
    voiding.words.add_argument("id", **ID)
    voiding.options.add_argument("--reason", required=True, metavar="原因", help="为什么作废")
    answering = leaf(papers, "answer", answer, "登记督办反馈")
    answering.words.add_argument("id", **ID)
    answering.words.add_argument("text", metavar="文字", help="反馈内容；- 表示从标准输入读")
    answering.options.add_argument("--on", type=day, metavar="日期", help="反馈日期")
    scanning = leaf(papers, "scan", scan, "存入盖章扫描件")
    scanning.words.add_argument("id", **ID)
    scanning.words.add_argument("file", type=Path, metavar="文件", help="扫描件")


def show_list(session: Session, args: argparse.Namespace) -> int:
    """Every paper with its state, the newest first."""
    with session.reading() as ledger:
        rows = ledger.ask(queries.papers, session.plan(ledger).id)
    if "json" in args:
        found = [plain(row) for row in rows]
        say_json(
            [
                {"number": row.id, **each, "options": json.loads(row.options)}
                for row, each in zip(rows, found, strict=True)
            ]
        )
    elif rows:
        table = (
            [str(row.id), row.state.word, row.document_number or "无文号", row.title]
            for row in rows
        )
        say(*columns(table))
    return 0


def start(session: Session, args: argparse.Namespace) -> int:
    """Begin a paper."""
    from reports.choices import to_json
    from reports.press import draft

    with session.writing() as ledger:
        chosen = choose(session, ledger, args)
        rows = chosen.rows
        change = ledger.do(
            session.actor,
            commands.start_paper,
            rows.plan.id,
            chosen.kind.id,
            draft(chosen.kind.id, rows, chosen.options).document.plain_title,
            rows.period.period,
            rows.section.id if rows.section else None,
            chosen.options.task,
            to_json(chosen.options),
            getattr(args, "due", None),
        )
        say(f"{change.new_id}\t{change.label}")
    return 0


def set_options(session: Session, args: argparse.Namespace) -> int:
    """Change some of a paper's choices; the others stay."""
    from reports.choices import from_json, to_json
    from reports.document import Form, Manner

    read = {"form": Form, "manner": Manner, "copies_to": tuple}
    names = ("form", "addressee", "copies_to", "manner", "requirements")
    said = {name: read.get(name, str)(getattr(args, name)) for name in names if name in args}
    if not said:
        raise KnownError("没有要改的选项，没有改动；请写明 --form、--addressee 等。")
    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        kept = replace(from_json(json.loads(row.options), session.day), **said)
        session.do(ledger, commands.set_paper_options, args.id, to_json(kept), row.title)
    return 0


def submit(session: Session, args: argparse.Namespace) -> int:
    """送审."""
    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        text = words_of(compose(session, ledger, row))
        session.do(ledger, commands.submit_paper, args.id, text)
    return 0


def sign(session: Session, args: argparse.Namespace) -> int:
    """签发; the text that was signed is kept as a version."""
    with session.writing() as ledger:
        text = words_of(compose(session, ledger, ledger.ask(queries.paper, args.id)))
        on = getattr(args, "on", None)
        session.do(ledger, commands.sign_paper, args.id, args.signer, on=on, passages=text)
    return 0


def unsign(session: Session, args: argparse.Namespace) -> int:
    """Back to 送审."""
    with session.writing() as ledger:
        session.do(ledger, commands.unsign_paper, args.id)
    return 0


def number(session: Session, args: argparse.Namespace) -> int:
    """编号, in the way of the paper's kind."""
    from reports.lifecycle import full_number
    from reports.press import draft

    with session.writing() as ledger:
        row, code = ledger.ask(queries.paper, args.id), ledger.ask(queries.bureau).issuer_code
        options = replace(options_for(session, ledger, row), document_number=args.number)
        document = draft(row.kind, rows_of(session, ledger, row), options).document
        year = (row.signed_on or session.day).year
        whole = full_number(document, code, year, args.number)
        session.do(ledger, commands.number_paper, args.id, whole)
    return 0


def issue(session: Session, args: argparse.Namespace) -> int:
    """报送: the bytes as printed now are kept for good."""
    from reports.lifecycle import full_number

    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        if row.signed_on is not None and not row.document_number:
            # A paper with a place for its number does not go out without it.
            full_number(compose(session, ledger, row), "", row.signed_on.year, "")
        paper, looked_at = print_now(session, ledger, row)
        session.do(
            ledger,
            commands.issue_paper,
            args.id,
            paper.content,
            paper.name,
            manner=getattr(args, "manner", ""),
            on=getattr(args, "on", None),
        )
    warn(*looked_at)
    return 0


def void(session: Session, args: argparse.Namespace) -> int:
    """作废."""
    with session.writing() as ledger:
        session.do(ledger, commands.void_paper, args.id, args.reason)
    return 0


def renew(session: Session, args: argparse.Namespace) -> int:
    """The successor of a paper that was set 作废."""
    with session.writing() as ledger:
        change = ledger.do(session.actor, commands.succeed_paper, args.id)
        say(f"{change.new_id}\t{change.label}")
    return 0


def answer(session: Session, args: argparse.Namespace) -> int:
    """The answer to a slip."""
    with session.writing() as ledger:
        on = getattr(args, "on", None)
        session.do(ledger, commands.answer_paper, args.id, given(args.text), on=on)
    return 0


def scan(session: Session, args: argparse.Namespace) -> int:
    """The scan of the sealed copy."""
    content = read_file(args.file)
    with session.writing() as ledger:
        session.do(ledger, commands.attach_scan, args.id, content, args.file.name)
    return 0


def print_paper(session: Session, args: argparse.Namespace) -> int:
    """The paper as it would print now; one that was issued, as it was issued."""
    with session.reading() as ledger:
        row = ledger.ask(queries.paper, args.id)
        if row.issued_sha256:
            warn("这份文稿报送过，取出的是留存的原件。")
            name, content = ledger.ask(queries.issued_content, args.id)
        else:
            paper, looked_at = print_now(session, ledger, row)
            warn(*looked_at)
            name, content = paper.name, paper.content
    write(name, content, args.out)
    return 0


def open_issued(session: Session, args: argparse.Namespace) -> int:
    """The bytes that were issued, unchanged."""
    with session.reading() as ledger:
        name, content = ledger.ask(queries.issued_content, args.id)
    write(name, content, args.out)
    return 0


def compare(session: Session, args: argparse.Namespace) -> int:
    """修改对照表 between the last kept version and the text as it stands."""
    from models.words import short_day
    from reports import comparison, press

    with session.reading() as ledger:
        row = ledger.ask(queries.paper, args.id)
        document = text_of(session, ledger, row)
        versions = ledger.ask(queries.paper_versions, args.id)
    if not versions:
        raise KnownError("这份文稿还没有留存过上一稿，没有生成对照表；请先送审。")
    last = versions[-1]
    found = comparison.compare(last.passages, words_of(document))
    dates = (short_day(last.saved_on), short_day(session.day))
    table = comparison.comparison_table(row.title, found, dates)
    name = legal_name(table.plain_title, ".pdf")
    paper = press.print_document(table, name, session.day, load_machine_fonts())
    write(paper.name, paper.content, args.out)
    return 0
