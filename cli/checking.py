"""`check`: the whole ledger looked through."""

from __future__ import annotations

import argparse

from cli.options import Commands, leaf
from cli.session import Session
from cli.streams import columns, say, warn
from models import queries
from models.rows import PlanTree
from models.text import proper

# Table by table, in the words of the office; 举措 counts the bureau's own and those merged away too.
_NAMES = {
    "plan": "工作要点",
    "part": "部分",
    "item": "事项",
    "task": "任务（含本地任务）",
    "revision": "修订",
    "former_task": "修订前的任务",
    "measure": "举措",
    "tick": "勾选记录",
    "deliverable": "成果",
    "target": "量化指标",
    "target_value": "完成值",
    "section": "科室（单位）",
    "person": "人员",
    "assignment": "责任分工",
    "extension": "延期",
    "progress_entry": "进展情况",
    "status_change": "状态记录",
    "note": "工作记录",
    "evidence": "佐证材料",
    "period_days": "填报期日期",
    "setting": "设置",
    "paper": "文稿",
    "paper_edit": "文稿改动",
    "paper_version": "文稿留存稿",
    "blob": "文件",
    "history_entry": "变更记录",
    "history_step": "变更明细",
}


def add(commands: Commands) -> None:
    """Add the command."""
    leaf(commands, "check", run, "全面检查台账，列出各类数量和发现的问题")


def run(session: Session, _args: argparse.Namespace) -> int:
    """Print the counts; 1 when something is wrong."""
    with session.reading() as ledger:
        counts = ledger.ask(queries.counts)
        plans = ledger.ask(queries.plans)
        trees = [ledger.ask(queries.tree, plan.id, session.day) for plan in plans]
        damaged = ledger.ask(queries.evidence_digests)
        problems = ledger.integrity_problems()
    say(*columns([_NAMES.get(name, name), str(number)] for name, number in counts.items()))
    say(*map(_standing, trees))
    problems += tuple(f"“{name}”的文件已损坏" for name in damaged)
    if not problems:
        say(f"文件完整，{counts['blob']}份佐证和文稿文件与存入时一致，没有发现问题。")
        return 0
    warn(*problems, f"发现{len(problems)}个问题，台账没有改动；请另存副本留底，再从备份中恢复。")
    return 1


def _standing(tree: PlanTree) -> str:
    """How a plan stands on the session's day, in one line."""
    totals = tree.totals
    return (
        f"《{proper(tree.plan.title)}》承接{totals.adopted}项（主责{totals.own}、配合{totals.assist}），"
        f"不涉及{totals.none}项，待定{totals.undecided}项；"
        f"已完成{totals.done}项，达到序时进度{totals.on_pace}项，滞后{totals.late}项"
    )
