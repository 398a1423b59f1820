"""The table attached to the report: every task of the plan in order, then the local ones."""

from __future__ import annotations

from models.rows import ReportRows, TaskDossier
from models.text import proper
from models.words import number
from reports.builders.cells import (
    lines,
    local_reference,
    role_remark,
    target_lines,
    task_content,
    task_rows,
)
from reports.builders.counts import standing_word
from reports.builders.joining import as_of, joined_entries
from reports.builders.office import level_above
from reports.columns import arrange
from reports.document import Align, Column, Table
from reports.options import PaperOptions


def progress_table(rows: ReportRows, options: PaperOptions) -> Table:
    """任务进展情况表; it goes upward, so no person, no light and no proposed percentage."""

    def make(dossier: TaskDossier) -> tuple[str, ...]:
        return _row(rows, dossier, options)

    table = Table(_columns(rows), task_rows(rows, make, lambda dossier: True), landscape=True)
    return arrange("progress", table, rows.papers.columns_of("progress"))


def _columns(rows: ReportRows) -> tuple[Column, ...]:
    return (
        Column("序号", 10, Align.CENTRE),
        Column("重点任务", 22),
        Column(f"{rows.bureau.place}任务内容", 36),
        Column(f"进展情况（{as_of(rows.period)}）", 75),
        Column("完成进度", 18, Align.CENTRE),
        Column("存在问题及下一步打算", 38),
        Column("备注", 26),
    )


def _row(rows: ReportRows, dossier: TaskDossier, options: PaperOptions) -> tuple[str, ...]:
    task = dossier.task
    adopted = task.role.adopted
    return (
        task.label,
        proper(task.short_title or task.text),
        task_content(dossier),
        joined_entries(dossier, "wording", rows.period).text if adopted else "",
        _pace(dossier, options),
        _problems_and_next(rows, dossier) if adopted else "",
        _remarks(rows, dossier),
    )


def _pace(dossier: TaskDossier, options: PaperOptions) -> str:
    """The word that is counted in 总体情况, and the percentage that a section reported."""
    word = standing_word(dossier, show_late=options.show_late)
    task = dossier.task
    if not task.role.adopted or task.percent_proposed or task.status.done:
        return word
    return f"{word}\n{number(task.percent)}%"


def _problems_and_next(rows: ReportRows, dossier: TaskDossier) -> str:
    problems = joined_entries(dossier, "problems", rows.period).text
    next_steps = joined_entries(dossier, "next_steps", rows.period).text
    return lines(
        [
            f"存在问题：{problems}" if problems else "",
            f"下一步打算：{next_steps}" if next_steps else "",
        ]
    )


def _remarks(rows: ReportRows, dossier: TaskDossier) -> str:
    return lines(
        [
            *role_remark(dossier, level_above(rows.plan)),
            *target_lines(rows, dossier),
            *local_reference(rows, dossier),
        ]
    )
