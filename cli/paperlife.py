"""`paper`: the life of a paper and the editing of its text, one command a verb."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import Commands, day, leaf
from cli.papers import load_machine_fonts
from cli.session import Session
from cli.streams import given, say, warn
from models import commands, queries
from models.errors import KnownError
from models.files import read_file
from models.ledger import Ledger
from models.periods import Period
from models.rows import PaperRow, PassageEdit, ReportRows
from reports.catalogue import find_paper
from reports.files import legal_name, write_paper

if TYPE_CHECKING:
    from reports.document import OfficialDocument
    from reports.press import Paper

_ID = {"type": int, "metavar": "文稿号", "help": "文稿清单中的号"}
_KEY = {"metavar": "段落", "help": "paper show 列出的段落名"}


def add(papers: Commands) -> None:
    """Add the commands to `paper`."""
    leaf(papers, "list", show_list, "文稿清单")
    starting = leaf(papers, "start", start, "拟稿")
    starting.words.add_argument("kind", metavar="种类", help="progress 等，同 report")
    starting.options.add_argument("--period", required=True, metavar="填报期", help="如 2021-H1")
    for name, run, text in (
        ("show", show, "逐段列出一份文稿"),
        ("text", plain, "文稿全文"),
        ("submit", submit, "送审，留存一稿"),
        ("unsign", unsign, "撤回签发，退回修改"),
        ("renew", renew, "作废后另起新稿"),
    ):
        leaf(papers, name, run, text).words.add_argument("id", **_ID)
    _add_editing(papers)
    _add_life(papers)


def _add_editing(papers: Commands) -> None:
    editing = leaf(papers, "edit", edit, "改写一段（title 为标题，| 表示换行处）")
    editing.words.add_argument("id", **_ID)
    editing.words.add_argument("key", **_KEY)
    editing.words.add_argument("text", metavar="文字", help="新的文字；- 表示从标准输入读")
    adding = leaf(papers, "add", add_text, "增加一段")
    adding.words.add_argument("id", **_ID)
    adding.words.add_argument("text", metavar="文字")
    adding.options.add_argument("--after", metavar="段落", help="放在哪一段后面")
    adding.options.add_argument("--level", type=int, metavar="层次", help="1 到 4 为标题")
    moving = leaf(papers, "move", move, "移动一段")
    moving.words.add_argument("id", **_ID)
    moving.words.add_argument("key", **_KEY)
    moving.options.add_argument("--after", required=True, metavar="段落", help="移到哪一段后面")
    for name, run, text in (
        ("drop", drop, "删去一段"),
        ("restore", restore, "恢复一段"),
        ("write-back", write_back, "把改过的一段写回为审定文本"),
    ):
        one = leaf(papers, name, run, text)
        one.words.add_argument("id", **_ID)
        one.words.add_argument("key", **_KEY)


def _add_life(papers: Commands) -> None:
    signing = leaf(papers, "sign", sign, "签发")
    signing.words.add_argument("id", **_ID)
    signing.options.add_argument("--signer", required=True, metavar="姓名", help="签发人")
    signing.options.add_argument("--on", type=day, metavar="日期", help="签发日期")
    numbering = leaf(papers, "number", number, "编号")
    numbering.words.add_argument("id", **_ID)
    numbering.words.add_argument("number", metavar="文号", help="如 36，或 示市监〔2021〕36号")
    issuing = leaf(papers, "issue", issue, "登记报送（印发），留存原件")
    issuing.words.add_argument("id", **_ID)
    issuing.options.add_argument("--manner", metavar="方式", help="书面、电子、当面、邮寄、机要")
    issuing.options.add_argument("--on", type=day, metavar="日期", help="报送日期")
    voiding = leaf(papers, "void", void, "作废")
    voiding.words.add_argument("id", **_ID)
    voiding.options.add_argument("--reason", required=True, metavar="原因")
    answering = leaf(papers, "answer", answer, "登记督办反馈")
    answering.words.add_argument("id", **_ID)
    answering.words.add_argument("text", metavar="文字", help="反馈内容")
    scanning = leaf(papers, "scan", scan, "存入盖章扫描件")
    scanning.words.add_argument("id", **_ID)
    scanning.words.add_argument("file", type=Path, metavar="文件")
    for name, run, text in (
        ("print", print_paper, "按现在的内容生成文件"),
        ("open", open_issued, "取出报送时留存的原件"),
        ("compare", compare, "与上一稿对照，生成修改对照表"),
    ):
        one = leaf(papers, name, run, text)
        one.words.add_argument("id", **_ID)
        one.options.add_argument("--out", required=True, type=Path, metavar="文件夹")


def show_list(session: Session, _: argparse.Namespace) -> int:
    """Every paper with its state."""
    with session.reading() as ledger:
        for row in ledger.ask(queries.papers, session.plan(ledger).id):
            said = row.document_number or "无文号"
            say(f"{row.id}\t{row.state.word}\t{said}\t{row.title}")
    return 0


def start(session: Session, args: argparse.Namespace) -> int:
    """Begin a paper."""
    from reports.options import PaperOptions
    from reports.press import draft

    kind, period = find_paper(args.kind), Period.parse(args.period)
    with session.writing() as ledger:
        plan = session.plan(ledger)
        rows = ledger.ask(queries.report_rows, plan.id, period, session.day)
        title = draft(kind.id, rows, PaperOptions(session.day)).document.plain_title
        change = ledger.do(session.actor, commands.start_paper, plan.id, kind.id, title, period)
        say(f"{change.new_id}\t{change.label}")
    return 0


def show(session: Session, args: argparse.Namespace) -> int:
    """The passages with their keys; an edited one is marked."""
    from reports.editing import passages

    with session.reading() as ledger:
        row = ledger.ask(queries.paper, args.id)
        edited = {edit.key for edit in ledger.ask(queries.passage_edits, args.id)}
        say(f"{row.title}（{row.state.word}）")
        for passage in passages(_document(session, ledger, row)):
            mark = "*" if passage.key in edited else " "
            say(f"{mark} {passage.key}\t{passage.text}")
    return 0


def plain(session: Session, args: argparse.Namespace) -> int:
    """The whole text as plain lines."""
    from reports.editing import plain_text

    with session.reading() as ledger:
        say(plain_text(_document(session, ledger, ledger.ask(queries.paper, args.id))).rstrip("\n"))
    return 0


def edit(session: Session, args: argparse.Namespace) -> int:
    """Put other words in the place of a passage."""
    with session.writing() as ledger:
        base, after = _composed(session, ledger, args.id, args.key)
        session.do(ledger, commands.edit_passage, args.id, args.key, given(args.text), base, after)
    return 0


def drop(session: Session, args: argparse.Namespace) -> int:
    """Leave a passage out."""
    with session.writing() as ledger:
        base, after = _composed(session, ledger, args.id, args.key)
        session.do(ledger, commands.drop_passage, args.id, args.key, base, after)
    return 0


def add_text(session: Session, args: argparse.Namespace) -> int:
    """Add a passage of one's own."""
    with session.writing() as ledger:
        after, level = getattr(args, "after", ""), getattr(args, "level", 0)
        session.do(ledger, commands.add_passage, args.id, given(args.text), after, level)
    return 0


def move(session: Session, args: argparse.Namespace) -> int:
    """Put a passage behind another."""
    with session.writing() as ledger:
        base, _ = _composed(session, ledger, args.id, args.key)
        session.do(ledger, commands.move_passage, args.id, args.key, args.after, base)
    return 0


def restore(session: Session, args: argparse.Namespace) -> int:
    """Let the program's words stand again."""
    with session.writing() as ledger:
        session.do(ledger, commands.restore_passage, args.id, args.key)
    return 0


def write_back(session: Session, args: argparse.Namespace) -> int:
    """Make the edited words the 审定文本 of the entry that they were made from."""
    from reports.correction import correction

    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        edits = ledger.ask(queries.passage_edits, args.id)
        fixed = correction(_draft(session, ledger, row, ()), edits, args.key)
        session.do(ledger, commands.review_entry, fixed.entry_id, text=fixed.text)
    return 0


def submit(session: Session, args: argparse.Namespace) -> int:
    """送审."""
    from reports.lifecycle import version_of

    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        text = version_of(_document(session, ledger, row))
        session.do(ledger, commands.submit_paper, args.id, text)
    return 0


def sign(session: Session, args: argparse.Namespace) -> int:
    """签发."""
    with session.writing() as ledger:
        session.do(ledger, commands.sign_paper, args.id, args.signer, on=getattr(args, "on", None))
    return 0


def unsign(session: Session, args: argparse.Namespace) -> int:
    """Back to 送审."""
    with session.writing() as ledger:
        session.do(ledger, commands.unsign_paper, args.id)
    return 0


def number(session: Session, args: argparse.Namespace) -> int:
    """编号."""
    from reports.builders.titles import document_number

    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        year = (row.signed_on or session.day).year
        code = ledger.ask(queries.bureau).issuer_code
        session.do(ledger, commands.number_paper, args.id, document_number(code, year, args.number))
    return 0


def issue(session: Session, args: argparse.Namespace) -> int:
    """报送: the bytes as printed now are kept for good."""
    with session.writing() as ledger:
        row = ledger.ask(queries.paper, args.id)
        paper = _print(session, ledger, row)
        session.do(
            ledger,
            commands.issue_paper,
            args.id,
            paper.content,
            paper.name,
            manner=getattr(args, "manner", ""),
            on=getattr(args, "on", None),
        )
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
        session.do(ledger, commands.answer_paper, args.id, given(args.text))
    return 0


def scan(session: Session, args: argparse.Namespace) -> int:
    """The scan of the sealed copy."""
    content = read_file(args.file)
    with session.writing() as ledger:
        session.do(ledger, commands.attach_scan, args.id, content, args.file.name)
    return 0


def print_paper(session: Session, args: argparse.Namespace) -> int:
    """The paper as it would print now."""
    with session.reading() as ledger:
        paper = _print(session, ledger, ledger.ask(queries.paper, args.id))
    _write(paper.name, paper.content, args.out)
    warn(*(each.sentence for each in (*paper.lacking, *paper.warnings)))
    return 0


def open_issued(session: Session, args: argparse.Namespace) -> int:
    """The bytes that were issued, unchanged."""
    with session.reading() as ledger:
        name, content = ledger.ask(queries.issued_content, args.id)
    _write(name, content, args.out)
    return 0


def compare(session: Session, args: argparse.Namespace) -> int:
    """修改对照表 between the last kept version and the text as it stands."""
    from models.words import short_day
    from reports import comparison, press
    from reports.lifecycle import version_of

    with session.reading() as ledger:
        row = ledger.ask(queries.paper, args.id)
        versions = ledger.ask(queries.paper_versions, args.id)
        if not versions:
            raise KnownError("这份文稿还没有留存过上一稿，没有生成对照表；请先送审。")
        document = _document(session, ledger, row)
    last = versions[-1]
    found = comparison.compare(last.passages, version_of(document))
    dates = (short_day(last.saved_on), short_day(session.day))
    table = comparison.comparison_table(row.title, found, dates)
    paper = press.print_document(
        table, legal_name(f"{row.title}修改对照表", ".pdf"), session.day, load_machine_fonts()
    )
    _write(paper.name, paper.content, args.out)
    return 0


def _rows(session: Session, ledger: Ledger, row: PaperRow) -> ReportRows:
    period = Period.parse(row.period)
    return ledger.ask(queries.report_rows, row.plan_id, period, session.day, row.section_id)


def _draft(
    session: Session, ledger: Ledger, row: PaperRow, edits: tuple[PassageEdit, ...]
) -> OfficialDocument:
    from reports.document import OfficialDocument
    from reports.lifecycle import options_of
    from reports.press import draft

    options = options_of(row, edits, session.day)
    document = draft(row.kind, _rows(session, ledger, row), options).document
    if not isinstance(document, OfficialDocument):
        raise KnownError(f"《{row.title}》是表格，不能逐段修改。")
    return document


def _document(session: Session, ledger: Ledger, row: PaperRow) -> OfficialDocument:
    return _draft(session, ledger, row, ledger.ask(queries.passage_edits, row.id))


def _composed(session: Session, ledger: Ledger, paper_id: int, key: str) -> tuple[str, str]:
    """What the program itself writes in a passage now, and the passage before it."""
    from reports.editing import passages

    row = ledger.ask(queries.paper, paper_id)
    own = passages(_draft(session, ledger, row, ()))
    for place, passage in enumerate(own):
        if passage.key == key:
            return passage.text, own[place - 1].key if place else ""
    if key in {edit.key for edit in ledger.ask(queries.passage_edits, paper_id)}:
        return "", ""
    raise KnownError(f"文稿里没有“{key}”这一段，没有改动；请用 paper show 查看段落名。")


def _print(session: Session, ledger: Ledger, row: PaperRow) -> Paper:
    from reports import press
    from reports.lifecycle import options_of

    edits = ledger.ask(queries.passage_edits, row.id)
    options = options_of(row, edits, session.day)
    return press.make(row.kind, _rows(session, ledger, row), options, load_machine_fonts())


def _write(name: str, content: bytes, folder: Path) -> None:
    written = write_paper(content, name, folder)
    say(str(written.path))
    warn(*filter(None, [written.notice]))
