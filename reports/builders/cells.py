"""What stands in the cells that several tables share: measures, people, deadlines, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.measureword import measure_word
from models.rows import (
    AssignmentRow,
    MeasureRow,
    ReportRows,
    SectionRow,
    TargetRow,
    TaskDossier,
)
from models.rules import Adoption
from models.text import proper
from models.words import long_day, number
from reports.builders.grouping import by_part, local_heading
from reports.document import RowKind, TableRow

RowMaker = Callable[[TaskDossier], tuple[str, ...]]


def task_rows(
    rows: ReportRows, make: RowMaker, wanted: Callable[[TaskDossier], bool]
) -> tuple[TableRow, ...]:
    """The wanted tasks in plan order under their parts, the local ones behind them."""
    made: list[TableRow] = []
    for group in by_part(rows, rows.dossiers, lambda each: each.task.tracked and wanted(each)):
        if group.heading:
            made.append(TableRow((_part_title(rows, group.heading),), RowKind.PART))
        made += [TableRow(make(dossier)) for dossier in group.dossiers]
    local = tuple(filter(wanted, rows.local_dossiers))
    if local:
        made.append(TableRow((local_heading(rows),), RowKind.PART))
    made += [TableRow(make(dossier)) for dossier in local]
    return tuple(made)


def _part_title(rows: ReportRows, heading: str) -> str:
    """The heading with the plan's own number, so that the table can be read beside the plan."""
    numbers = {part.title: part.number for part in (rows.parts or rows.items)}
    title = proper(heading).rstrip("。")
    number_ = numbers.get(heading, "").rstrip("、")
    if not number_:
        return title
    return f"{number_}{title}" if number_.endswith("）") else f"{number_}、{title}"


def adopted_measures(dossier: TaskDossier) -> tuple[MeasureRow, ...]:
    """The measures that are the bureau's, as 主责 or 配合."""
    return tuple(measure for measure in dossier.measures if measure.role.adopted)


def measure_lines(dossier: TaskDossier) -> str:
    """本市举措, a line each with its number; a single measure needs none.

    Where the bureau worded the task but no measure of it, its wording stands here: the province's
    measures are not what the bureau wrote.
    """
    measures = adopted_measures(dossier)
    own = any(measure.local_text for measure in measures) or dossier.measure_assignments
    if not measures or (dossier.task.local_text and not own):
        return task_content(dossier)
    if len(measures) == 1:
        return proper(measures[0].wording)
    return "\n".join(f"{measure.number} {proper(measure.wording)}" for measure in measures)


def task_content(dossier: TaskDossier) -> str:
    """本市任务内容: the bureau's own wording, else the issued text; for others their 承接."""
    task = dossier.task
    if not task.role.adopted:
        return task.role.word
    return proper(task.local_text or task.text)


def by_measure(dossier: TaskDossier, read: Callable[[AssignmentRow], str]) -> str:
    """One thing of the 责任分工; where a measure has its own, its number stands behind it."""
    values: dict[str, list[str]] = {}
    own = {each.measure_id: each for each in dossier.measure_assignments}
    for measure in adopted_measures(dossier):
        assignment = own.get(measure.id, dossier.assignment)
        if assignment is not None and read(assignment):
            values.setdefault(read(assignment), []).append(measure.number)
    if not values:
        return read(dossier.assignment) if dossier.assignment else ""
    if len(values) == 1:
        return next(iter(values))
    return "\n".join(f"{value}（{'、'.join(numbers)}）" for value, numbers in values.items())


def section_of(assignment: AssignmentRow) -> str:
    """责任科室（单位）, by the name of its day."""
    return assignment.section


def supporters_of(assignment: AssignmentRow, sections: Iterable[SectionRow]) -> str:
    """配合科室 by their full names, then 配合单位."""
    full = {section.short_name: section.name for section in sections if section.short_name}
    own = (full.get(name, name) for name in assignment.supporting_sections)
    return "、".join((*own, *assignment.supporting_units))


def person_of(assignment: AssignmentRow) -> str:
    """责任人."""
    return assignment.person


def leader_of(assignment: AssignmentRow) -> str:
    """责任领导."""
    return assignment.leader


def due_text(dossier: TaskDossier) -> str:
    """完成时限; a deadline that nobody set is shown as 默认; a measure's own stands below it."""
    task = dossier.task
    if not task.role.adopted:
        return ""
    lines = [long_day(task.due_on) + ("\n（默认）" if task.due_default else "")]
    numbers = {measure.id: measure.number for measure in adopted_measures(dossier)}
    lines += [
        f"{numbers[each.measure_id]}：{long_day(each.due_on)}"
        for each in dossier.measure_assignments
        if each.measure_id in numbers and each.due_on and each.due_on != task.due_on
    ]
    return "\n".join(lines)


def target_lines(rows: ReportRows, dossier: TaskDossier) -> list[str]:
    """本地目标 with 完成值 of the period; the province's numbers never stand here."""
    goals = [
        _goal(rows.period.period.code, target)
        for measure in adopted_measures(dossier)
        for target in measure.targets
        if target.local_target is not None
    ]
    return [f"{rows.bureau.place}目标：{'；'.join(goals)}"] if goals else []


def _goal(period: str, target: TargetRow) -> str:
    unit = measure_word(target.label, target.unit)
    goal = f"{target.label}{number(target.local_target or 0.0)}{unit}"
    reached = dict(target.values).get(period)
    return goal if reached is None else f"{goal}，已完成{number(reached)}{unit}"


def local_reference(rows: ReportRows, dossier: TaskDossier) -> list[str]:
    """Where a task was carried over from, and which tasks carry out which.

    Of a local task those that it carries out, of another the local ones that carry it out.
    """
    origin = [dossier.task.origin] if dossier.task.origin else []
    if dossier.task.local:
        labels = {each.task.id: each.task.label for each in rows.dossiers}
        carried = [labels[each] for each in dossier.task.carries_out if each in labels]
        return [*origin, f"落实第{'、'.join(carried)}项"] if carried else origin
    through = [
        each.task.label for each in rows.local_dossiers if dossier.task.id in each.task.carries_out
    ]
    return [*origin, f"相关工作另见{'、'.join(through)}"] if through else origin


def role_remark(dossier: TaskDossier, level: str) -> list[str]:
    """配合省级开展, or why the task is not the bureau's."""
    task = dossier.task
    if task.role is Adoption.ASSIST:
        return [f"配合{level}开展"]
    return [proper(task.reason)] if task.role is Adoption.NONE and task.reason else []


def lines(parts: Iterable[str]) -> str:
    """Remarks below each other."""
    return "\n".join(part for part in parts if part)
