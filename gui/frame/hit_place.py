"""From a hit of the search to its place: page, task, tab, row, and the 填报期 of a report."""

from __future__ import annotations

from gui.context import Context
from gui.pages.tasks.page import TasksPage
from models.errors import KnownError
from models.hits import SearchHit
from models.periods import Period

# Which tab of the detail shows what was found.
TABS = {"measure": "measures", "progress": "progress", "note": "records", "evidence": "records"}


def lead_to(hit: SearchHit, context: Context, tasks: TasksPage) -> None:
    """Show the hit's task, tab and row; a report is shown in its own 填报期."""
    if hit.task_id is None:
        context.bus.told.emit(f"这条记录写在工作要点上，不属于哪一项任务：{hit.excerpt()[0]}")
        return
    _show_period(hit.period, context)
    context.bus.place_wanted.emit(hit.task_id, TABS.get(hit.kind, ""))
    if hit.row_id is not None:
        tasks.point_at(hit.task_id, hit.kind, hit.row_id)


def _show_period(code: str, context: Context) -> None:
    if not code or code == context.session.period.code:
        return
    try:
        period = Period.parse(code)
    except KnownError:
        return
    context.session.show_period(period)
    context.bus.told.emit(f"填报期已换到{period.title}，这条进展在那里。")
