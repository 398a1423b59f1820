"""提醒单 and 督办单: one page to one section on one task, with room for its answer."""

from __future__ import annotations

from models.errors import KnownError
from models.rows import ReportRows, TaskDossier
from models.text import proper
from models.words import long_day, short_day
from reports.builders.cells import (
    adopted_measures,
    by_measure,
    due_text,
    local_reference,
    section_of,
    supporters_of,
    task_content,
)
from reports.builders.fitting import share_lines, short
from reports.builders.grouping import local_heading
from reports.builders.head import date_text, issued_on, names
from reports.builders.joining import ended
from reports.builders.latest import latest_progress
from reports.builders.table_paper import DEMO_SUBJECT
from reports.builders.titles import document_number, in_title_marks, plan_title
from reports.builders.urgency import Urgency, urgency_of
from reports.document import Align, Column, Line, OfficialDocument, RowKind, Table, TableRow
from reports.options import PaperOptions

CODE = "督"
"""机关代字 of the slips: 督〔2021〕3号."""
_ROOM = 20
"""A slip is one page: its wide fields have so many lines together when they are set smallest."""
_LONGEST_HALF = 80
"""A field of half the width has at most so many characters."""
_COLUMNS = (
    Column("", 30, Align.CENTRE, label=True),
    Column("", 51),
    Column("", 24, Align.CENTRE, label=True),
    Column("", 51),
)


def build_reminder(rows: ReportRows, options: PaperOptions) -> OfficialDocument:
    """The slip on the chosen task; KnownError where none is chosen or it needs none."""
    dossier = reminded(rows, options)
    urgency = urgency_of(rows, dossier, options.date)
    number = document_number(CODE, issued_on(options).year, options.document_number)
    form = (*_told(rows, options, dossier, urgency), *_answer())
    return OfficialDocument(
        title=options.title or f"{rows.bureau.name}{urgency.slip}",
        body=(Line(number, Align.RIGHT), Table(_COLUMNS, form, one_page=True)),
        word_list=names(rows),
        author=rows.bureau.name,
        draft_mark=bool(options.draft),
        subject=DEMO_SUBJECT if rows.bureau.demo else "",
        page_numbers=False,
    )


def reminded(rows: ReportRows, options: PaperOptions) -> TaskDossier:
    """The task that the slip is about."""
    everything = (*rows.dossiers, *rows.local_dossiers)
    found = next((each for each in everything if each.task.id == options.task), None)
    if found is None:
        raise KnownError("没有说明要提醒哪一项任务，没有生成文件；请先选一项任务。")
    task = found.task
    label = task.label if task.local else f"第{task.label}项"
    if not task.role.adopted:
        raise KnownError(f"{label}任务{task.role.word}，没有承办科室，没有生成提醒单；请另选任务。")
    if task.status.done:
        raise KnownError(f"{label}任务{task.status.word}，不用提醒，没有生成文件；请另选任务。")
    return found


def _told(
    rows: ReportRows, options: PaperOptions, dossier: TaskDossier, urgency: Urgency
) -> tuple[TableRow, ...]:
    """What the office says, down to 签发领导."""
    assignment = dossier.assignment
    given = long_day(assignment.effective_on) if assignment else ""
    helpers = supporters_of(assignment, rows.sections) if assignment else ""
    signer = "、".join(options.signers or ())
    matter, basis, progress, unfinished, demand = share_lines(
        (
            _matter(dossier),
            _basis(rows, dossier),
            latest_progress(rows, dossier) or "尚未填报进展。",
            _unfinished(dossier),
            options.requirements or _demand(options, urgency),
        ),
        _ROOM,
    )
    return (
        _wide("督办事项", matter),
        _wide("立项依据", basis),
        _pair("交办时间", given, "办理时限", due_text(dossier).replace("\n（默认）", "（默认）")),
        _pair("承办科室\n（单位）", by_measure(dossier, section_of), "配合科室", helpers),
        _wide(f"目前进展\n（截至{short_day(rows.day)}）", progress, 2),
        _wide("未完成内容", unfinished, 2),
        _wide("办理要求", demand, 2),
        _pair("签发领导", signer, "签发日期", date_text(options, draft=bool(options.draft)), 2),
    )


def _answer() -> tuple[TableRow, ...]:
    """What the section fills in and the office closes, under a heavy rule."""
    return (
        TableRow(("办理情况反馈",), RowKind.PART, heavy=True),
        _wide("办理情况", "", 4),
        _wide("未完成原因", "", 2),
        _pair("预计完成时间", "", "承办人", "", 2),
        _pair("负责人签字", "", "日期", "", 2),
        _wide("销号意见", "", 2),
    )


def _wide(label: str, text: str, lines: int = 1) -> TableRow:
    return TableRow((label, text), spans=(1, 3), min_lines=lines)


def _pair(first: str, text: str, second: str, other: str, lines: int = 1) -> TableRow:
    return TableRow(
        (first, short(text, _LONGEST_HALF), second, short(other, _LONGEST_HALF)), min_lines=lines
    )


def _matter(dossier: TaskDossier) -> str:
    title = proper(dossier.task.short_title).rstrip("。")
    content = task_content(dossier)
    # Where nobody worded either, the one is the beginning of the other.
    return content if not title or content.startswith(title) else f"{title}。{content}"


def _basis(rows: ReportRows, dossier: TaskDossier) -> str:
    """The plan with its number and the task's place in it, then what the assignment names."""
    task, plan = dossier.task, rows.plan
    number = f"（{proper(plan.document_number)}）" if plan.document_number else ""
    if task.local:
        parts = [f"{local_heading(rows)}{task.label}", *local_reference(rows, dossier)]
    else:
        parts = [f"{in_title_marks(plan_title(plan))}{number}第{task.label}项"]
    if dossier.assignment and dossier.assignment.basis:
        parts.append(proper(dossier.assignment.basis).rstrip("。"))
    return ended("；".join(parts))


def _unfinished(dossier: TaskDossier) -> str:
    """The measures that nobody has ticked, with their numbers where there are several."""
    measures = adopted_measures(dossier)
    waiting = [measure for measure in measures if not measure.ticked]
    if not measures:
        return task_content(dossier)
    if not waiting:
        return "各项举措均已完成，尚未办结。"
    if len(measures) == 1:
        return proper(waiting[0].wording)
    return "\n".join(f"{measure.number} {proper(measure.wording)}" for measure in waiting)


def _demand(options: PaperOptions, urgency: Urgency) -> str:
    """The usual demand: why the slip comes, what to do, until when to answer."""
    until = f"{long_day(options.answer_by)}前" if options.answer_by else "及时"
    if urgency.late:
        return (
            f"{urgency.sentence}，请对照未完成内容逐项明确措施，抓紧办理，{until}书面反馈"
            "办理情况、未完成原因和预计完成时间。"
        )
    return (
        f"{urgency.sentence}，请抓紧办理，按期完成，{until}反馈办理情况；"
        "不能按期完成的，在办理时限前书面说明目前进展、原因和预计完成时间。"
    )
