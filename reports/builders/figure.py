"""图1: the report's counts by part, and every task in its light."""

from __future__ import annotations

from models.overviewrows import PartBar
from models.rows import ReportRows, TaskRow
from models.rules import Standing
from reports.builders.office import area
from reports.document import Figure
from reports.figures.overview import Picture, overview_drawing


def overview_figure(rows: ReportRows) -> Figure:
    """总览图 with its caption; its numbers are those of the paragraph before it."""
    tasks = [dossier.task for dossier in (*rows.dossiers, *rows.local_dossiers)]
    picture = Picture(_bars(rows), tuple(tasks))
    title = f"{area(rows.bureau)}{rows.period.period.title}任务落实情况"
    return Figure(overview_drawing(picture), f"图1　{title}", key="figure:overview")


def _bars(rows: ReportRows) -> tuple[PartBar, ...]:
    """A bar for every part with adopted tasks, then one for tasks outside every part."""
    parts = [(part.id, part.number, part.title) for part in rows.parts]
    known = {part_id for part_id, _, _ in parts}
    bars = [_bar(rows, part, {part[0]}) for part in parts]
    others = {dossier.task.part_id for dossier in rows.dossiers} - known
    bars.append(_bar(rows, (None, "", ""), others))
    return tuple(bar for bar in bars if bar.adopted)


def _bar(
    rows: ReportRows, part: tuple[int | None, str, str], mine: set[int | None] | set[int]
) -> PartBar:
    tasks: list[TaskRow] = [dossier.task for dossier in rows.dossiers]
    standings = [
        task.standing
        for task in tasks
        if task.part_id in mine and task.tracked and task.role.adopted
    ]
    counts = (standings.count(each) for each in (Standing.DONE, Standing.ON_PACE, Standing.LATE))
    return PartBar(*part, *counts)
