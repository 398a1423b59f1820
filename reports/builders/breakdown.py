"""任务分解表: who does what by when, and what comes of it."""

from __future__ import annotations

from models.rows import AssignmentRow, ReportRows, TaskDossier
from models.text import proper
from reports.builders.cells import (
    adopted_measures,
    by_measure,
    due_text,
    leader_of,
    lines,
    local_reference,
    measure_lines,
    role_remark,
    section_of,
    supporters_of,
    target_lines,
    task_rows,
)
from reports.builders.office import level_above
from reports.builders.table_paper import table_paper
from reports.columns import arrange
from reports.document import Align, Column, Table, TableDocument
from reports.options import PaperOptions


def build_breakdown(rows: ReportRows, options: PaperOptions) -> TableDocument:
    """The adopted tasks of the bureau or of one section."""

    def make(dossier: TaskDossier) -> tuple[str, ...]:
        return _row(rows, dossier)

    made = task_rows(rows, make, lambda dossier: dossier.task.role.adopted)
    table = Table(_columns(rows), made, landscape=True)
    return table_paper(
        rows,
        options,
        "任务分解表",
        arrange("breakdown", table, rows.papers.columns_of("breakdown")),
    )


def _columns(rows: ReportRows) -> tuple[Column, ...]:
    return (
        Column("序号", 10, Align.CENTRE),
        Column("重点任务", 57),
        Column(f"{rows.bureau.place}举措", 55),
        Column("责任领导", 15, Align.CENTRE),
        Column("牵头科室（单位）", 24),
        Column("配合科室（单位）", 30),
        Column("完成时限", 29, Align.CENTRE),
        Column("成果形式", 20),
        Column("备注", 17),
    )


def _row(rows: ReportRows, dossier: TaskDossier) -> tuple[str, ...]:
    task = dossier.task

    def supporters(assignment: AssignmentRow) -> str:
        return supporters_of(assignment, rows.sections)

    return (
        task.label,
        _task_words(dossier),
        measure_lines(dossier),
        by_measure(dossier, leader_of),
        by_measure(dossier, section_of),
        by_measure(dossier, supporters),
        due_text(dossier),
        _deliverables(dossier),
        _remarks(rows, dossier),
    )


def _task_words(dossier: TaskDossier) -> str:
    """The issued text; where the measures beside it are its own sentences, 任务简称 is enough."""
    task = dossier.task
    said = measure_lines(dossier)
    issued = (proper(measure.text).rstrip("。；") for measure in dossier.measures)
    repeats = dossier.measures and all(text in said for text in issued)
    return proper(task.short_title) if repeats and task.short_title else proper(task.text)


def _deliverables(dossier: TaskDossier) -> str:
    """What the bureau's own wording promises; what only the province promises is not ours."""
    names = [
        proper(deliverable.name)
        for measure in adopted_measures(dossier)
        for deliverable in measure.deliverables
        if proper(deliverable.name) in proper(measure.wording)
    ]
    return lines(dict.fromkeys(names))


def _remarks(rows: ReportRows, dossier: TaskDossier) -> str:
    return lines(
        [
            *role_remark(dossier, level_above(rows.plan)),
            *target_lines(rows, dossier),
            *local_reference(rows, dossier),
        ]
    )
