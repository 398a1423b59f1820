"""Tasks as lines for people: what `task list` and `task show` print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.periods import Period
from models.planrows import FormerRow
from models.rows import EntryRow, MeasureRow, TaskDetail, TaskRow
from models.text import proper
from models.words import number


def task_cells(task: TaskRow) -> list[str]:
    """The columns of one line: number, name, 承接, 状态, 亮灯, 完成进度, 完成时限, 科室."""
    head = [task.label, proper(task.short_title), task.role.word]
    if task.light is None:
        return [*head, *[""] * 5]
    due = f"{task.due_on}{'（默认）' if task.due_default else ''}"
    percent = f"{number(round(task.percent))}%"
    return [*head, task.status.word, task.light_word, percent, due, task.section]


def detail_lines(detail: TaskDetail) -> Iterator[str]:
    """Everything of one task, the issued text first."""
    task = detail.task
    yield f"{task.label}. {proper(task.short_title)}（{task.role.word}）"
    yield proper(task.text)
    if task.origin:
        yield task.origin
    if not task.tracked:
        yield "已在修订中删除，不再跟踪" if task.withdrawn else "不跟踪"
    if task.lead_units:
        yield f"牵头单位：{'、'.join(task.lead_units)}"
    if task.local_text:
        yield f"本市任务内容：{proper(task.local_text)}"
    if task.role.adopted:
        yield "  ".join([*task_cells(task)[3:], task.person]).rstrip()
    yield from map(_measure_line, detail.measures)
    for entry in detail.entries:
        yield from _entry_lines(entry)
    for extension in detail.extensions:
        yield f"延期：{extension.old_due} → {extension.new_due}，{proper(extension.reason)}"
    for note in detail.notes:
        yield f"记录 {note.dated_on} {note.author}：{proper(note.text)}"
    for evidence in detail.evidence:
        yield f"佐证 {evidence.attached_on} {evidence.name} {evidence.file_name or evidence.place}"


def former_lines(rows: Sequence[FormerRow]) -> Iterator[str]:
    """How the task was issued before each 修订 that touched it."""
    for row in rows:
        if row.course in ("changed", "removed"):
            number = f"（{row.document_number}）" if row.document_number else ""
            yield f"{row.dated_on}修订{number}前：{proper(row.text)}"


def _measure_line(measure: MeasureRow) -> str:
    box = "☑" if measure.ticked else "☐"
    role = f"（{measure.role.word}）" if measure.own_role else ""
    return f"{box} {measure.number} {proper(measure.wording)}{role}"


def _entry_lines(entry: EntryRow) -> Iterator[str]:
    yield f"进展 {Period.parse(entry.period).title} {entry.section} {entry.reported_on}：{proper(entry.wording)}"
    if entry.problems:
        yield f"  存在问题：{proper(entry.problems)}"
    if entry.next_steps:
        yield f"  下一步打算：{proper(entry.next_steps)}"
