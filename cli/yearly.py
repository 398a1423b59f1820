"""`plan unfinished`, `carry`, `proposals`, `accept`: the year before, beside a plan."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cli.options import Commands, leaf
from cli.session import Session
from cli.streams import columns, say, warn
from models import queries
from models.errors import KnownError
from models.ledger import Ledger
from models.text import proper

if TYPE_CHECKING:
    from models.planrows import CarryRow, ProposalRow
    from models.rows import PlanRow

ALL = "全部"
NO_PROPOSALS = "上年没有相近的任务，或已经都采纳。"
NOTHING_OPEN = "上年没有未完成的任务，或已经都结转。"


def add(plan: Commands) -> None:
    """Add the commands."""
    leaf(plan, "unfinished", list_unfinished, "列出上年未完成的任务，可以结转的")
    carrying = leaf(plan, "carry", carry, "结转上年未完成的任务，连同记录和佐证材料")
    carrying.words.add_argument(
        "tasks", metavar="序号", help="上年的序号，如 9,12；12=3 表示接到今年第3项；“全部”为所有"
    )
    leaf(plan, "proposals", list_proposals, "列出上年相近任务的承接、分工和改写")
    accepting = leaf(plan, "accept", accept, "采纳上年相近任务的承接、分工和改写")
    accepting.words.add_argument("tasks", metavar="序号", help="今年的序号，如 3,5；“全部”为所有")


def list_unfinished(session: Session, _args: argparse.Namespace) -> int:
    """One line a task: its number in the year before, its name, and the task like it."""
    with session.reading() as ledger:
        rows = _unfinished(session, ledger, session.plan(ledger).id)
    if not rows:
        warn(NOTHING_OPEN)
        return 0
    say(*columns(_carry_cells(row) for row in rows))
    return 0


def carry(session: Session, args: argparse.Namespace) -> int:
    """Carry tasks over into the plan."""
    with session.writing() as ledger:
        carry_over(session, ledger, session.plan(ledger).id, args.tasks)
    return 0


def carry_over(session: Session, ledger: Ledger, plan_id: int, words: str) -> None:
    """Carry over the tasks that are named (9,12=3), or all that are unfinished."""
    from models import commands

    rows = {row.task.label: row for row in _unfinished(session, ledger, plan_id)}
    chosen: list[commands.Carried] = []
    pairs = [(row.task.label, "") for row in rows.values() if not row.carried]
    for label, into in pairs if words == ALL else map(_pair, _words(words)):
        if label not in rows:
            raise KnownError(f"上年没有未完成的第{label}项，没有结转；请用 plan unfinished 查看。")
        target = ledger.ask(queries.find_task, plan_id, into) if into else None
        chosen.append(commands.Carried(rows[label].task.id, target))
    if not chosen:
        warn(NOTHING_OPEN)
        return
    session.do(ledger, commands.carry_over, plan_id, chosen)


def list_proposals(session: Session, _args: argparse.Namespace) -> int:
    """One line a proposal: this year's task, last year's, and what is proposed."""
    with session.reading() as ledger:
        rows = ledger.ask(queries.proposals, session.plan(ledger).id, session.day)
    if not rows:
        warn(NO_PROPOSALS)
        return 0
    say(*columns(_proposal_cells(row) for row in rows))
    return 0


def accept(session: Session, args: argparse.Namespace) -> int:
    """Accept the proposals for some tasks."""
    with session.writing() as ledger:
        plan_id = session.plan(ledger).id
        accept_all(session, ledger, plan_id, "" if args.tasks == ALL else args.tasks)
    return 0


def accept_all(session: Session, ledger: Ledger, plan_id: int, words: str = "") -> None:
    """Accept what is proposed for the tasks that are named, or for all."""
    from models import commands

    rows = {row.task.label: row for row in ledger.ask(queries.proposals, plan_id, session.day)}
    if not rows:
        warn(NO_PROPOSALS)
        return
    labels = _words(words) or list(rows)
    unknown = [label for label in labels if label not in rows]
    if unknown:
        raise KnownError(f"第{'、'.join(unknown)}项没有建议，没有改动；请用 plan proposals 查看。")
    chosen = [commands.Accepted(rows[each].task.id, rows[each].earlier.id) for each in labels]
    session.do(ledger, commands.accept_proposals, plan_id, chosen)


def _unfinished(session: Session, ledger: Ledger, plan_id: int) -> tuple[CarryRow, ...]:
    earlier: PlanRow | None = ledger.ask(queries.earlier_plan, plan_id)
    if earlier is None:
        raise KnownError("台账里没有上年的工作要点，没有改动任何内容。")
    return ledger.ask(queries.unfinished, earlier.id, session.day, plan_id)


def _words(words: str) -> list[str]:
    return [each.strip() for each in words.replace("，", ",").split(",") if each.strip()]


def _pair(word: str) -> tuple[str, str]:
    label, _, into = word.partition("=")
    return label.strip(), into.strip()


def _carry_cells(row: CarryRow) -> list[str]:
    similar = f"相近：{row.similar.label}（{row.likeness:.0%}）" if row.similar else ""
    state = "已结转" if row.carried else row.task.status.word
    return [row.task.label, proper(row.task.short_title), state, similar]


def _proposal_cells(row: ProposalRow) -> list[str]:
    given = row.assignment
    who = "、".join(filter(None, (given.section, given.person or given.leader))) if given else ""
    wording = "改写" if row.local_text or row.short_title else ""
    role = row.role.word if row.role.value != "undecided" else ""
    like = f"上年第{row.earlier.label}项（{row.likeness:.0%}）"
    return [row.task.label, proper(row.task.short_title), like, role, who, wording]
