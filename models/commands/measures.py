"""Editing measures: split, merge, add, move, remove. The issued text is never overwritten."""

from __future__ import annotations

from collections.abc import Sequence

from models.commands.assignments import newest_assignments
from models.commands.lookup import (
    issued_task,
    measure_label,
    prose,
    shown_measure,
    task_label,
    visible_measures,
)
from models.commands.ticks import newest_tick, write_tick
from models.errors import KnownError
from models.history import Work
from models.rules import Adoption
from models.schema import Assignment, Evidence, Measure, Note, ProgressEntry, Tick


def split_measure(work: Work, measure_id: int, pieces: Sequence[str]) -> None:
    """Cut a measure into two or more; each piece keeps tick, role, reason and assignment.

    The issued text stays with the first piece, whose 本市举措 becomes the first wording.
    """
    measure = shown_measure(measure_id)
    wordings = [text for text in (prose(piece) for piece in pieces) if text]
    if len(wordings) < 2:
        raise KnownError("拆分后至少要有两条举措，没有改动；请在要断开的地方分行。")
    work.label = f"拆分 {measure_label(measure)}"
    work.about(measure.task_id)
    work.update(Measure, measure_id, local_text=wordings[0])
    newest = newest_tick(measure_id)
    own, _ = newest_assignments(measure.task_id, measure_id)
    _make_room(work, measure, len(wordings) - 1)
    for step, wording in enumerate(wordings[1:], 1):
        piece = work.insert(
            Measure,
            task=measure.task_id,
            position=measure.position + step,
            issued=False,
            local_text=wording,
            role=measure.role,
            reason=measure.reason,
            split_from=measure_id,
        )
        if own is not None:
            kept = {name: value for name, value in own.__data__.items() if name != "id"}
            work.insert(Assignment, **{**kept, "measure": piece})
        if newest is not None and newest.ticked:
            work.insert(
                Tick,
                measure=piece,
                ticked=True,
                ticked_on=newest.ticked_on,
                ticked_by=newest.ticked_by,
            )


def merge_measures(work: Work, measure_ids: Sequence[int]) -> None:
    """Join measures of one task into the first; it is ticked only if all of them were."""
    chosen = sorted(set(measure_ids))
    if len(chosen) < 2:
        raise KnownError("合并至少要选两条举措，没有改动。")
    measures = [shown_measure(measure_id) for measure_id in chosen]
    if len({measure.task_id for measure in measures}) > 1:
        raise KnownError("只能合并同一任务的举措，没有改动。")
    if len({Adoption(each.role or each.task.role) for each in measures}) > 1:
        raise KnownError("只能合并承接相同的举措，没有改动；请先把承接改成一样。")
    measures.sort(key=lambda measure: (measure.position, measure.id))
    first, others = measures[0], measures[1:]
    work.label = f"合并 {measure_label(first)}等{len(measures)}条"
    work.about(first.task_id)
    ticks = [newest_tick(measure.id) for measure in measures]
    every = all(newest is not None and newest.ticked for newest in ticks)
    wording = "".join(measure.local_text or measure.text for measure in measures)
    work.update(Measure, first.id, local_text=wording)
    if ticks[0] is not None and ticks[0].ticked and not every:
        write_tick(work, first.id, False, work.today)
    elif every:
        latest = max(newest.ticked_on for newest in ticks if newest is not None)
        if ticks[0] is not None and ticks[0].ticked_on < latest:
            # Done only when the last of them was done: papers of earlier days must say so.
            write_tick(work, first.id, False, ticks[0].ticked_on)
            write_tick(work, first.id, True, latest)
    _move_reports(work, first, others)
    for other in others:
        work.update(Measure, other.id, merged_into=first.id)


def _move_reports(work: Work, first: Measure, others: Sequence[Measure]) -> None:
    """What was reported on the others is found at the first, or at the whole task.

    Where both have a report of the section in the period already, or a percentage of one measure
    would become the task's, it stays where it is: papers read it, nothing is overwritten.
    """
    ids = [other.id for other in others]
    found: dict[tuple[int, str, int | None], list[ProgressEntry]] = {}
    for entry in ProgressEntry.select().where(ProgressEntry.measure.in_(ids)):
        key = (ids.index(entry.measure_id), entry.period, entry.section_id)
        found.setdefault(key, []).append(entry)
    for (_, period, section_id), entries in sorted(found.items(), key=lambda pair: str(pair[0])):
        place = _free_place(first, period, section_id, entries)
        for entry in entries if place is not None else ():
            work.update(ProgressEntry, entry.id, measure=place or None)


def _free_place(
    first: Measure, period: str, section_id: int | None, entries: Sequence[ProgressEntry]
) -> int | None:
    """The first measure's id, 0 for the whole task, None where both are taken."""
    wanted = [first.id] if any(each.percent is not None for each in entries) else [first.id, 0]
    taken = {
        each.measure_id or 0
        for each in ProgressEntry.select().where(
            ProgressEntry.task == first.task_id,
            ProgressEntry.period == period,
            ProgressEntry.section.is_null()
            if section_id is None
            else ProgressEntry.section == section_id,
        )
    }
    return next((place for place in wanted if place not in taken), None)


def add_measure(work: Work, task_id: int, text: str) -> None:
    """Add a measure of the bureau's own at the end of a task."""
    task = issued_task(task_id)
    last = max((row.position for row in Measure.select().where(Measure.task == task_id)), default=0)
    work.new_id = work.insert(
        Measure,
        task=task_id,
        position=last + 1,
        issued=False,
        local_text=prose(text, "举措内容"),
    )
    work.about(task_id)
    work.label = f"增加举措 {task_label(task)}.{len(visible_measures(task_id))}"


def move_measure(work: Work, measure_id: int, position: int) -> None:
    """Put a measure at a place (1…n) among the visible ones of its task."""
    measure = shown_measure(measure_id)
    row = [each for each in visible_measures(measure.task_id) if each.id != measure_id]
    place = max(1, min(position, len(row) + 1))
    work.label = f"移动 {measure_label(measure)}"
    work.about(measure.task_id)
    row.insert(place - 1, measure)
    for number, each in enumerate(row, 1):
        if each.position != number:
            work.update(Measure, each.id, position=number)


def remove_measure(work: Work, measure_id: int) -> None:
    """Remove a measure of the bureau's own that nothing hangs on."""
    measure = shown_measure(measure_id)
    label = measure_label(measure)
    if measure.issued:
        raise KnownError(f"{label}是印发的举措，不能删除，没有改动；不做的请设为不涉及。")
    hanging = (Note, Evidence, ProgressEntry, Assignment)
    if any(model.select().where(model.measure == measure_id).exists() for model in hanging):
        raise KnownError(f"{label}下有记录、佐证、进展或分工，没有删除；请先移走它们。")
    if (
        Measure.select()
        .where((Measure.merged_into == measure_id) | (Measure.split_from == measure_id))
        .exists()
    ):
        raise KnownError(f"{label}由拆分或合并而来，没有删除；请用撤销恢复原样。")
    for row in list(Tick.select().where(Tick.measure == measure_id)):
        work.delete(Tick, row.id)
    work.delete(Measure, measure_id)
    work.about(measure.task_id)
    work.label = f"删除举措 {label}"


def _make_room(work: Work, measure: Measure, places: int) -> None:
    later = Measure.select().where(
        Measure.task == measure.task_id, Measure.position > measure.position
    )
    for row in list(later):
        work.update(Measure, row.id, position=row.position + places)
