"""`paper`: reading and editing a paper's text passage by passage."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cli.composing import text_of
from cli.options import Commands, leaf
from cli.session import Session
from cli.streams import given, say, warn
from models import commands, queries
from models.errors import KnownError
from models.ledger import Ledger
from models.paperrows import PaperRow
from models.rules import PaperState

if TYPE_CHECKING:
    from reports.editing import Passage

ID = {"type": int, "metavar": "文稿号", "help": "文稿清单中的号"}
_KEY = {"metavar": "段落", "help": "paper show 列出的段落名"}
_SENT = "已报送，以下是按现在的台账生成的文字；报送的原件用 paper open 取出。"


def add(papers: Commands) -> None:
    """Add the commands to `paper`."""
    for name, run, text in (("show", show, "逐段列出一份文稿"), ("text", plain, "文稿全文")):
        leaf(papers, name, run, text).words.add_argument("id", **ID)
    editing = leaf(papers, "edit", edit, "改写一段（title 为标题，| 表示换行处）")
    editing.words.add_argument("id", **ID)
    editing.words.add_argument("key", **_KEY)
    editing.words.add_argument("text", metavar="文字", help="新的文字；- 表示从标准输入读")
    adding = leaf(papers, "add", add_text, "增加一段")
    adding.words.add_argument("id", **ID)
    adding.words.add_argument("text", metavar="文字", help="- 表示从标准输入读")
    adding.options.add_argument("--after", metavar="段落", help="放在哪一段后面；不写时放在最前")
    adding.options.add_argument("--level", type=int, metavar="层次", help="1 到 4 为标题")
    moving = leaf(papers, "move", move, "移动一段")
    moving.words.add_argument("id", **ID)
    moving.words.add_argument("key", **_KEY)
    moving.options.add_argument("--after", required=True, metavar="段落", help="移到哪一段后面")
    for name, run, text in (
        ("drop", drop, "删去一段"),
        ("restore", restore, "恢复一段"),
        ("write-back", write_back, "把改过的一段写回为审定文本"),
    ):
        one = leaf(papers, name, run, text)
        one.words.add_argument("id", **ID)
        one.words.add_argument("key", **_KEY)


def show(session: Session, args: argparse.Namespace) -> int:
    """The passages with their keys; one that a person touched is marked."""
    from reports.editing import passages

    with session.reading() as ledger:
        row = ledger.ask(queries.paper, args.id)
        edited = {edit.key for edit in ledger.ask(queries.passage_edits, args.id)}
        found = passages(text_of(session, ledger, row))
    _warn_of_sent(row)
    say(f"{row.title}（{row.state.word}）")
    for passage in found:
        mark = "*" if passage.key in edited else " "
        lines = passage.text.split("\n") if passage.text else ["（表格）"]
        say(f"{mark} {passage.key}\t{lines[0]}", *(f"  \t{line}" for line in lines[1:]))
    return 0


def plain(session: Session, args: argparse.Namespace) -> int:
    """The whole text as plain lines."""
    from reports.editing import plain_text

    with session.reading() as ledger:
        row = ledger.ask(queries.paper, args.id)
        said = plain_text(text_of(session, ledger, row))
    _warn_of_sent(row)
    say(said.rstrip("\n"))
    return 0


def _warn_of_sent(row: PaperRow) -> None:
    if row.state is PaperState.SENT:
        warn(_SENT)


def edit(session: Session, args: argparse.Namespace) -> int:
    """Put other words in the place of a passage."""
    with session.writing() as ledger:
        found, after = _composed(session, ledger, args.id, args.key)
        if not found.text:
            raise KnownError(f"“{args.key}”这一处是表格，没有改写；可以删去或移动。")
        words = (given(args.text), found.text, after, found.level)
        session.do(ledger, commands.edit_passage, args.id, args.key, *words)
    return 0


def drop(session: Session, args: argparse.Namespace) -> int:
    """Leave a passage out."""
    with session.writing() as ledger:
        found, after = _composed(session, ledger, args.id, args.key)
        session.do(ledger, commands.drop_passage, args.id, args.key, found.text, after)
    return 0


def add_text(session: Session, args: argparse.Namespace) -> int:
    """Add a passage of one's own."""
    with session.writing() as ledger:
        after, level = getattr(args, "after", ""), getattr(args, "level", 0)
        _check_place(session, ledger, args.id, after)
        session.do(ledger, commands.add_passage, args.id, given(args.text), after, level)
    return 0


def move(session: Session, args: argparse.Namespace) -> int:
    """Put a passage behind another."""
    with session.writing() as ledger:
        found, _ = _composed(session, ledger, args.id, args.key)
        _check_place(session, ledger, args.id, args.after)
        session.do(ledger, commands.move_passage, args.id, args.key, args.after, found.text)
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
        fixed = correction(text_of(session, ledger, row, ()), edits, args.key)
        session.do(ledger, commands.review_entry, fixed.entry_id, text=fixed.text)
    return 0


def _composed(session: Session, ledger: Ledger, paper_id: int, key: str) -> tuple[Passage, str]:
    """The passage as the program itself writes it now, and the key of the one before it."""
    from reports.editing import Passage, passages

    row = ledger.ask(queries.paper, paper_id)
    own = passages(text_of(session, ledger, row, ()))
    for place, passage in enumerate(own):
        if passage.key == key:
            return passage, own[place - 1].key if place else ""
    for each in ledger.ask(queries.passage_edits, paper_id):
        if each.key == key:
            # Of the person's own, or no longer given by the ledger.
            return Passage(key, each.base or each.text or "", each.level), each.after
    raise _unknown(key)


def _check_place(session: Session, ledger: Ledger, paper_id: int, after: str) -> None:
    """A passage can stand only behind one that is there."""
    from reports.editing import passages

    row = ledger.ask(queries.paper, paper_id)
    if after and after not in {each.key for each in passages(text_of(session, ledger, row))}:
        raise _unknown(after)


def _unknown(key: str) -> KnownError:
    return KnownError(f"文稿里没有“{key}”这一段，没有改动；请用 paper show 查看段落名。")
