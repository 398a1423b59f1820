"""The measures of a task that is issued anew: matched by likeness, so that what was done stays."""

from __future__ import annotations

from collections.abc import Sequence

from models.commands.plan_rows import add_measure, issued_measure, target_columns
from models.history import Work
from models.intake.draft import MeasureDraft, TargetDraft
from models.intake.revision import TaskText, compare
from models.schema import (
    Assignment,
    Deliverable,
    Evidence,
    Measure,
    Note,
    ProgressEntry,
    Target,
    TargetValue,
    Tick,
)
from models.text import clean

_HANGING = (Tick, Note, Evidence, ProgressEntry, Assignment)


def revise_measures(work: Work, task_id: int, drafts: Sequence[MeasureDraft]) -> bool:
    """Give a task's issued measures the words of ``drafts``; answers whether any differed.

    One that is issued no more goes where nothing hangs on it; else it stays as the bureau's own.
    """
    rows = Measure.select().where(Measure.task == task_id, Measure.issued).order_by(Measure.id)
    olds = {row.id: row for row in rows}
    touched = False
    last = max((row.position for row in Measure.select().where(Measure.task == task_id)), default=0)
    for step in compare(
        [TaskText(row.id, row.text) for row in olds.values()],
        [TaskText(place, draft.text) for place, draft in enumerate(drafts)],
    ):
        if step.new is None:
            touched = _let_go(work, olds[step.old or 0]) or touched
        elif step.old is None:
            last += 1
            add_measure(work, task_id, last, drafts[step.new])
            touched = True
        else:
            touched = _reword(work, olds[step.old], drafts[step.new]) or touched
    return touched


def _reword(work: Work, row: Measure, draft: MeasureDraft) -> bool:
    changed = work.update(Measure, row.id, **issued_measure(draft))
    changed = _deliverables(work, row.id, draft) or changed
    return _targets(work, row.id, draft.targets) or changed


def _deliverables(work: Work, measure_id: int, draft: MeasureDraft) -> bool:
    rows = list(Deliverable.select().where(Deliverable.measure == measure_id))
    wanted = [(each.kind, clean(each.name)) for each in draft.deliverables]
    if [(row.kind, row.name) for row in rows] == wanted:
        return False
    for row in rows:
        work.delete(Deliverable, row.id)
    for kind, name in wanted:
        work.insert(Deliverable, measure=measure_id, kind=kind, name=name)
    return True


def _targets(work: Work, measure_id: int, drafts: Sequence[TargetDraft]) -> bool:
    """本地目标 and 完成值 stay with a number of the same label, also where the bureau has given one."""
    rows = list(Target.select().where(Target.measure == measure_id).order_by(Target.id))
    changed = False
    for draft in drafts:
        known = next((row for row in rows if row.label == clean(draft.label)), None)
        if known is None:
            work.insert(Target, measure=measure_id, **target_columns(draft))
            changed = True
        else:
            rows.remove(known)
            changed = work.update(Target, known.id, **target_columns(draft)) or changed
    for row in rows:
        said = TargetValue.select().where(TargetValue.target == row.id).exists()
        if row.local_target is None and not said:
            work.delete(Target, row.id)
            changed = True
    return changed


def _let_go(work: Work, row: Measure) -> bool:
    """Take out what is issued no more, or keep it as the bureau's own when something hangs on it."""
    points = (Measure.split_from == row.id) | (Measure.merged_into == row.id)
    targets = list(Target.select().where(Target.measure == row.id))
    said = [each for each in targets if each.local_target is not None]
    values = TargetValue.select().where(TargetValue.target.in_([each.id for each in targets]))
    bound = (
        bool(said)
        or row.merged_into_id is not None
        or bool(row.local_text or row.role)
        or values.exists()
        or Measure.select().where(points).exists()
        or any(model.select().where(model.measure == row.id).exists() for model in _HANGING)
    )
    if bound:
        return work.update(Measure, row.id, issued=False, local_text=row.local_text or row.text)
    for each in targets:
        work.delete(Target, each.id)
    for each in list(Deliverable.select().where(Deliverable.measure == row.id)):
        work.delete(Deliverable, each.id)
    work.delete(Measure, row.id)
    return True
