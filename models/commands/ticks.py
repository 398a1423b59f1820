"""Ticking a measure: dated, so that a paper can show the state of its day."""

from __future__ import annotations

import datetime as dt

from models.commands.lookup import measure_label, past, shown_measure
from models.errors import KnownError
from models.history import Work
from models.rules import Adoption
from models.schema import Measure, Task, Tick


def tick(work: Work, measure_id: int, ticked: bool = True, on: dt.date | None = None) -> None:
    """Tick a measure or take its tick away; one that is not the bureau's cannot be ticked."""
    measure = shown_measure(measure_id)
    label = measure_label(measure)
    if ticked and not Adoption(measure.role or measure.task.role).adopted:
        raise KnownError(f"{label}还不是本单位承接的举措，没有勾选；请先设为主责或配合。")
    day = past(work, on)
    mended = _mend_days_to_come(work, measure_id)
    newest = newest_tick(measure_id)
    work.about(measure.task_id)
    work.label = f"{'勾选' if ticked else '取消勾选'} {label}"
    if (newest is not None and newest.ticked) == ticked:
        if mended:
            return
        state = "已经勾选" if ticked else "没有勾选"
        raise KnownError(f"{label}{state}，没有改动。")
    write_tick(work, measure_id, ticked, day)


def _mend_days_to_come(work: Work, measure_id: int) -> bool:
    """Whether a tick stood on a day that has not come; the clock ran ahead then, it counts today.

    Left alone it could neither be seen nor be said again before that day.
    """
    later = Tick.ticked_on > work.newest_day
    rows = list(Tick.select(Tick.id).where(Tick.measure == measure_id, later))
    for row in rows:
        work.update(Tick, row.id, ticked_on=work.today)
    return bool(rows)


def newest_tick(measure_id: int) -> Tick | None:
    """The last saying about a measure's tick, whatever its day."""
    query = Tick.select().where(Tick.measure == measure_id)
    found: Tick | None = query.order_by(Tick.ticked_on.desc(), Tick.id.desc()).first()
    return found


def write_tick(work: Work, measure_id: int, ticked: bool, on: dt.date) -> None:
    """Say it; an unticking dated before the last ticking takes that day, so that it counts."""
    newest = newest_tick(measure_id)
    day = max(on, newest.ticked_on) if newest is not None else on
    work.insert(
        Tick, measure=measure_id, ticked=ticked, ticked_on=day, ticked_by=work.actor.operator
    )


def all_ticked(task: Task) -> bool:
    """Whether every adopted measure of a task is ticked; False where there is none."""
    query = Measure.select().where(Measure.task == task.id, Measure.merged_into.is_null())
    adopted = [each for each in query if Adoption(each.role or task.role).adopted]
    return bool(adopted) and all(
        (newest := newest_tick(each.id)) is not None and newest.ticked for each in adopted
    )
