"""任务台账: every task with its measures, its status and its latest progress (internal)."""

from __future__ import annotations

from models.rows import ReportRows, TaskDossier
from models.text import proper
from models.words import long_day
from reports.builders.cells import (
    by_measure,
    due_text,
    lines,
    local_reference,
    measure_lines,
    person_of,
    role_remark,
    section_of,
    target_lines,
    task_rows,
)
from reports.builders.joining import as_of
from reports.builders.latest import latest_progress
from reports.builders.office import level_above
from reports.builders.table_paper import table_paper
from reports.columns import arrange
from reports.document import Align, Column, Table, TableDocument
from reports.options import PaperOptions


def build_ledger(rows: ReportRows, options: PaperOptions) -> TableDocument:
    """All tasks, those that are not the bureau's with their reason; of a section only its own."""

    def make(dossier: TaskDossier) -> tuple[str, ...]:
        return _row(rows, dossier)

    made = task_rows(rows, make, lambda dossier: rows.section is None or dossier.task.role.adopted)
    table = Table(_columns(rows), made, landscape=True)
    return table_paper(
        rows, options, "任务台账", arrange("ledger", table, rows.papers.columns_of("ledger"))
    )


def _columns(rows: ReportRows) -> tuple[Column, ...]:
    return (
        Column("序号", 10, Align.CENTRE),
        Column("重点任务", 22),
        Column(f"{rows.bureau.place}举措", 52),
        Column("责任科室（单位）", 24),
        Column("责任人", 15, Align.CENTRE),
        Column("完成时限", 29, Align.CENTRE),
        Column(f"进展情况（{as_of(rows.period)}）", 63),
        Column("状态", 18, Align.CENTRE),
        Column("备注", 24),
    )


def _row(rows: ReportRows, dossier: TaskDossier) -> tuple[str, ...]:
    task = dossier.task
    title = proper(task.short_title or task.text)
    if not task.role.adopted:
        reason = lines(role_remark(dossier, level_above(rows.plan)))
        return (task.label, title, "", "", "", "", "", task.role.word, reason)
    return (
        task.label,
        title,
        measure_lines(dossier),
        by_measure(dossier, section_of),
        by_measure(dossier, person_of),
        due_text(dossier),
        latest_progress(rows, dossier),
        _status(dossier),
        _remarks(rows, dossier),
    )


def _status(dossier: TaskDossier) -> str:
    """状态, and the light as its word where the two say different things."""
    task = dossier.task
    if task.status.done or task.status.word == task.light_word:
        return task.status.word
    return f"{task.status.word}\n（{task.light_word}）" if task.light_word else task.status.word


def _remarks(rows: ReportRows, dossier: TaskDossier) -> str:
    done = dossier.done_on
    return lines(
        [
            *role_remark(dossier, level_above(rows.plan)),
            f"{long_day(done)}{dossier.task.status.word.removeprefix('已')}" if done else "",
            proper(dossier.task.status_reason),
            *(
                f"时限由{long_day(each.old_due)}延至{long_day(each.new_due)}"
                for each in dossier.extensions
            ),
            *target_lines(rows, dossier),
            *local_reference(rows, dossier),
        ]
    )
